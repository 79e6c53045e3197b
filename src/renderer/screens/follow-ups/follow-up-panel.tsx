import { Select, Textarea, TextInput } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { CallInput } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import records from '#renderer/ui/records.module.css'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { type FollowUpRow, kinds, states } from './types.ts'

interface FollowUpPanelProps {
  readonly periodId: FollowUpRow['periodId']
  /** Null: a new one. */
  readonly row: FollowUpRow | null
  readonly onClose: () => void
}

type Fields = CallInput<'followUps.save'>['fields']

const blank: Fields = { kind: 'action', task: '', responsible: '', dueOn: null, state: 'open', outcome: '' }

/** One follow-up in full: what, about whom, by whom, by when, and what came of it. */
export function FollowUpPanel({ periodId, row, onClose }: FollowUpPanelProps) {
  const t = useT()
  const [fields, setFields] = useState<Fields>(() => (row === null ? blank : fieldsOf(row)))
  const [employeeId, setEmployeeId] = useState<string | null>(row?.employeeId ?? null)
  const set = (change: Partial<Fields>): void => setFields((before) => ({ ...before, ...change }))
  const save = useCommand('followUps.save', { success: t('followUps.saved'), onSuccess: onClose })
  const [wrongDate, setWrongDate] = useState(false)
  const problem = fields.task.trim() === '' ? t('followUps.taskNeeded') : null
  const send = (): void =>
    save.mutate({
      followUpId: row?.id ?? null,
      periodId,
      meetingId: row?.meetingId ?? null,
      employeeId,
      fields: { ...fields, task: fields.task.trim() },
    })
  return (
    <SidePanel
      name="follow-up"
      title={t(row === null ? 'followUps.newTitle' : 'followUps.editTitle')}
      onClose={onClose}
      footer={
        <Action
          kind="primary"
          icon={IconDeviceFloppy}
          busy={save.isPending}
          disabledReason={wrongDate ? t('ui.dateWrong') : problem}
          onClick={send}
        >
          {t('common.save')}
        </Action>
      }
    >
      <div className={records.form}>
        <Textarea
          label={t('followUps.task')}
          required
          data-autofocus
          value={fields.task}
          onChange={(event) => set({ task: event.currentTarget.value })}
        />
        <Select
          label={t('followUps.kind')}
          allowDeselect={false}
          value={fields.kind}
          data={kinds.map((value) => ({ value, label: t(`followUps.kind-${value}`) }))}
          onChange={(value) => set({ kind: kinds.find((one) => one === value) ?? 'action' })}
        />
        <EmployeeSelect periodId={periodId} row={row} value={employeeId} onChange={setEmployeeId} />
        <TextInput
          label={t('followUps.responsible')}
          value={fields.responsible}
          maxLength={500}
          onChange={(event) => set({ responsible: event.currentTarget.value })}
        />
        <DateField
          label={t('followUps.due')}
          value={fields.dueOn ?? ''}
          onChange={(iso) => set({ dueOn: iso === '' ? null : iso })}
          onWrong={setWrongDate}
        />
        <div>
          <span className={records.label} aria-hidden="true">
            {t('followUps.state')}
          </span>
          <Segmented
            label={t('followUps.state')}
            value={fields.state}
            options={states.map((value) => ({ value, label: t(`followUps.state-${value}`) }))}
            onChange={(state) => set({ state })}
          />
        </div>
        <Textarea
          label={t('followUps.outcome')}
          value={fields.outcome}
          onChange={(event) => set({ outcome: event.currentTarget.value })}
        />
      </div>
    </SidePanel>
  )
}

interface EmployeeSelectProps {
  readonly periodId: FollowUpRow['periodId']
  readonly row: FollowUpRow | null
  readonly value: string | null
  readonly onChange: (employeeId: string | null) => void
}

function EmployeeSelect({ periodId, row, value, onChange }: EmployeeSelectProps) {
  const t = useT()
  const people = useCall('followUps.people', { periodId })
  const data = useMemo(() => {
    const options = (people.data ?? []).map((person) => ({
      value: person.employeeId as string,
      label: person.nip === null ? person.name : `${person.name} · ${person.nip}`,
    }))
    // One carried over may be about somebody who is no longer in this period.
    const gone = row?.employeeId ?? null
    const missing = gone !== null && !options.some((option) => option.value === gone)
    return missing ? [{ value: gone as string, label: row?.employeeName ?? '' }, ...options] : options
  }, [people.data, row])
  return (
    <Select
      label={t('followUps.employee')}
      placeholder={t('followUps.employeeNone')}
      searchable
      clearable
      limit={50}
      value={value}
      data={data}
      onChange={onChange}
    />
  )
}

function fieldsOf({ kind, task, responsible, dueOn, state, outcome }: FollowUpRow): Fields {
  return { kind, task, responsible, dueOn, state, outcome }
}
