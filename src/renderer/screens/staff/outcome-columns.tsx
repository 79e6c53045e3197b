import { IconCheck, IconCircleCheck, IconClock, IconFlag, IconMessageCircle } from '@tabler/icons-react'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'
import { PredicateMark, predicateRank } from '#renderer/ui/predicate.tsx'
import { State } from '#renderer/ui/tag.tsx'
import type { BoardRow } from './board-rows.ts'
import { decisionWords, flagWords, predicateMissing } from './row-words.ts'

type Column = GridColumn<BoardRow>

/** What came of the levels: predicates, the meeting's decision, flags and feedback. */
export const outcomeColumns = (t: Translate, format: Formatters): readonly Column[] => [
  ...predicateColumns(t),
  ...decisionColumns(t, format),
]

interface PredicateReading {
  readonly key: string
  readonly header: string
  readonly width: number
  readonly read: (row: BoardRow) => BoardRow['predicate'] | BoardRow['organisationPredicate']
  readonly none: string
}

/** A predicate in words, sorted from poor to very good. */
function predicateColumn(t: Translate, { key, header, width, read, none }: PredicateReading): Column {
  return {
    key,
    header,
    group: t('staff.groupPredicate'),
    width,
    align: 'left',
    computed: true,
    value: (row) => {
      const predicate = read(row)
      return predicate === null ? null : predicateRank[predicate]
    },
    text: (row) => {
      const predicate = read(row)
      return predicate === null ? none : t(`ui.${predicate}`)
    },
  }
}

function predicateColumns(t: Translate): readonly Column[] {
  return [
    {
      ...predicateColumn(t, {
        key: 'predicate',
        header: t('staff.fromQuadrant'),
        width: 164,
        read: (row) => row.predicate,
        none: t('staff.notRated'),
      }),
      render: (row) =>
        row.predicate === null ? t('staff.notRated') : <PredicateMark value={row.predicate} size="cell" />,
      incomplete: (row) => predicateMissing(row, t),
    },
    {
      ...predicateColumn(t, {
        key: 'finalPredicate',
        header: t('staff.finalPredicate'),
        width: 164,
        read: (row) => row.finalPredicate,
        none: t('staff.finalNone'),
      }),
      hiddenAtFirst: true,
    },
    {
      ...predicateColumn(t, {
        key: 'organisationPredicate',
        header: t('staff.organisation'),
        width: 132,
        read: (row) => row.organisationPredicate,
        none: t('staff.organisationNone'),
      }),
      hiddenAtFirst: true,
    },
  ]
}

const decisionStates = {
  none: { tone: 'attention', icon: IconClock },
  keep: { tone: 'neutral', icon: IconCheck },
  change: { tone: 'confirmed', icon: IconCircleCheck },
  proposal: { tone: 'information', icon: IconMessageCircle },
} as const

function decisionColumns(t: Translate, format: Formatters): readonly Column[] {
  const group = t('staff.groupDecision')
  return [
    {
      key: 'decision',
      header: t('staff.state'),
      group,
      width: 88,
      value: (row) => decisionWords(row, t),
      tooltip: (row) => (row.rated ? null : row.excludedBecause || null),
      render: (row) =>
        row.rated || row.decision !== 'none' ? (
          <State {...decisionStates[row.decision]}>{decisionWords(row, t)}</State>
        ) : (
          decisionWords(row, t)
        ),
    },
    {
      key: 'flags',
      header: t('staff.flags'),
      group,
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
      group,
      width: 96,
      decimals: 0,
      hiddenAtFirst: true,
      value: (row) => row.feedbackCount,
    },
  ]
}
