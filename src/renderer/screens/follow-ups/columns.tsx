import type { Translate } from '#renderer/i18n/i18n.ts'
import type { GridColumn, ParsedCell } from '#renderer/ui/data-grid/types.ts'
import { State } from '#renderer/ui/tag.tsx'
import { isoDateOf, writtenDate } from '#renderer/ui/written-date.ts'
import { type FollowUpRow, isLate, kinds, states } from './types.ts'

const stateTones = { open: 'information', done: 'confirmed', dropped: 'neutral' } as const

/** Columns of the follow-ups; who it is about and where it was agreed are changed in the panel. */
export function followUpColumns(t: Translate): readonly GridColumn<FollowUpRow>[] {
  const dueOf = (text: string): ParsedCell => {
    if (text.trim() === '') return { ok: true, value: null }
    const iso = isoDateOf(text)
    return iso === null ? { ok: false, why: t('followUps.dueWrong', { text }) } : { ok: true, value: writtenDate(iso) }
  }
  const left = (row: FollowUpRow): string => leftWords(row, t)
  return [
    {
      key: 'task',
      header: t('followUps.task'),
      width: 360,
      grows: true,
      frozen: true,
      always: true,
      value: (row) => row.task,
      tooltip: (row) => row.task,
      editor: { kind: 'text', required: true, maxLength: 20_000 },
    },
    {
      key: 'state',
      header: t('followUps.state'),
      width: 120,
      value: (row) => row.state,
      sortValue: (row) => states.indexOf(row.state),
      text: (row) => t(`followUps.state-${row.state}`),
      render: (row) => <State tone={stateTones[row.state]}>{t(`followUps.state-${row.state}`)}</State>,
      editor: {
        kind: 'choice',
        required: true,
        options: states.map((value) => ({ value, label: t(`followUps.state-${value}`) })),
      },
    },
    {
      key: 'dueOn',
      header: t('followUps.due'),
      width: 128,
      value: (row) => (row.dueOn === null ? null : writtenDate(row.dueOn)),
      text: (row) => (row.dueOn === null ? t('followUps.dueNone') : writtenDate(row.dueOn)),
      sortValue: (row) => row.dueOn,
      editor: { kind: 'text', parse: dueOf },
    },
    {
      key: 'left',
      header: t('followUps.left'),
      width: 124,
      value: (row) => row.daysLeft,
      text: left,
      render: (row) => (isLate(row) ? <State tone="attention">{left(row)}</State> : left(row)),
      align: 'left',
    },
    {
      key: 'responsible',
      header: t('followUps.responsible'),
      width: 148,
      value: (row) => row.responsible,
      text: (row) => row.responsible || t('followUps.responsibleNone'),
      editor: { kind: 'text', maxLength: 500 },
    },
    {
      key: 'employee',
      header: t('followUps.employee'),
      width: 148,
      value: (row) => row.employeeName,
      text: (row) => row.employeeName ?? t('followUps.employeeNone'),
    },
    {
      key: 'kind',
      header: t('followUps.kind'),
      width: 176,
      value: (row) => row.kind,
      sortValue: (row) => t(`followUps.kind-${row.kind}`),
      text: (row) => t(`followUps.kind-${row.kind}`),
      editor: {
        kind: 'choice',
        required: true,
        options: kinds.map((value) => ({ value, label: t(`followUps.kind-${value}`) })),
      },
    },
    {
      key: 'outcome',
      header: t('followUps.outcome'),
      width: 220,
      grows: true,
      value: (row) => row.outcome,
      text: (row) => row.outcome || t('followUps.outcomeNone'),
      tooltip: (row) => row.outcome || null,
      editor: { kind: 'text', maxLength: 20_000 },
    },
    {
      key: 'origin',
      header: t('followUps.origin'),
      width: 220,
      muted: true,
      value: (row) => originWords(row, t),
    },
  ]
}

function leftWords(row: FollowUpRow, t: Translate): string {
  if (row.daysLeft === null) return t('followUps.leftNone')
  if (row.daysLeft === 0) return t('followUps.leftToday')
  const count = Math.abs(row.daysLeft)
  return t(row.daysLeft < 0 ? 'followUps.lateDays' : 'followUps.leftDays', { count })
}

function originWords(row: FollowUpRow, t: Translate): string {
  const where = row.meetingTitle ?? row.periodName
  return row.carriedOver ? `${where} (${t('followUps.carried', { period: row.periodName })})` : where
}
