import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'
import {
  choiceColumn,
  editableUnless,
  nameColumn,
  sortedByWords,
  withChangedMarks,
  writtenColumn,
} from './column-shapes.ts'
import type { RowNames } from './filter.ts'
import type { IndicatorRow } from './indicator-rows.ts'

export interface IndicatorColumnsInput {
  readonly names: RowNames
  readonly frozen: boolean
  readonly changed: ReadonlySet<string>
  readonly t: Translate
  readonly format: Formatters
}

type Column = GridColumn<IndicatorRow>

/** Keys are the fields of `staff.recordCells`, but for the columns that are only read. */
export const indicatorColumns = (input: IndicatorColumnsInput): readonly Column[] =>
  withChangedMarks([...identity(input), ...plan(input), ...achievement(input)], input.changed)

function identity({ t, names }: IndicatorColumnsInput): readonly Column[] {
  const group = t('staff.groupIdentity')
  return [
    nameColumn({ header: t('staff.employee'), group }),
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
      grows: true,
      value: (row) => `${row.resultNumber}. ${row.resultStatement}`,
      tooltip: (row) => row.resultStatement,
    },
  ]
}

function plan({ t, format, frozen }: IndicatorColumnsInput): readonly Column[] {
  const group = t('staff.groupIndicator')
  const directionWords = (value: IndicatorRow['direction']): string => t(`staff.direction-${value}`)
  const directions = (['higher', 'lower', 'unknown'] as const).map((value) => ({ value, label: directionWords(value) }))
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
      editable: () => editableUnless(frozen, true, t),
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
    writtenColumn(
      { key: 'target', header: t('staff.target'), group, width: 112 },
      { read: (row) => row.target, maxLength: 20_000, none: t('staff.targetNone') },
    ),
    writtenColumn(
      { key: 'unitOfMeasure', header: t('staff.unitOfMeasure'), group, width: 84, hiddenAtFirst: true },
      { read: (row) => row.unitOfMeasure, maxLength: 500 },
    ),
    sortedByWords(
      choiceColumn(
        { key: 'direction', header: t('staff.direction'), group, width: 176 },
        { read: (row) => row.direction, words: directionWords, options: directions, required: true },
      ),
    ),
  ]
}

function achievement({ t, format }: IndicatorColumnsInput): readonly Column[] {
  const group = t('staff.groupAchievement')
  return [
    writtenColumn(
      { key: 'realisation', header: t('staff.realisation'), group, width: 112 },
      { read: (row) => row.realisation, maxLength: 20_000, none: t('staff.realisationNone') },
    ),
    writtenColumn(
      { key: 'evidence', header: t('staff.evidence'), group, width: 160, hiddenAtFirst: true },
      { read: (row) => row.evidence, maxLength: 20_000 },
    ),
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
