import { Modal, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { CallInput } from '#contract/contracts.ts'
import { periodCalendar } from '#domain/rules/period-calendar.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { type AgencyDraft, AgencyFields } from '#renderer/ui/agency/agency-fields.tsx'
import {
  fitCycle,
  following,
  lastEnded,
  localDay,
  type PeriodDraft,
  periodProblem,
  periodToSave,
  rulePackChoices,
} from '#renderer/ui/agency/period-draft.ts'
import { PeriodFields } from '#renderer/ui/agency/period-fields.tsx'
import { linesOf, newLine, unitsToSave } from '#renderer/ui/agency/unit-list.ts'
import { UnitTree } from '#renderer/ui/agency/unit-tree.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { type OpenWorkspace, useWorkspace } from '#renderer/ui/workspace-context.ts'
import styles from './agency-dialogs.module.css'
import { ProtectionPanel } from './protection-panel.tsx'

export type AgencyDialog = 'agency' | 'units' | 'period' | 'protection'

interface AgencyDialogsProps {
  /** Which one is open; null: none. */
  readonly open: AgencyDialog | null
  readonly onClose: () => void
}

/** What the agency and period menus edit: the agency's data, its units, the next period. */
export function AgencyDialogs({ open, onClose }: AgencyDialogsProps) {
  const t = useT()
  const titles = {
    agency: t('agency.editAgencyTitle'),
    units: t('agency.editUnitsTitle'),
    period: t('agency.newPeriodTitle'),
    protection: t('protection.title'),
  }
  return (
    <Modal
      opened={open !== null}
      onClose={onClose}
      title={open === null ? '' : titles[open]}
      size={760}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {open === 'agency' ? <AgencyForm onClose={onClose} /> : null}
      {open === 'units' ? <UnitsForm onClose={onClose} /> : null}
      {open === 'period' ? <PeriodForm onClose={onClose} /> : null}
      {open === 'protection' ? <ProtectionPanel onClose={onClose} /> : null}
    </Modal>
  )
}

interface FormProps {
  readonly onClose: () => void
}

function AgencyForm({ onClose }: FormProps) {
  const t = useT()
  const { workspace } = useWorkspace()
  const [draft, setDraft] = useState<AgencyDraft>(() => agencyDraft(workspace.agency))
  const save = useCommand('workspace.updateAgency', {
    quiet: true,
    success: t('agency.agencySaved'),
    onSuccess: onClose,
  })
  return (
    <DialogBody
      confirm={t('agency.editAgencySave')}
      disabledReason={draft.name.trim() === '' ? t('agency.agencyNameFirst') : null}
      busy={save.isPending}
      error={save.error}
      onConfirm={() => save.mutate(draft)}
      onClose={onClose}
    >
      <AgencyFields value={draft} onChange={setDraft} />
    </DialogBody>
  )
}

function agencyDraft({ id: _id, example: _example, ...draft }: OpenWorkspace['agency']): AgencyDraft {
  return draft
}

function UnitsForm({ onClose }: FormProps) {
  const t = useT()
  const { workspace } = useWorkspace()
  const [lines, setLines] = useState(() => {
    const stored = linesOf(workspace.units)
    return stored.length === 0 ? [newLine()] : stored
  })
  const save = useCommand('workspace.updateUnits', { quiet: true, success: t('agency.unitsSaved'), onSuccess: onClose })
  const empty = lines.every((line) => line.name.trim() === '')
  return (
    <DialogBody
      confirm={t('agency.editUnitsSave')}
      disabledReason={empty ? t('agency.unitsFirst') : null}
      busy={save.isPending}
      error={save.error}
      onConfirm={() => save.mutate({ units: unitsToSave(lines) as CallInput<'workspace.updateUnits'>['units'] })}
      onClose={onClose}
    >
      <p className={styles.text}>{t('agency.editUnitsText')}</p>
      <UnitTree lines={lines} onChange={setLines} />
    </DialogBody>
  )
}

function PeriodForm({ onClose }: FormProps) {
  const t = useT()
  const { workspace, period: current, choosePeriod } = useWorkspace()
  const { cycle } = workspace.agency
  const [today] = useState(localDay)
  const [draft, setDraft] = useState<PeriodDraft>(() => nextPeriod(current, cycle, today))
  const [copyFrom, setCopyFrom] = useState<string | null>(current?.id ?? null)
  const source = workspace.periods.find((one) => one.id === copyFrom) ?? null
  const invalid = periodProblem(draft) !== null
  const name = invalid ? '' : periodCalendar(draft.kind, draft.year, draft.ordinal).name
  const taken = workspace.periods.some((one) => one.name === name)
  const save = useCommand('workspace.addPeriod', {
    quiet: true,
    success: t('agency.periodSaved', { name }),
    onSuccess: ({ periodId }) => {
      choosePeriod(periodId)
      onClose()
    },
  })
  const reason = invalid ? t('agency.periodInvalid') : taken ? t('agency.periodTaken', { name }) : null
  return (
    <DialogBody
      confirm={t('agency.newPeriodSave')}
      disabledReason={reason}
      busy={save.isPending}
      error={save.error}
      onConfirm={() => save.mutate({ ...periodToSave(draft), copyFrom: source?.id ?? null })}
      onClose={onClose}
    >
      <Select
        label={t('agency.copyFrom')}
        description={t('agency.copyHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={copyFrom ?? ''}
        allowDeselect={false}
        data={[
          { value: '', label: t('agency.copyNone') },
          ...workspace.periods.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(chosen) => setCopyFrom(chosen === '' ? null : chosen)}
      />
      <PeriodFields value={draft} onChange={setDraft} cycle={cycle} today={today} />
      {taken ? <Banner tone="attention" title={t('agency.periodTaken', { name })} /> : null}
    </DialogBody>
  )
}

/** The period after the one at the top, by the agency's present cycle. */
function nextPeriod(
  current: OpenWorkspace['periods'][number] | null,
  cycle: 'quarterly' | 'monthly',
  today: string,
): PeriodDraft {
  const standard = { windowStartsOn: '', windowEndsOn: '', rulePacks: rulePackChoices.map((pack) => pack.id) }
  if (current === null) return { kind: cycle, ...lastEnded(cycle, today), ...standard }
  return fitCycle({ kind: current.kind, ...following(current), ...standard }, cycle, today)
}

interface DialogBodyProps extends FormProps {
  readonly confirm: string
  readonly disabledReason: string | null
  readonly busy: boolean
  readonly error: unknown
  readonly onConfirm: () => void
  readonly children: ReactNode
}

/** The form, why it was refused, and its two buttons. A refusal leaves everything typed. */
function DialogBody({ confirm, disabledReason, busy, error, onConfirm, onClose, children }: DialogBodyProps) {
  const t = useT()
  return (
    <div className={styles.body}>
      {children}
      <Refusal error={error} title={t('common.refusedTitle')} />
      <div className={styles.buttons}>
        <Action onClick={onClose}>{t('common.cancel')}</Action>
        <Action kind="primary" disabledReason={disabledReason} busy={busy} onClick={onConfirm}>
          {confirm}
        </Action>
      </div>
    </div>
  )
}
