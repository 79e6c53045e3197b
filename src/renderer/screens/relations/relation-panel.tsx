import { Checkbox, Select, TextInput } from '@mantine/core'
import { IconDeviceFloppy, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallInput } from '#contract/contracts.ts'
import { relationKinds } from '#domain/model/relation.ts'
import { recusesAlways } from '#domain/relations/relation-rules.ts'
import { type Translate, useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import records from '#renderer/ui/records.module.css'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { HolderField, SubjectField } from './people-fields.tsx'
import styles from './relations.module.css'
import { isStanding, type Rater, type RelationRow, raterValue } from './types.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

export type Draft = Omit<CallInput<'relations.save'>['fields'], 'subjectId'> & { readonly subjectId: string | null }

interface RelationPanelProps {
  readonly periodId: CallInput<'relations.list'>['periodId']
  /** Null: a new one. */
  readonly row: RelationRow | null
  readonly raters: readonly Rater[]
  /** Whose declaration a new one is, when that is known. */
  readonly holder: string | null
  readonly today: string
  readonly onClose: () => void
}

/** One declaration: who, with whom, what kind, by whom and when it was declared. */
export function RelationPanel({ periodId, row, raters, holder, today, onClose }: RelationPanelProps) {
  const t = useT()
  const format = useFormat()
  const [draft, setDraft] = useState<Draft>(() => (row === null ? blank(raters, holder, today) : draftOf(row)))
  const [wrongDate, setWrongDate] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }))
  const save = useCommand('relations.save', {
    success: t(row === null ? 'relations.saved' : 'relations.changed'),
    onSuccess: onClose,
  })
  const duty = useDutyReason('relations.save')
  const standing = row === null || isStanding(row)
  const problem = duty ?? (wrongDate ? t('ui.dateWrong') : missingPart(draft, t))
  const send = (): void => {
    const { subjectId } = draft
    if (subjectId !== null) save.mutate({ relationId: row?.id ?? null, fields: { ...draft, subjectId } })
  }
  const title = row === null ? 'relations.newTitle' : standing ? 'relations.editTitle' : 'relations.withdrawnTitle'
  return (
    <SidePanel
      name="relation"
      title={t(title)}
      under={row === null ? undefined : <p>{t('relations.recorded', { when: format.dateTime(row.recordedAt) })}</p>}
      onClose={onClose}
      footer={
        standing ? (
          <>
            <Action
              kind="primary"
              icon={IconDeviceFloppy}
              busy={save.isPending}
              disabledReason={problem}
              onClick={send}
            >
              {t('common.save')}
            </Action>
            {row === null ? null : (
              <Action kind="danger" icon={IconX} disabledReason={duty} onClick={() => setWithdrawing(true)}>
                {t('relations.withdraw')}
              </Action>
            )}
          </>
        ) : undefined
      }
    >
      {row === null || standing ? (
        <Fields periodId={periodId} draft={draft} raters={raters} row={row} set={set} onWrongDate={setWrongDate} />
      ) : (
        <Withdrawn row={row} />
      )}
      {row === null ? null : <WithdrawDialog row={row} open={withdrawing} onClose={() => setWithdrawing(false)} />}
    </SidePanel>
  )
}

interface FieldsProps {
  readonly periodId: RelationPanelProps['periodId']
  readonly draft: Draft
  readonly raters: readonly Rater[]
  readonly row: RelationRow | null
  readonly set: (change: Partial<Draft>) => void
  readonly onWrongDate: (wrong: boolean) => void
}

function Fields({ periodId, draft, raters, row, set, onWrongDate }: FieldsProps) {
  const t = useT()
  const always = recusesAlways(draft.kind)
  return (
    <div className={records.form}>
      <HolderField periodId={periodId} draft={draft} raters={raters} row={row} set={set} />
      <SubjectField periodId={periodId} draft={draft} row={row} set={set} />
      <Select
        label={t('relations.kind')}
        allowDeselect={false}
        value={draft.kind}
        data={relationKinds.map((value) => ({ value, label: t(`relations.kind-${value}`) }))}
        onChange={(value) => set({ kind: relationKinds.find((kind) => kind === value) ?? 'kinship' })}
      />
      <Checkbox
        label={t('relations.recusesLabel')}
        description={t(always ? 'relations.recusesAlways' : 'relations.recusesHint')}
        checked={always || draft.recuses}
        disabled={always}
        onChange={(event) => set({ recuses: event.currentTarget.checked })}
      />
      <TextInput
        label={t('relations.remark')}
        description={t('relations.remarkHint')}
        required={draft.kind === 'other'}
        maxLength={500}
        value={draft.remark}
        onChange={(event) => set({ remark: event.currentTarget.value })}
      />
      <TextInput
        label={t('relations.declaredBy')}
        description={t('relations.declaredByHint')}
        maxLength={500}
        value={draft.declaredBy}
        onChange={(event) => set({ declaredBy: event.currentTarget.value })}
      />
      <DateField
        label={t('relations.declaredOn')}
        required
        value={draft.declaredOn}
        onChange={(declaredOn) => set({ declaredOn })}
        onWrong={onWrongDate}
      />
    </div>
  )
}

function Withdrawn({ row }: { readonly row: RelationRow }) {
  const t = useT()
  const format = useFormat()
  const lines = [
    [t('relations.holder'), row.holder.name],
    [t('relations.subject'), row.subject.name],
    [t('relations.kind'), t(`relations.kind-${row.kind}`)],
    [t('relations.remark'), row.remark || t('relations.remarkNone')],
    [t('relations.declaredBy'), row.declaredBy],
    [t('relations.declaredOn'), format.date(row.declaredOn)],
    [
      t('relations.state'),
      t('relations.state-withdrawn', { date: row.withdrawnAt === null ? '' : format.dateTime(row.withdrawnAt) }),
    ],
    [t('relations.reason'), row.withdrawnReason],
  ]
  return (
    <dl className={records.form}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt className={records.label}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What has to be filled in before the declaration can be saved; null: nothing. */
function missingPart({ holderName, subjectId, kind, remark }: Draft, t: Translate): string | null {
  if (holderName.trim() === '') return t('relations.holderNeeded')
  if (subjectId === null) return t('relations.subjectNeeded')
  return kind === 'other' && remark.trim() === '' ? t('relations.remarkOther') : null
}

function blank(raters: readonly Rater[], holder: string | null, today: string): Draft {
  const known = raters.find((rater) => raterValue(rater) === holder)
  return {
    holderId: known?.holderId ?? null,
    holderName: known?.name ?? '',
    subjectId: null,
    kind: 'kinship',
    recuses: false,
    remark: '',
    declaredBy: '',
    declaredOn: today,
  }
}

const draftOf = ({ holderId, holderName, subjectId, kind, recuses, remark, declaredBy, declaredOn }: RelationRow) => ({
  ...{ holderId, holderName, subjectId, kind, recuses, remark, declaredBy, declaredOn },
})
