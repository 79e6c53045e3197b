import type { CallInput } from '#contract/contracts.ts'
import { type AgencyDraft, emptyAgency } from '#renderer/ui/agency/agency-fields.tsx'
import { firstPeriod, type PeriodDraft, periodProblem, periodToSave } from '#renderer/ui/agency/period-draft.ts'
import { newLine, type UnitLine, unitsToSave } from '#renderer/ui/agency/unit-list.ts'

export const wizardSteps = ['agency', 'units', 'period', 'file'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** Everything typed so far. */
export interface WizardDraft {
  readonly agency: AgencyDraft
  readonly units: readonly UnitLine[]
  readonly period: PeriodDraft
  /** Chosen with the save dialog; null: not yet. */
  readonly path: string | null
}

export const emptyDraft = (today: string): WizardDraft => ({
  agency: emptyAgency,
  units: [newLine()],
  period: firstPeriod(emptyAgency.cycle, today),
  path: null,
})

/** What a step still lacks: the key of its sentence, or null. */
export function missingIn(step: WizardStep, draft: WizardDraft) {
  if (step === 'agency') return draft.agency.name.trim() === '' ? 'agency.agencyNameFirst' : null
  if (step === 'units') return draft.units.every((line) => line.name.trim() === '') ? 'agency.unitsFirst' : null
  if (step === 'period') return periodProblem(draft.period) === null ? null : 'agency.periodInvalid'
  return draft.path === null ? 'start.placeFirst' : null
}

/** The first step that still lacks something, before or at the given one. */
export function firstOpen(draft: WizardDraft): WizardStep | null {
  return wizardSteps.find((step) => missingIn(step, draft) !== null) ?? null
}

/** The draft as the engine takes it; null while something is missing. */
export function workspaceToCreate(draft: WizardDraft): CallInput<'workspace.create'> | null {
  const { path } = draft
  if (path === null || firstOpen(draft) !== null) return null
  const units = unitsToSave(draft.units).map(({ name, parent }) => ({ name, parent }))
  return { path, agency: draft.agency, units, period: periodToSave(draft.period) }
}

/** A file name from the agency's name: letters and digits of any script, joined by hyphens. */
export function fileNameOf(agency: string): string {
  const plain = agency
    .toLocaleLowerCase('id')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${plain === '' ? 'ruang-kerja' : plain}.timbang`
}
