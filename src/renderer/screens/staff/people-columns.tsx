import { IconCheck, IconCircleCheck, IconClock, IconFlag, IconMessageCircle } from '@tabler/icons-react'
import { behaviourValues } from '#domain/model/assessment.ts'
import { expectationLevels } from '#domain/model/levels.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { CellEditor, GridColumn } from '#renderer/ui/data-grid/types.ts'
import { scoreText } from '#renderer/ui/dossier/score-text.ts'
import { PredicateMark, predicateRank } from '#renderer/ui/predicate.tsx'
import { State } from '#renderer/ui/tag.tsx'
import type { Board, BoardRow } from './board-rows.ts'
import type { RowNames } from './filter.ts'
import { behaviourMissing, decisionWords, flagWords, predicateMissing, workMissing } from './row-words.ts'

export interface ColumnChoices {
  readonly units: readonly { readonly value: string; readonly label: string }[]
  readonly supervisors: readonly { readonly value: string; readonly label: string }[]
}

export interface PeopleColumnsInput {
  readonly board: Pick<Board, 'resultNumbers' | 'frozen' | 'scoring'>
  readonly names: RowNames
  readonly choices: ColumnChoices
  readonly changed: ReadonlySet<string>
  readonly t: Translate
  readonly format: Formatters
}

type Column = GridColumn<BoardRow>

const decisionStates = {
  none: { tone: 'attention', icon: IconClock },
  keep: { tone: 'neutral', icon: IconCheck },
  change: { tone: 'confirmed', icon: IconCircleCheck },
  proposal: { tone: 'information', icon: IconMessageCircle },
} as const

/** The columns of one row per employee. Keys are the names of the row's fields, so that changed cells find their mark. */
export function peopleColumns(input: PeopleColumnsInput): readonly Column[] {
  const { changed } = input
  return [
    ...identityColumns(input),
    ...placementColumns(input),
    ...workColumns(input),
    ...behaviourColumns(input),
    ...outcomeColumns(input),
  ].map((column) => ({ ...column, changed: (row: BoardRow) => changed.has(`${row.id}/${column.key}`) }))
}

function identityColumns({ t }: PeopleColumnsInput): readonly Column[] {
  const group = t('staff.groupIdentity')
  return [
    {
      key: 'name',
      header: t('staff.name'),
      group,
      width: 160,
      frozen: true,
      always: true,
      value: (row) => row.name,
      tooltip: (row) => row.post || null,
    },
    { key: 'nip', header: t('staff.nip'), group, width: 164, frozen: true, muted: true, value: (row) => row.nip ?? '' },
  ]
}

function placementColumns({ t, names, choices }: PeopleColumnsInput): readonly Column[] {
  const group = t('staff.groupPlacement')
  const yesNo: CellEditor<BoardRow> = {
    kind: 'choice',
    required: true,
    options: [
      { value: 'ya', label: t('common.yes') },
      { value: 'tidak', label: t('common.no') },
    ],
  }
  const yesWords = (value: boolean): string => t(value ? 'common.yes' : 'common.no')
  return [
    {
      key: 'unitId',
      header: t('staff.unit'),
      group,
      width: 108,
      grows: true,
      value: (row) => row.unitId,
      sortValue: (row) => (row.unitId === null ? null : names.unit(row.unitId)),
      text: (row) => names.unit(row.unitId),
      editor: { kind: 'choice', options: choices.units },
    },
    {
      key: 'supervisorId',
      header: t('staff.supervisor'),
      group,
      width: 132,
      grows: true,
      value: (row) => row.supervisorId,
      sortValue: (row) => (row.supervisorId === null ? null : names.supervisor(row.supervisorId)),
      text: (row) => names.supervisor(row.supervisorId),
      editor: { kind: 'choice', options: choices.supervisors, required: true },
    },
    {
      key: 'post',
      header: t('staff.post'),
      group,
      width: 200,
      hiddenAtFirst: true,
      value: (row) => row.post,
      editor: { kind: 'text', maxLength: 500 },
    },
    {
      key: 'postKind',
      header: t('staff.postKind'),
      group,
      width: 120,
      hiddenAtFirst: true,
      value: (row) => t(`staff.kind-${row.postKind}`),
    },
    {
      key: 'grade',
      header: t('staff.grade'),
      group,
      width: 84,
      hiddenAtFirst: true,
      value: (row) => row.grade,
      editor: { kind: 'text', maxLength: 10 },
    },
    {
      key: 'rated',
      header: t('staff.rated'),
      group,
      width: 84,
      hiddenAtFirst: true,
      value: (row) => (row.rated ? 'ya' : 'tidak'),
      text: (row) => (row.rated ? t('common.yes') : row.excludedBecause || t('common.no')),
      editor: yesNo,
    },
    {
      key: 'studyFailed',
      header: t('staff.studyFailed'),
      group,
      width: 120,
      hiddenAtFirst: true,
      value: (row) => (row.studyFailed ? 'ya' : 'tidak'),
      text: (row) => yesWords(row.studyFailed),
      editor: yesNo,
    },
  ]
}

const levelRank = (level: BoardRow['workLevel']): number | null =>
  level === null ? null : expectationLevels.indexOf(level)

const levelEditor = (t: Translate): CellEditor<BoardRow> => ({
  kind: 'choice',
  options: expectationLevels.map((level) => ({ value: level, label: t(`ui.${level}`) })),
})

function workColumns({ t, board, format }: PeopleColumnsInput): readonly Column[] {
  const group = t('staff.groupWork')
  const levelWords = (level: BoardRow['workLevel'], none: string): string => (level === null ? none : t(`ui.${level}`))
  return [
    ...board.resultNumbers.map(
      (number): Column => ({
        key: `result:${number}`,
        header: t('staff.result', { number }),
        group,
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
          if (score === undefined) return t('staff.notPlanned')
          return score !== null && board.frozen ? t('staff.frozen') : true
        },
      }),
    ),
    {
      key: 'workScore',
      header: t('staff.score'),
      group,
      width: 96,
      align: 'right',
      computed: true,
      value: (row) => row.workScore,
      text: (row) =>
        row.workScore === null ? t('staff.notRated') : scoreText(format, row.workScore, board.scoring.workBands),
      incomplete: (row) => workMissing(row, t),
      tooltip: (row) => workMissing(row, t),
    },
    {
      key: 'suggestedWorkLevel',
      header: t('staff.suggested'),
      group,
      width: 84,
      computed: true,
      value: (row) => row.suggestedWorkLevel,
      sortValue: (row) => levelRank(row.suggestedWorkLevel),
      text: (row) => levelWords(row.suggestedWorkLevel, ''),
      incomplete: (row) => (row.suggestedWorkLevel === null && row.rated ? t('staff.suggestionNone') : null),
    },
    {
      key: 'workLevel',
      header: t('staff.official'),
      group,
      width: 84,
      value: (row) => row.workLevel,
      sortValue: (row) => levelRank(row.workLevel),
      text: (row) => levelWords(row.workLevel, t('staff.levelNone')),
      strong: (row) => differs(row.workLevel, row.suggestedWorkLevel),
      tooltip: (row) => row.workLevelReason || null,
      editor: levelEditor(t),
      editable: (row) => (row.workLevel !== null && board.frozen ? t('staff.frozen') : true),
    },
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

const differs = (official: BoardRow['workLevel'], suggested: BoardRow['workLevel']): boolean =>
  official !== null && suggested !== null && official !== suggested

function behaviourColumns({ t, board, format }: PeopleColumnsInput): readonly Column[] {
  const group = t('staff.groupBehaviour')
  const levelWords = (level: BoardRow['workLevel'], none: string): string => (level === null ? none : t(`ui.${level}`))
  return [
    ...behaviourValues.map(
      (value, place): Column => ({
        key: `behaviour:${place}`,
        header: value,
        group,
        width: 56,
        decimals: 0,
        hiddenAtFirst: true,
        value: (row) => row.behaviours[place] ?? null,
        text: (row) => {
          const score = row.behaviours[place] ?? null
          return score === null ? t('staff.unscoredShort') : format.number(score, 0)
        },
        tooltip: () => t(`dossier.${value}`),
        editor: { kind: 'number', min: 1, max: 5 },
        editable: (row) => ((row.behaviours[place] ?? null) !== null && board.frozen ? t('staff.frozen') : true),
      }),
    ),
    {
      key: 'behaviourScore',
      header: t('staff.score'),
      group,
      width: 96,
      align: 'right',
      computed: true,
      value: (row) => row.behaviourScore,
      text: (row) =>
        row.behaviourScore === null
          ? t('staff.notRated')
          : scoreText(format, row.behaviourScore, board.scoring.behaviourBands),
      incomplete: (row) => behaviourMissing(row, t),
      tooltip: (row) => behaviourMissing(row, t),
    },
    {
      key: 'suggestedBehaviourLevel',
      header: t('staff.suggested'),
      group,
      width: 84,
      computed: true,
      hiddenAtFirst: true,
      value: (row) => row.suggestedBehaviourLevel,
      sortValue: (row) => levelRank(row.suggestedBehaviourLevel),
      text: (row) => levelWords(row.suggestedBehaviourLevel, ''),
      incomplete: (row) => (row.suggestedBehaviourLevel === null && row.rated ? t('staff.suggestionNone') : null),
    },
    {
      key: 'behaviourLevel',
      header: t('staff.level'),
      group,
      width: 84,
      value: (row) => row.behaviourLevel,
      sortValue: (row) => levelRank(row.behaviourLevel),
      text: (row) => levelWords(row.behaviourLevel, t('staff.levelNone')),
      strong: (row) => differs(row.behaviourLevel, row.suggestedBehaviourLevel),
      tooltip: (row) => row.behaviourLevelReason || null,
      editor: levelEditor(t),
      editable: (row) => (row.behaviourLevel !== null && board.frozen ? t('staff.frozen') : true),
    },
  ]
}

function outcomeColumns({ t, format }: PeopleColumnsInput): readonly Column[] {
  const rank = (value: BoardRow['predicate']): number | null => (value === null ? null : predicateRank[value])
  return [
    {
      key: 'predicate',
      header: t('staff.fromQuadrant'),
      group: t('staff.groupPredicate'),
      width: 164,
      align: 'left',
      computed: true,
      value: (row) => rank(row.predicate),
      text: (row) => (row.predicate === null ? t('staff.notRated') : t(`ui.${row.predicate}`)),
      render: (row) =>
        row.predicate === null ? t('staff.notRated') : <PredicateMark value={row.predicate} size="cell" />,
      incomplete: (row) => predicateMissing(row, t),
    },
    {
      key: 'finalPredicate',
      header: t('staff.finalPredicate'),
      group: t('staff.groupPredicate'),
      width: 164,
      align: 'left',
      hiddenAtFirst: true,
      computed: true,
      value: (row) => rank(row.finalPredicate),
      text: (row) => (row.finalPredicate === null ? t('staff.finalNone') : t(`ui.${row.finalPredicate}`)),
    },
    {
      key: 'organisationPredicate',
      header: t('staff.organisation'),
      group: t('staff.groupPredicate'),
      width: 132,
      align: 'left',
      hiddenAtFirst: true,
      computed: true,
      value: (row) => (row.organisationPredicate === null ? null : predicateRank[row.organisationPredicate]),
      text: (row) =>
        row.organisationPredicate === null ? t('staff.organisationNone') : t(`ui.${row.organisationPredicate}`),
    },
    {
      key: 'decision',
      header: t('staff.state'),
      group: t('staff.groupDecision'),
      width: 88,
      value: (row) => decisionWords(row, t),
      render: (row) => <State {...decisionStates[row.decision]}>{decisionWords(row, t)}</State>,
    },
    {
      key: 'flags',
      header: t('staff.flags'),
      group: t('staff.groupDecision'),
      width: 64,
      align: 'left',
      value: (row) => row.flags.length,
      text: (row) => flagWords(row, t),
      tooltip: (row) => flagWords(row, t) || null,
      render: (row) =>
        row.flags.length === 0 ? null : (
          <State tone="attention" icon={IconFlag} title={flagWords(row, t)}>
            {format.number(row.flags.length)}
          </State>
        ),
    },
    {
      key: 'feedbackCount',
      header: t('staff.feedback'),
      group: t('staff.groupDecision'),
      width: 96,
      decimals: 0,
      hiddenAtFirst: true,
      value: (row) => row.feedbackCount,
    },
  ]
}
