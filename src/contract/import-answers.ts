import type { AnswerCode } from '#domain/import/reasons.ts'
import type { InBothLanguages, Locale } from './locale.ts'

const answerSentences: Readonly<Record<AnswerCode, InBothLanguages>> = {
  'set-aside': { id: 'Sisihkan', en: 'Set aside' },
  keep: { id: 'Simpan seperti tercetak', en: 'Keep as printed' },
  'use-file': { id: 'Pakai nama di berkas', en: 'Use the name in the file' },
  'keep-existing': { id: 'Pertahankan nama yang ada', en: 'Keep the recorded name' },
  'no-supervisor': { id: 'Kosongkan penilainya', en: 'Leave the supervisor empty' },
  'new-rater': { id: 'Tambahkan sebagai penilai', en: 'Add as a rater' },
  'day-first': { id: 'Hari dahulu (22/11/2026)', en: 'Day first (22/11/2026)' },
  'month-first': { id: 'Bulan dahulu (11/22/2026)', en: 'Month first (11/22/2026)' },
  'decimal-comma': { id: 'Koma desimal (1.234 = seribu lebih)', en: 'Decimal comma (1.234 is over a thousand)' },
  'decimal-point': { id: 'Titik desimal (1.234 = satu lebih)', en: 'Decimal point (1.234 is over one)' },
  'one-is-best': { id: '1 = di atas, 3 = di bawah', en: '1 = above, 3 = below' },
  'three-is-best': { id: '3 = di atas, 1 = di bawah', en: '3 = above, 1 = below' },
  'needs-improvement': { id: 'Butuh Perbaikan', en: 'Needs improvement' },
  realign: { id: 'Luruskan kolomnya', en: 'Realign the columns' },
  proposal: { id: 'Pakai usulan', en: 'Use the proposal' },
}

/** An answer as its button says it. */
export const answerText = (option: { code: AnswerCode | null; label: string }, locale: Locale): string =>
  option.code === null ? option.label : [answerSentences[option.code][locale], option.label].filter(Boolean).join(': ')
