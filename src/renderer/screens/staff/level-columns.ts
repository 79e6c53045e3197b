import { type BehaviourValue, behaviourValues } from '#domain/model/assessment.ts'
import { expectationLevels } from '#domain/model/levels.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'
import { scoreText } from '#renderer/ui/dossier/score-text.ts'
import type { Board, BoardRow } from './board-rows.ts'
import { editableUnless } from './column-shapes.ts'
import { behaviourMissing, workMissing } from './row-words.ts'

type Column = GridColumn<BoardRow>
type Level = BoardRow['workLevel']

/** The fields of a row that hold a score and the levels worked out from it and given beside it; a column's key is its field. */
const fieldsOf = {
  work: { score: 'workScore', suggested: 'suggestedWorkLevel', level: 'workLevel', reason: 'workLevelReason' },
  behaviour: {
    score: 'behaviourScore',
    suggested: 'suggestedBehaviourLevel',
    level: 'behaviourLevel',
    reason: 'behaviourLevelReason',
  },
} as const
type Fields = (typeof fieldsOf)[keyof typeof fieldsOf]

/** Scores of the work results, the work score, and the suggested and official level beside it. */
export function workColumns(
  t: Translate,
  format: Formatters,
  { resultNumbers, frozen, scoring }: Pick<Board, 'resultNumbers' | 'frozen' | 'scoring'>,
): readonly Column[] {
  const group = t('staff.groupWork')
  const fields = fieldsOf.work
  const words = (score: number): string => scoreText(format, score, scoring.workBands)
  return [
    ...resultNumbers.map((number) => resultColumn(t, format, frozen, number)),
    scoreColumn(t, group, fields, { words, missing: workMissing }),
    suggestedColumn(t, group, fields),
    officialColumn(t, group, fields, { header: t('staff.official'), frozen }),
    {
      key: 'achievementIndex',
      header: t('staff.index'),
      group,
      width: 84,
      align: 'right',
      hiddenAtFirst: true,
      computed: true,
      value: (row) => row.achievementIndex,
      text: (row) => (row.achievementIndex === null ? t('staff.indexNone') : format.number(row.achievementIndex, 1)),
    },
  ]
}

/** Scores of the seven core values, the behaviour score, and the suggested and official level beside it. */
export function behaviourColumns(
  t: Translate,
  format: Formatters,
  { frozen, scoring }: Pick<Board, 'frozen' | 'scoring'>,
): readonly Column[] {
  const group = t('staff.groupBehaviour')
  const fields = fieldsOf.behaviour
  const words = (score: number): string => scoreText(format, score, scoring.behaviourBands)
  return [
    ...behaviourValues.map((value, place) => coreValueColumn(t, format, frozen, value, place)),
    scoreColumn(t, group, fields, { words, missing: behaviourMissing }),
    { ...suggestedColumn(t, group, fields), hiddenAtFirst: true },
    officialColumn(t, group, fields, { header: t('staff.level'), frozen }),
  ]
}

function resultColumn(t: Translate, format: Formatters, frozen: boolean, number: number): Column {
  return {
    key: `result:${number}`,
    header: t('staff.result', { number }),
    group: t('staff.groupWork'),
    width: 72,
    decimals: 2,
    hiddenAtFirst: true,
    value: (row) => row.results.get(number) ?? null,
    text: (row) => {
      const score = row.results.get(number)
      if (score === undefined) return t('staff.notPlanned')
      return score === null ? t('staff.unscored') : format.number(score, 2)
    },
    editor: { kind: 'number', min: 0, max: 100 },
    editable: (row) => {
      const score = row.results.get(number)
      return score === undefined ? t('staff.notPlanned') : editableUnless(frozen, score !== null, t)
    },
  }
}

function coreValueColumn(
  t: Translate,
  format: Formatters,
  frozen: boolean,
  value: BehaviourValue,
  place: number,
): Column {
  const read = (row: BoardRow): number | null => row.behaviours[place] ?? null
  return {
    key: `behaviour:${place}`,
    header: value,
    group: t('staff.groupBehaviour'),
    width: 56,
    decimals: 0,
    hiddenAtFirst: true,
    value: read,
    text: (row) => {
      const score = read(row)
      return score === null ? t('staff.unscoredShort') : format.number(score, 0)
    },
    tooltip: () => t(`dossier.${value}`),
    editor: { kind: 'number', min: 1, max: 5 },
    editable: (row) => editableUnless(frozen, read(row) !== null, t),
  }
}

interface ScoreWords {
  readonly words: (score: number) => string
  /** Why there is none, in words. */
  readonly missing: (row: BoardRow, t: Translate) => string | null
}

/** A score worked out from the single ones. */
function scoreColumn(t: Translate, group: string, fields: Fields, { words, missing }: ScoreWords): Column {
  return {
    key: fields.score,
    header: t('staff.score'),
    group,
    width: 96,
    align: 'right',
    computed: true,
    value: (row) => row[fields.score],
    text: (row) => {
      const score = row[fields.score]
      return score === null ? t('staff.notRated') : words(score)
    },
    incomplete: (row) => missing(row, t),
    tooltip: (row) => missing(row, t),
  }
}

/** A level in words, sorted from below to above. */
function levelColumn(t: Translate, group: string, key: Fields['suggested' | 'level'], none: string) {
  return {
    key,
    group,
    width: 84,
    value: (row: BoardRow): Level => row[key],
    sortValue: (row: BoardRow): number | null => {
      const level = row[key]
      return level === null ? null : expectationLevels.indexOf(level)
    },
    text: (row: BoardRow): string => {
      const level = row[key]
      return level === null ? none : t(`ui.${level}`)
    },
  }
}

/** The level the score suggests; it never decides. */
function suggestedColumn(t: Translate, group: string, { suggested }: Fields): Column {
  return {
    ...levelColumn(t, group, suggested, ''),
    header: t('staff.suggested'),
    computed: true,
    incomplete: (row) => (row[suggested] === null && row.rated ? t('staff.suggestionNone') : null),
  }
}

interface OfficialOptions {
  readonly header: string
  readonly frozen: boolean
}

/** The level the supervisor gives, bold where it departs from the suggestion. */
function officialColumn(t: Translate, group: string, fields: Fields, { header, frozen }: OfficialOptions): Column {
  const { level, suggested, reason } = fields
  return {
    ...levelColumn(t, group, level, t('staff.levelNone')),
    header,
    strong: (row) => row[level] !== null && row[suggested] !== null && row[level] !== row[suggested],
    tooltip: (row) => row[reason] || null,
    editor: {
      kind: 'choice',
      options: expectationLevels.map((value) => ({ value, label: t(`ui.${value}`) })),
    },
    editable: (row) => editableUnless(frozen, row[level] !== null, t),
  }
}
