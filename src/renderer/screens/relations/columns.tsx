import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'
import { State } from '#renderer/ui/tag.tsx'
import { writtenDate } from '#renderer/ui/written-date.ts'
import { isStanding, type Rater, type RelationRow } from './types.ts'

/** Columns of the declared relations; all are read here and changed in the panel. */
export function relationColumns(t: Translate, format: Formatters): readonly GridColumn<RelationRow>[] {
  const stateOf = (row: RelationRow): string =>
    row.withdrawnAt === null
      ? t('relations.state-standing')
      : t('relations.state-withdrawn', { date: format.date(row.withdrawnAt) })
  const recusesOf = (row: RelationRow): string => t(row.recuses ? 'relations.recuses-yes' : 'relations.recuses-no')
  const ratesOf = (row: RelationRow): string => t(row.ratesSubject ? 'relations.rates-yes' : 'relations.rates-no')
  return [
    {
      key: 'holder',
      header: t('relations.holder'),
      width: 190,
      frozen: true,
      always: true,
      value: (row) => row.holder.name,
      text: (row) => (row.holderId === null ? `${row.holder.name} (${t('relations.outsider')})` : row.holder.name),
      tooltip: (row) => [row.holder.post, row.holder.unit].filter((part) => part !== '').join(' · ') || null,
    },
    {
      key: 'subject',
      header: t('relations.subject'),
      width: 180,
      always: true,
      value: (row) => row.subject.name,
      tooltip: (row) => [row.subject.post, row.subject.unit].filter((part) => part !== '').join(' · ') || null,
    },
    {
      key: 'kind',
      header: t('relations.kind'),
      width: 190,
      value: (row) => row.kind,
      sortValue: (row) => t(`relations.kind-${row.kind}`),
      text: (row) => t(`relations.kind-${row.kind}`),
    },
    {
      key: 'recuses',
      header: t('relations.recuses'),
      width: 112,
      value: (row) => (row.recuses ? 1 : 0),
      align: 'left',
      text: recusesOf,
      render: (row) =>
        row.recuses && isStanding(row) ? <State tone="attention">{recusesOf(row)}</State> : recusesOf(row),
    },
    {
      key: 'rates',
      header: t('relations.rates'),
      width: 176,
      value: (row) => (row.ratesSubject ? 1 : 0),
      align: 'left',
      text: ratesOf,
      render: (row) =>
        row.ratesSubject && isStanding(row) ? <State tone="attention">{ratesOf(row)}</State> : ratesOf(row),
    },
    {
      key: 'remark',
      header: t('relations.remark'),
      width: 180,
      grows: true,
      value: (row) => row.remark,
      text: (row) => row.remark || t('relations.remarkNone'),
      tooltip: (row) => row.remark || null,
    },
    {
      key: 'declaredOn',
      header: t('relations.declaredOn'),
      width: 132,
      value: (row) => writtenDate(row.declaredOn),
      sortValue: (row) => row.declaredOn,
    },
    { key: 'declaredBy', header: t('relations.declaredBy'), width: 160, value: (row) => row.declaredBy },
    {
      key: 'state',
      header: t('relations.state'),
      width: 170,
      value: (row) => row.withdrawnAt,
      text: stateOf,
      render: (row) => <State tone={isStanding(row) ? 'confirmed' : 'neutral'}>{stateOf(row)}</State>,
    },
    {
      key: 'reason',
      header: t('relations.reason'),
      width: 180,
      hiddenAtFirst: true,
      value: (row) => row.withdrawnReason,
      text: (row) => row.withdrawnReason || t('relations.reasonNone'),
    },
  ]
}

/** Columns of those who are asked for a statement. */
export function raterColumns(t: Translate): readonly GridColumn<Rater>[] {
  const stateOf = ({ statement }: Rater): string =>
    statement === null
      ? t('relations.statementMissing')
      : t('relations.statementReceived', { date: writtenDate(statement.receivedOn) })
  return [
    {
      key: 'name',
      header: t('relations.rater'),
      width: 220,
      frozen: true,
      always: true,
      value: (row) => row.name,
      text: (row) => (row.holderId === null ? `${row.name} (${t('relations.outsider')})` : row.name),
    },
    {
      key: 'statement',
      header: t('relations.statement'),
      width: 190,
      value: (row) => row.statement?.receivedOn ?? null,
      text: stateOf,
      render: (row) => <State tone={row.statement === null ? 'attention' : 'confirmed'}>{stateOf(row)}</State>,
    },
    {
      key: 'declared',
      header: t('relations.declared'),
      width: 110,
      value: (row) => row.relations,
      text: (row) => (row.relations === 0 ? t('relations.declaredNone') : String(row.relations)),
    },
    {
      key: 'parts',
      header: t('relations.parts'),
      width: 260,
      value: (row) => row.parts.map((part) => t(`relations.part-${part}`)).join(', '),
    },
    {
      key: 'post',
      header: t('relations.post'),
      width: 220,
      grows: true,
      value: (row) => row.post,
      text: (row) => row.post || t('relations.postNone'),
    },
    {
      key: 'unit',
      header: t('relations.unit'),
      width: 150,
      value: (row) => row.unit,
      text: (row) => row.unit || t('relations.unitNone'),
    },
  ]
}
