import type { Translate } from '#renderer/i18n/i18n.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'
import type { BoardRow } from './board-rows.ts'
import { choiceColumn, nameColumn, sortedByWords, writtenColumn } from './column-shapes.ts'
import type { RowNames } from './filter.ts'

type Column = GridColumn<BoardRow>

/** Units and supervisors a cell may be set to. */
export interface ColumnChoices {
  readonly units: readonly { readonly value: string; readonly label: string }[]
  readonly supervisors: readonly { readonly value: string; readonly label: string }[]
}

/** Who the row is about. */
export function identityColumns(t: Translate): readonly Column[] {
  const group = t('staff.groupIdentity')
  return [
    nameColumn({ header: t('staff.name'), group, tooltip: (row) => row.post || null }),
    { key: 'nip', header: t('staff.nip'), group, width: 164, frozen: true, muted: true, value: (row) => row.nip ?? '' },
  ]
}

/** Where the person serves, under whom, and whether rated at all. */
export function placementColumns(t: Translate, names: RowNames, choices: ColumnChoices): readonly Column[] {
  const group = t('staff.groupPlacement')
  const required = true
  const hiddenAtFirst = true
  const yes = t('common.yes')
  const no = t('common.no')
  const options = [
    { value: 'ya', label: yes },
    { value: 'tidak', label: no },
  ]
  return [
    sortedByWords(
      choiceColumn(
        { key: 'unitId', header: t('staff.unit'), group, width: 108, grows: true },
        { read: (row) => row.unitId, words: names.unit, options: choices.units },
      ),
    ),
    sortedByWords(
      choiceColumn(
        { key: 'supervisorId', header: t('staff.supervisor'), group, width: 132, grows: true },
        { read: (row) => row.supervisorId, words: names.supervisor, options: choices.supervisors, required },
      ),
    ),
    writtenColumn(
      { key: 'post', header: t('staff.post'), group, width: 200, hiddenAtFirst },
      { read: (row) => row.post, maxLength: 500 },
    ),
    {
      key: 'postKind',
      header: t('staff.postKind'),
      group,
      width: 120,
      hiddenAtFirst,
      value: (row) => t(`staff.kind-${row.postKind}`),
    },
    writtenColumn(
      { key: 'grade', header: t('staff.grade'), group, width: 84, hiddenAtFirst },
      { read: (row) => row.grade, maxLength: 10 },
    ),
    choiceColumn(
      { key: 'rated', header: t('staff.rated'), group, width: 84, hiddenAtFirst },
      {
        read: (row) => (row.rated ? 'ya' : 'tidak'),
        words: (_, row) => (row.rated ? yes : row.excludedBecause || no),
        options,
        required,
      },
    ),
    choiceColumn(
      { key: 'studyFailed', header: t('staff.studyFailed'), group, width: 120, hiddenAtFirst },
      {
        read: (row) => row.studyFailed ?? 'tidak',
        words: (_, row) => (row.studyFailed === null ? no : t(`ui.${row.studyFailed}`)),
        // The regulation leaves the rater the choice between the two lowest predicates.
        options: [
          { value: 'tidak', label: no },
          { value: 'poor', label: t('ui.poor') },
          { value: 'very-poor', label: t('ui.very-poor') },
        ],
        required,
      },
    ),
  ]
}
