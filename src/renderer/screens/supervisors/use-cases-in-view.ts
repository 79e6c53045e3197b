import { useState } from 'react'
import type { CaseRow, SupervisorRow } from '#contract/supervisors.ts'
import type { CaseRule } from '#domain/calibration/case-rules.ts'
import type { Comparison } from './screen.tsx'

/** Which cases the list shows, and which of these the button above it brings to the meeting. */
export interface CasesInView {
  readonly rule: CaseRule | null
  readonly setRule: (rule: CaseRule | null) => void
  /** The supervisor whose team alone may be shown; absent while none is selected. */
  readonly supervisor: SupervisorRow | undefined
  readonly teamOnly: boolean
  readonly setTeamOnly: (teamOnly: boolean) => void
  readonly ofTeam: readonly CaseRow[]
  readonly shown: readonly CaseRow[]
  /** Shown, not on the agenda yet, and not taken off by the user: what nobody sees is never brought. */
  readonly brought: readonly CaseRow[]
  readonly isChosen: (row: CaseRow) => boolean
  readonly setChosen: (rows: readonly CaseRow[], chosen: boolean) => void
}

export function useCasesInView(comparison: Comparison | undefined, selectedId: string | null): CasesInView {
  const [rule, setRule] = useState<CaseRule | null>(null)
  const [wantsTeam, setTeamOnly] = useState(false)
  /** Cases the user took off the list; everything else that is not on the agenda yet is brought. */
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const supervisor = comparison?.supervisors.find((row) => row.supervisorId === selectedId)
  const teamOnly = wantsTeam && supervisor !== undefined
  const all = comparison?.cases ?? []
  const ofTeam = teamOnly ? all.filter((row) => row.supervisorId === selectedId) : all
  const shown = rule === null ? ofTeam : ofTeam.filter((row) => row.rules.includes(rule))
  const isChosen = (row: CaseRow): boolean => !leftOut.has(row.employeeId)
  const setChosen = (rows: readonly CaseRow[], chosen: boolean): void => {
    const next = new Set(leftOut)
    for (const row of rows) {
      if (chosen) next.delete(row.employeeId)
      else next.add(row.employeeId)
    }
    setLeftOut(next)
  }
  const brought = shown.filter((row) => !row.onAgenda && isChosen(row))
  return { rule, setRule, supervisor, teamOnly, setTeamOnly, ofTeam, shown, brought, isChosen, setChosen }
}
