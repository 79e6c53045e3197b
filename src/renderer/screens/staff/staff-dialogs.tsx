import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CallInput } from '#contract/contracts.ts'
import { moves } from '#domain/rules/supervision.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import type { BoardRow } from './board-rows.ts'
import type { ColumnChoices } from './placement-columns.ts'
import styles from './staff.module.css'

interface Person {
  readonly value: string
  readonly label: string
}

export interface StaffDialogProps {
  readonly periodId: string
  readonly onClose: () => void
}

type NewEmployee = CallInput<'staff.add'>

const postKinds = ['jpt', 'administrator', 'pengawas', 'pelaksana', 'jf', 'other'] as const
const statuses = ['pns', 'pppk', 'external', 'unknown'] as const

/** One more person in the period, typed by hand. */
export function AddEmployeeDialog({
  periodId,
  onClose,
  choices,
  people,
}: StaffDialogProps & { readonly choices: ColumnChoices; readonly people: readonly Person[] }) {
  const t = useT()
  const [form, setForm] = useState<NewEmployee>({
    periodId,
    name: '',
    nip: '',
    status: 'pns',
    unitId: null,
    post: '',
    postKind: 'jf',
    grade: '',
    supervisorId: null,
  })
  const change = (part: Partial<NewEmployee>): void => setForm({ ...form, ...part })
  const add = useCommand('staff.add', { success: t('staff.added', { name: form.name }), onSuccess: onClose })
  const text = (field: 'name' | 'nip' | 'post' | 'grade') => ({
    label: t(`staff.${field}`),
    value: form[field],
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
  })
  return (
    <ConfirmDialog
      open
      size={560}
      title={t('staff.addTitle')}
      confirm={t('staff.addGo')}
      busy={add.isPending}
      disabledReason={form.name.trim() === '' ? t('staff.nameNeeded') : null}
      onConfirm={() => add.mutate(form)}
      onCancel={onClose}
    >
      {t('staff.addText')}
      <div className={styles.form}>
        <TextInput {...text('name')} required data-autofocus maxLength={500} />
        <div className={styles.pair}>
          <TextInput {...text('nip')} maxLength={40} />
          <Select
            label={t('staff.status')}
            allowDeselect={false}
            data={statuses.map((value) => ({ value, label: t(`staff.status-${value}`) }))}
            value={form.status}
            onChange={(value) => change({ status: statuses.find((status) => status === value) ?? 'unknown' })}
          />
        </div>
        <TextInput {...text('post')} maxLength={500} />
        <div className={styles.pair}>
          <Select
            label={t('staff.postKind')}
            allowDeselect={false}
            data={postKinds.map((value) => ({ value, label: t(`staff.kind-${value}`) }))}
            value={form.postKind}
            onChange={(value) => change({ postKind: postKinds.find((kind) => kind === value) ?? 'other' })}
          />
          <TextInput {...text('grade')} maxLength={10} />
        </div>
        <div className={styles.pair}>
          <Select
            label={t('staff.unit')}
            searchable
            clearable
            data={[...choices.units]}
            value={form.unitId}
            onChange={(unitId) => change({ unitId })}
          />
          <Select
            label={t('staff.supervisor')}
            searchable
            clearable
            limit={50}
            data={[...people]}
            value={form.supervisorId}
            onChange={(supervisorId) => change({ supervisorId })}
          />
        </div>
      </div>
    </ConfirmDialog>
  )
}

export interface PeopleDialogProps extends StaffDialogProps {
  readonly rows: readonly BoardRow[]
}

/** Another supervisor for the chosen people, for the whole period or from a day on. */
export function ChangeSupervisorDialog({
  periodId,
  rows,
  people,
  onClose,
}: PeopleDialogProps & { readonly people: readonly Person[] }) {
  const t = useT()
  const [supervisorId, setSupervisor] = useState<string | null>(null)
  const [fromDate, setFrom] = useState('')
  const [wrongDate, setWrongDate] = useState(false)
  const [moved, setMoved] = useState<(typeof moves)[number] | null>(null)
  const [reason, setReason] = useState('')
  const dated = fromDate !== ''
  const missing = (): string | null => {
    if (supervisorId === null) return t('staff.supervisorNeeded')
    if (wrongDate) return t('ui.dateWrong')
    return dated && moved === null ? t('staff.movedNeeded') : null
  }
  const change = useCommand('staff.setSupervisor', { success: t('staff.changeSupervisorDone'), onSuccess: onClose })
  return (
    <ConfirmDialog
      open
      title={t('staff.changeSupervisorTitle', { count: rows.length })}
      confirm={t('staff.changeSupervisorGo')}
      busy={change.isPending}
      disabledReason={missing()}
      onConfirm={() => {
        if (supervisorId === null) return
        const employeeIds = rows.map((row) => row.id)
        const since = dated ? { fromDate, moved } : { fromDate: null, moved: null }
        change.mutate({ periodId, employeeIds, supervisorId, ...since, reason })
      }}
      onCancel={onClose}
    >
      {t('staff.changeSupervisorText')}
      <div className={styles.form}>
        <Select
          label={t('staff.supervisor')}
          searchable
          data-autofocus
          limit={50}
          data={[...people]}
          value={supervisorId}
          onChange={setSupervisor}
        />
        <DateField label={t('staff.fromDate')} value={fromDate} onChange={setFrom} onWrong={setWrongDate} />
        {dated ? (
          <Select
            label={t('staff.moved')}
            description={t('staff.movedText')}
            required
            data={moves.map((value) => ({ value, label: t(`staff.moved-${value}`) }))}
            value={moved}
            onChange={(value) => setMoved(moves.find((one) => one === value) ?? null)}
          />
        ) : null}
        <TextInput
          label={t('staff.reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  )
}

/** Takes people out of the period when nothing rests on them. */
export function RemoveEmployeesDialog({ periodId, rows, onClose }: PeopleDialogProps) {
  const t = useT()
  const remove = useCommand('staff.remove', { success: t('staff.removed'), onSuccess: onClose })
  return (
    <ConfirmDialog
      open
      danger
      title={t('staff.removeTitle', { count: rows.length, name: rows[0]?.name ?? '' })}
      confirm={t('staff.removeGo')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ periodId, employeeIds: rows.map((row) => row.id) })}
      onCancel={onClose}
    >
      {t('staff.removeText')}
    </ConfirmDialog>
  )
}
