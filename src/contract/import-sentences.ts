import type { ImportReason } from '#domain/import/reasons.ts'
import type { ImportFinding } from './import.ts'
import { ratingSentences } from './import-rating-sentences.ts'
import { staffSentences } from './import-staff-sentences.ts'
import { tableSentences } from './import-table-sentences.ts'
import { importWord } from './import-words.ts'
import type { InBothLanguages, Locale } from './locale.ts'

/** What each reason says: what was found, and what to do. Values stand in {braces}; a reason without words does not compile. */
const importSentences: Readonly<Record<ImportReason, InBothLanguages>> = {
  ...tableSentences,
  ...staffSentences,
  ...ratingSentences,
}

/** The sentence of a finding, with its values in words. */
export function importSentence(finding: Pick<ImportFinding, 'code' | 'params'>, locale: Locale): string {
  return importSentences[finding.code][locale].replace(/\{(\w+)\}/g, (_, name: string) =>
    importWord(String(finding.params[name] ?? '…'), locale),
  )
}

/** Where a finding stands: "Pegawai, baris 8, kolom C (NIP)". */
export function importPlace(
  finding: Pick<ImportFinding, 'sheet' | 'row' | 'column' | 'heading' | 'count'>,
  locale: Locale,
): string {
  const row = finding.row === null ? null : `${locale === 'id' ? 'baris' : 'row'} ${finding.row}`
  const heading = finding.heading === '' ? '' : ` (${finding.heading})`
  const column = finding.column === null ? null : `${locale === 'id' ? 'kolom' : 'column'} ${finding.column}${heading}`
  const more = finding.count > 1 ? (locale === 'id' ? `${finding.count} baris` : `${finding.count} rows`) : null
  const words = [finding.sheet, row, column, more].filter(Boolean).join(', ')
  // A file's name keeps its own letters; a place without one begins the line.
  return finding.sheet === '' ? words.charAt(0).toUpperCase() + words.slice(1) : words
}
