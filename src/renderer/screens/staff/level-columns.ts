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

/** Scores of the work results, the work score, and the suggested and official level beside it. */
export function workColumns(
  t: Translate,
  format: Formatters,
  { resultNumbers, frozen, scoring }: Pick<Board, 'resultNumbers' | 'frozen' | 'scoring'>,
): readonly Column[] {
  const group = t('staff.groupWork')
  return [
    ...resultNumbers.map((number) => resultColumn(t, format, frozen, number)),
    sumColumn(t, {
      key: 'workScore',
      group,
      read: (row) => row.workScore,
      words: (score) => scoreText(format, score, scoring.workBands),
      missing: workMissing,
    }),
    suggestedColumn(t, { key: 'suggestedWorkLevel', group, read: (row) => row.suggestedWorkLevel }),
    officialColumn(t, frozen, {
      key: 'workLevel',
      group,
      header: t('staff.official'),
      read: (row) => row.workLevel,
      suggested: (row) => row.suggestedWorkLevel,
      reason: (row) => row.workLevelReason,
    }),
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
  return [
    ...behaviourValues.map((value, place) => coreValueColumn(t, format, frozen, value, place)),
    sumColumn(t, {
      key: 'behaviourScore',
      group,
      read: (row) => row.behaviourScore,
      words: (score) => scoreText(format, score, scoring.behaviourBands),
      missing: behaviourMissing,
    }),
    {
      ...suggestedColumn(t, { key: 'suggestedBehaviourLevel', group, read: (row) => row.suggestedBehaviourLevel }),
      hiddenAtFirst: true,
    },
    officialColumn(t, frozen, {
      key: 'behaviourLevel',
      group,
      header: t('staff.level'),
      read: (row) => row.behaviourLevel,
      suggested: (row) => row.suggestedBehaviourLevel,
      reason: (row) => row.behaviourLevelReason,
    }),
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

interface Sum {
  readonly key: string
  readonly group: string
  readonly read: (row: BoardRow) => number | null
  readonly words: (score: number) => string
  /** Why there is none, in words. */
  readonly missing: (row: BoardRow, t: Translate) => string | null
}

/** A score worked out from the single ones. */
function sumColumn(t: Translate, { key, group, read, words, missing }: Sum): Column {
  return {
    key,
    header: t('staff.score'),
    group,
    width: 96,
    align: 'right',
    computed: true,
    value: read,
    text: (row) => {
      const score = read(row)
      return score === null ? t('staff.notRated') : words(score)
    },
    incomplete: (row) => missing(row, t),
    tooltip: (row) => missing(row, t),
  }
}

interface LevelReading {
  readonly key: string
  readonly group: string
  readonly read: (row: BoardRow) => Level
}

/** A level in words, sorted from below to above. */
function levelColumn(t: Translate, { key, group, read }: LevelReading, header: string, none: string): Column {
  const rank = (level: Level): number | null => (level === null ? null : expectationLevels.indexOf(level))
  return {
    key,
    header,
    group,
    width: 84,
    value: read,
    sortValue: (row) => rank(read(row)),
    text: (row) => {
      const level = read(row)
      return level === null ? none : t(`ui.${level}`)
    },
  }
}

/** The level the score suggests; it never decides. */
function suggestedColumn(t: Translate, reading: LevelReading): Column {
  return {
    ...levelColumn(t, reading, t('staff.suggested'), ''),
    computed: true,
    incomplete: (row) => (reading.read(row) === null && row.rated ? t('staff.suggestionNone') : null),
  }
}

interface OfficialReading extends LevelReading {
  readonly header: string
  readonly suggested: (row: BoardRow) => Level
  readonly reason: (row: BoardRow) => string
}

/** The level the supervisor gives, bold where it departs from the suggestion. */
function officialColumn(t: Translate, frozen: boolean, reading: OfficialReading): Column {
  const { read, suggested, reason } = reading
  return {
    ...levelColumn(t, reading, reading.header, t('staff.levelNone')),
    strong: (row) => {
      const [official, other] = [read(row), suggested(row)]
      return official !== null && other !== null && official !== other
    },
    tooltip: (row) => reason(row) || null,
    editor: {
      kind: 'choice',
      options: expectationLevels.map((level) => ({ value: level, label: t(`ui.${level}`) })),
    },
    editable: (row) => editableUnless(frozen, read(row) !== null, t),
  }
}
