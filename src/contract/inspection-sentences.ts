import type { InspectionOutput } from './inspection.ts'
import type { InBothLanguages, Locale } from './locale.ts'

type Step = InspectionOutput['steps'][number]['step']
type TableState = InspectionOutput['tables'][number]['state']

/** What each check of opening looks at, in the order of opening. */
export const inspectionStepWords: Readonly<Record<Step, InBothLanguages>> = {
  size: { id: 'Ukuran berkas', en: 'Size of the file' },
  magic: { id: 'Jenis berkas', en: 'Kind of file' },
  mark: { id: 'Tanda ruang kerja Timbang', en: 'Mark of a Timbang workspace' },
  version: { id: 'Versi susunan data', en: 'Version of the structure' },
  header: { id: 'Kepala berkas dan panjangnya', en: 'Head of the file and its length' },
  schema: { id: 'Susunan tabel dan penjaganya', en: 'Tables and their guards' },
  pages: { id: 'Halaman berkas', en: 'Pages of the file' },
  references: { id: 'Hubungan antarbaris', en: 'Links between rows' },
  chain: { id: 'Rantai jejak', en: 'Chain of the trail' },
}

export const inspectionResultWords: Readonly<Record<InspectionOutput['steps'][number]['result'], InBothLanguages>> = {
  passed: { id: 'baik', en: 'sound' },
  failed: { id: 'tidak baik', en: 'not sound' },
  skipped: { id: 'tidak dapat diperiksa', en: 'cannot be checked' },
}

export const tableStateWords: Readonly<Record<TableState, InBothLanguages>> = {
  whole: { id: 'terbaca seluruhnya', en: 'readable' },
  partly: { id: 'terbaca sebagian', en: 'readable in part' },
  unreadable: { id: 'tidak terbaca', en: 'not readable' },
  missing: { id: 'tidak ada', en: 'missing' },
  altered: { id: 'diubah, tidak dibaca', en: 'altered, not read' },
}

const chainSentences = {
  none: {
    id: 'Jejak tidak dapat dibaca, jadi tidak dapat dikatakan apakah baris yang terbaca masih seperti yang dicatat.',
    en: 'The trail cannot be read, so it cannot be said whether the rows that can be read are still as they were recorded.',
  },
  whole: {
    id: 'Rantai jejak menyambung sampai entri {entries}, dan setiap baris sama dengan yang tercatat.',
    en: 'The chain of the trail holds up to entry {entries}, and every row is as it was recorded.',
  },
  followed: {
    id: 'Rantai jejak menyambung sampai entri {entries}. Baris data belum dibandingkan dengannya karena berkas rusak.',
    en: 'The chain of the trail holds up to entry {entries}. The rows were not compared with it because the file is damaged.',
  },
  broken: {
    id: 'Rantai jejak menyambung sampai entri {entries} dan putus pada entri {brokenAt}.',
    en: 'The chain of the trail holds up to entry {entries} and breaks at entry {brokenAt}.',
  },
  rows: {
    id: 'Rantai jejak menyambung sampai entri {entries}, tetapi {found} baris berbeda dari yang tercatat.',
    en: 'The chain of the trail holds up to entry {entries}, but rows that differ from what was recorded: {found}.',
  },
} as const

/** What the trail says of the file that was inspected, in one sentence. */
export function chainSentence(chain: InspectionOutput['chain'], locale: Locale): string {
  if (chain === null) return chainSentences.none[locale]
  const number = (value: number) => value.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB')
  const { entries, brokenAt, found, compared } = chain
  const kind = brokenAt !== null ? 'broken' : found > 0 ? 'rows' : compared ? 'whole' : 'followed'
  const before = brokenAt === null ? entries : Math.min(entries, brokenAt - 1)
  const values: Readonly<Record<string, string>> = {
    entries: number(before),
    brokenAt: number(brokenAt ?? 0),
    found: number(found),
  }
  return chainSentences[kind][locale].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '…')
}

/** What of an encrypted file can be judged without its passphrase. */
export const encryptedInspection: InBothLanguages = {
  id: 'Berkas ini tersandi. Tanpa frasa sandinya hanya kepala berkas yang dapat diperiksa; isi, jejak, dan penilaian tidak dapat dinilai.',
  en: 'This file is encrypted. Without its passphrase only the head of the file can be checked; nothing can be said of its content, trail or ratings.',
}
