import type { TrailFindingOutput, TrailReportOutput } from './ledger.ts'
import type { InBothLanguages, Locale } from './locale.ts'

/** What was found, where, and what it means. */
export const findingSentences: Readonly<Record<TrailFindingOutput['kind'], InBothLanguages>> = {
  gap: {
    id: 'Entri {seq} sampai {until} tidak ada: dihapus di luar Timbang.',
    en: 'Entries {seq} to {until} are missing: they were removed outside Timbang.',
  },
  link: {
    id: 'Entri {seq} tidak menyambung entri sebelumnya, yang ditulis ulang atau diganti.',
    en: 'Entry {seq} does not follow from the one before, which was rewritten or replaced.',
  },
  entry: {
    id: 'Isi entri {seq} berubah sesudah dicatat.',
    en: 'What entry {seq} says was changed after it was recorded.',
  },
  changes: {
    id: 'Baris data yang tercatat pada entri {seq} berubah sesudah dicatat.',
    en: 'The rows recorded with entry {seq} were changed after they were recorded.',
  },
  before: {
    id: 'Entri {seq} bertolak dari isi {table} {about} yang tidak pernah tercatat.',
    en: 'Entry {seq} starts from a state of {table} {about} that was never recorded.',
  },
  changed: {
    id: '{table} {about} berbeda dari yang tercatat pada entri {seq}: {fields}.',
    en: '{table} {about} differs from what entry {seq} recorded: {fields}.',
  },
  added: {
    id: '{table} {about} ada di berkas tetapi tidak tercatat pada jejak.',
    en: '{table} {about} is in the file but not recorded in the trail.',
  },
  missing: {
    id: '{table} {about}, tercatat pada entri {seq}, tidak ada di berkas.',
    en: '{table} {about}, recorded in entry {seq}, is not in the file.',
  },
}

const fieldSentence: InBothLanguages = {
  id: '{field} tercatat {recorded}, di berkas {found}',
  en: '{field} recorded as {recorded}, in the file {found}',
}

const emptyValue: InBothLanguages = { id: 'kosong', en: 'empty' }

/** How the file stands to the value from outside; `none`: what cannot be known without one. */
export const comparisonSentences: Readonly<
  Record<NonNullable<TrailReportOutput['comparison']>['kind'] | 'none', InBothLanguages>
> = {
  match: {
    id: 'Cocok dengan kode dari luar: sejarah berkas sama dengan saat kode itu dicatat.',
    en: 'It matches the code from outside: the history is the same as when that code was noted.',
  },
  continues: {
    id: 'Melanjutkan kode dari luar: sejarah sampai kode itu sama; sesudahnya ada {later} entri.',
    en: 'It continues from the code from outside: the history up to it is the same; entries after it: {later}.',
  },
  different: {
    id: 'Sejarah lain: pada tempat kode itu berkas memuat entri lain. Jejak ditulis ulang, atau ini berkas yang berbeda.',
    en: 'Another history: in the place of that code the file has another entry. The trail was rewritten, or this is a different file.',
  },
  shorter: {
    id: 'Lebih pendek dari kode itu: {missing} entri terakhir tidak ada. Ekor jejak dipotong, atau ini salinan yang lebih lama.',
    en: 'It is shorter than that code; entries missing at the end: {missing}. The tail was cut, or this is an older copy.',
  },
  none: {
    id: 'Tanpa kode dari luar berkas, jejak yang seluruhnya ditulis ulang, ekor yang dipotong, atau salinan lama yang dikembalikan tidak dapat dikenali.',
    en: 'Without a code from outside the file, a trail rewritten as a whole, a cut tail or an older copy put back cannot be recognised.',
  },
}

const verdicts: Readonly<Record<'whole' | 'broken', InBothLanguages>> = {
  whole: {
    id: 'Rantai jejak utuh: {count} entri menyambung, dan {rows} baris data sama dengan yang tercatat ({ratings} di antaranya penilaian dan keputusan).',
    en: 'The chain of the trail is whole. Entries followed: {count}; rows that equal what was recorded: {rows}, of them ratings and decisions: {ratings}.',
  },
  broken: {
    id: 'Jejak atau data diubah di luar Timbang: {found} temuan pada {count} entri dan {rows} baris data.',
    en: 'The trail or the data was changed outside Timbang. Findings: {found}; entries followed: {count}; rows compared: {rows}.',
  },
}

/** How the words of a table and of a field's name and value are found; by default their own names. */
export interface FindingWords {
  readonly table: (name: string) => string
  readonly field: (column: string) => string
  readonly value: (column: string, value: string | number) => string
}

const ownNames: FindingWords = {
  table: (name) => name,
  field: (column) => column,
  value: (_, value) => String(value),
}

/**
 * One finding as a sentence.
 * @example findingSentence({ kind: 'entry', seq: 5, … }, 'en') // 'What entry 5 says was changed after it was recorded.'
 */
export function findingSentence(finding: TrailFindingOutput, locale: Locale, words = ownNames): string {
  const value = (column: string, found: string | number | null) =>
    found === null || found === '' ? emptyValue[locale] : words.value(column, found)
  const fields = finding.fields.map(({ column, recorded, found }) =>
    filled(fieldSentence[locale], {
      field: words.field(column),
      recorded: value(column, recorded),
      found: value(column, found),
    }),
  )
  const { kind, seq, until, table, about, rowId } = finding
  return filled(findingSentences[kind][locale], {
    seq: numberText(seq ?? 0, locale),
    until: numberText(until ?? 0, locale),
    table: table === null ? '' : words.table(table),
    about: about ?? rowId ?? '',
    fields: fields.join('; '),
  })
}

/** What the check came to, in one sentence. */
export function verdictSentence(report: Omit<TrailReportOutput, 'findings' | 'comparison'>, locale: Locale): string {
  const { anchor, rows, ratings, found } = report
  return filled(verdicts[found === 0 ? 'whole' : 'broken'][locale], {
    count: numberText(anchor.count, locale),
    rows: numberText(rows, locale),
    ratings: numberText(ratings, locale),
    found: numberText(found, locale),
  })
}

/** How the file stands to the code from outside. */
export function comparisonSentence(comparison: TrailReportOutput['comparison'], locale: Locale): string {
  const values = {
    later: comparison?.kind === 'continues' ? numberText(comparison.later, locale) : '',
    missing: comparison?.kind === 'shorter' ? numberText(comparison.missing, locale) : '',
  }
  return filled(comparisonSentences[comparison?.kind ?? 'none'][locale], values)
}

/** Whether the file is what the trail and, if one was given, the code from outside say. */
export const isTrusted = ({ found, comparison }: Pick<TrailReportOutput, 'found' | 'comparison'>): boolean =>
  found === 0 && comparison?.kind !== 'different' && comparison?.kind !== 'shorter'

const numberText = (value: number, locale: Locale) => value.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB')

const filled = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '…')
