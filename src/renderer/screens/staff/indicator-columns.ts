import type { CallOutput } from '#contract/contracts.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'
import type { RowNames } from './filter.ts'

type Columns = CallOutput<'staff.indicatorBoard'>['columns']

/** One indicator of the grid with one row per indicator. */
export interface IndicatorRow {
  readonly id: string
  readonly employeeId: string
  readonly name: string
  readonly unitId: string | null
  readonly resultId: string
  readonly resultNumber: number
  readonly resultStatement: string
  readonly weight: number | null
  readonly number: string
  readonly aspect: Columns['aspect'][number]
  readonly statement: string
  readonly target: string
  readonly unitOfMeasure: string
  readonly direction: Columns['direction'][number]
  readonly realisation: string
  readonly evidence: string
  readonly index: number | null
  readonly indexWhy: Columns['indexWhy'][number]
  readonly indexOverridden: boolean
  readonly indexOverrideReason: string
}

export function indicatorRowsOf(columns: Columns): readonly IndicatorRow[] {
  return columns.indicatorId.map((id, index) => ({
    id,
    employeeId: columns.employeeId[index] ?? '',
    name: columns.name[index] ?? '',
    unitId: columns.unitId[index] ?? null,
    resultId: columns.resultId[index] ?? '',
    resultNumber: columns.resultNumber[index] ?? 0,
    resultStatement: columns.resultStatement[index] ?? '',
    weight: columns.weight[index] ?? null,
    number: columns.number[index] ?? '',
    aspect: columns.aspect[index] ?? 'none',
    statement: columns.statement[index] ?? '',
    target: columns.target[index] ?? '',
    unitOfMeasure: columns.unitOfMeasure[index] ?? '',
    direction: columns.direction[index] ?? 'unknown',
    realisation: columns.realisation[index] ?? '',
    evidence: columns.evidence[index] ?? '',
    index: columns.index[index] ?? null,
    indexWhy: columns.indexWhy[index] ?? '',
    indexOverridden: columns.indexOverridden[index] ?? false,
    indexOverrideReason: columns.indexOverrideReason[index] ?? '',
  }))
}

export interface IndicatorColumnsInput {
  readonly names: RowNames
  readonly frozen: boolean
  readonly changed: ReadonlySet<string>
  readonly t: Translate
  readonly format: Formatters
}

type Column = GridColumn<IndicatorRow>

/** Keys are the fields of `staff.recordCells`, but for the columns that are only read. */
export function indicatorColumns(input: IndicatorColumnsInput): readonly Column[] {
  const { changed } = input
  return [...identity(input), ...plan(input), ...achievement(input)].map((column) => ({
    ...column,
    changed: (row: IndicatorRow) => changed.has(`${row.id}/${column.key}`),
  }))
}

function identity({ t, names }: IndicatorColumnsInput): readonly Column[] {
  const group = t('staff.groupIdentity')
  return [
    {
      key: 'name',
      header: t('staff.employee'),
      group,
      width: 160,
      frozen: true,
      always: true,
      value: (row) => row.name,
    },
    {
      key: 'unit',
      header: t('staff.unit'),
      group,
      width: 96,
      hiddenAtFirst: true,
      value: (row) => names.unit(row.unitId),
    },
    {
      key: 'result',
      header: t('staff.resultStatement'),
      group: t('staff.groupWork'),
      width: 220,
      value: (row) => `${row.resultNumber}. ${row.resultStatement}`,
      tooltip: (row) => row.resultStatement,
    },
  ]
}

function plan({ t, format, frozen }: IndicatorColumnsInput): readonly Column[] {
  const group = t('staff.groupIndicator')
  return [
    {
      key: 'weight',
      header: t('staff.weight'),
      group: t('staff.groupWork'),
      width: 96,
      decimals: 2,
      value: (row) => row.weight,
      text: (row) => (row.weight === null ? t('staff.weightsWrong') : format.number(row.weight, 2)),
      editor: { kind: 'number', min: 0, max: 100 },
      editable: () => (frozen ? t('staff.frozen') : true),
    },
    { key: 'number', header: t('staff.indicatorNumber'), group, width: 56, value: (row) => row.number },
    { key: 'aspect', header: t('staff.aspect'), group, width: 84, value: (row) => t(`staff.aspect-${row.aspect}`) },
    {
      key: 'statement',
      header: t('staff.statement'),
      group,
      width: 240,
      grows: true,
      value: (row) => row.statement,
      tooltip: (row) => row.statement,
    },
    {
      key: 'target',
      header: t('staff.target'),
      group,
      width: 112,
      value: (row) => row.target || null,
      text: (row) => row.target || t('staff.targetNone'),
      editor: { kind: 'text', maxLength: 20_000 },
    },
    {
      key: 'unitOfMeasure',
      header: t('staff.unitOfMeasure'),
      group,
      width: 84,
      hiddenAtFirst: true,
      value: (row) => row.unitOfMeasure,
      editor: { kind: 'text', maxLength: 500 },
    },
    {
      key: 'direction',
      header: t('staff.direction'),
      group,
      width: 148,
      value: (row) => row.direction,
      sortValue: (row) => t(`staff.direction-${row.direction}`),
      text: (row) => t(`staff.direction-${row.direction}`),
      editor: {
        kind: 'choice',
        required: true,
        options: (['higher', 'lower', 'unknown'] as const).map((value) => ({
          value,
          label: t(`staff.direction-${value}`),
        })),
      },
    },
  ]
}

function achievement({ t, format }: IndicatorColumnsInput): readonly Column[] {
  const group = t('staff.groupAchievement')
  return [
    {
      key: 'realisation',
      header: t('staff.realisation'),
      group,
      width: 112,
      value: (row) => row.realisation || null,
      text: (row) => row.realisation || t('staff.realisationNone'),
      editor: { kind: 'text', maxLength: 20_000 },
    },
    {
      key: 'evidence',
      header: t('staff.evidence'),
      group,
      width: 160,
      hiddenAtFirst: true,
      value: (row) => row.evidence,
      editor: { kind: 'text', maxLength: 20_000 },
    },
    {
      key: 'indexOverride',
      header: t('staff.index'),
      group,
      width: 112,
      align: 'right',
      value: (row) => row.index,
      text: (row) => {
        if (row.index !== null) return format.number(row.index, 2)
        return row.indexWhy === '' ? t('staff.indexNone') : t(`dossier.why-${row.indexWhy}`)
      },
      strong: (row) => row.indexOverridden,
      tooltip: (row) => row.indexOverrideReason || null,
      editor: { kind: 'number', min: 0, max: 200 },
    },
  ]
}
