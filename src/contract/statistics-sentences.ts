import type { CannotTellReason } from '#domain/statistics/outcome.ts'
import type { InBothLanguages, Locale } from './locale.ts'

/** Every reason why a figure of agreement, selection or severity is missing. */
export type StatisticsReason =
  | CannotTellReason
  | 'insufficient-data'
  | 'not-informative'
  | 'unconnected'
  | 'confounded'
  | 'two-groups-needed'

const sentences: Readonly<Record<StatisticsReason, InBothLanguages>> = {
  'insufficient-data': {
    id: 'Data terlalu sedikit: ada {n}, diperlukan sedikitnya {required}.',
    en: 'Too little data: there are {n}, at least {required} are needed.',
  },
  'no-variation': {
    id: 'Semua nilai sama, sehingga tidak ada yang dapat dibandingkan.',
    en: 'All values are the same, so there is nothing to compare.',
  },
  'no-difference-between-persons': {
    id: 'Rata-rata semua pegawai sama, sehingga keandalan rata-rata tidak dapat dihitung.',
    en: 'All persons have the same mean, so the reliability of a mean does not exist.',
  },
  'one-side-constant': {
    id: 'Satu pihak hanya memuat satu nilai, sehingga urutan tidak dapat dibandingkan.',
    en: 'One side holds a single value, so there is no order to compare.',
  },
  'both-raters-constant': {
    id: 'Kedua penilai memberi nilai yang sama kepada semua orang, sehingga kesepakatan di luar kebetulan tidak dapat dihitung.',
    en: 'Both raters gave everyone a single value, so agreement beyond chance does not exist.',
  },
  'two-raters-needed': {
    id: 'Angka ini membandingkan tepat dua penilai; lihat angka setiap pasangan.',
    en: 'This figure compares exactly two raters; see the figures of each pair.',
  },
  'two-groups-needed': {
    id: 'Angka ini membandingkan tepat dua kelompok; lihat angka setiap kelompok terhadap yang tertinggi.',
    en: 'This figure compares exactly two groups; see each group against the highest.',
  },
  'negative-values': {
    id: 'Skala rasio memerlukan nol sejati, sedangkan ada nilai negatif.',
    en: 'A ratio scale needs a true zero, and there are negative values.',
  },
  'parts-cancel': {
    id: 'Bagian-bagian ragam saling meniadakan, sehingga pembagiannya tidak bermakna.',
    en: 'The parts of the variation cancel, so a share of them means nothing.',
  },
  'nothing-left-over': {
    id: 'Para penilai sepakat sampai angka terakhir, sehingga tidak ada pembanding untuk pengujian.',
    en: 'The raters agree to the last digit, so there is nothing to test against.',
  },
  'impossible-category': {
    id: 'Ada nilai pada kategori yang menurut anjuran seharusnya kosong.',
    en: 'Something was counted in a category that was expected to stay empty.',
  },
  'no-rate-above-zero': {
    id: 'Tidak ada kelompok yang terpilih, sehingga tidak ada tingkat pembanding.',
    en: 'No group was selected at all, so there is no rate to compare with.',
  },
  'no-common-stratum': {
    id: 'Tidak ada bagian yang memuat kedua kelompok dan kedua hasil.',
    en: 'No stratum holds both groups and both outcomes.',
  },
  'empty-cell': {
    id: 'Salah satu kelompok tidak punya yang terpilih (atau tidak punya yang tidak terpilih), sehingga rentangnya tidak terbatas.',
    en: 'One of the groups has nobody selected (or nobody left out), so the limits are infinite.',
  },
  'too-many-categories': {
    id: 'Nilai yang berbeda terlalu banyak untuk dianggap kategori.',
    en: 'There are too many different scores for them to be categories.',
  },
  'incomplete-table': {
    id: 'Sebagian nilai kosong: angkanya ada, rentangnya tidak dapat dihitung dengan cara ini.',
    en: 'Some ratings are missing: the figure exists, its interval cannot be computed in this way.',
  },
  'not-settled': {
    id: 'Perhitungan tidak menemukan jawaban yang tetap; datanya tidak cukup menentukan.',
    en: 'The computation found no stable answer; the data do not determine one.',
  },
  'not-informative': {
    id: 'Satu penilai memberi nilai yang sama kepada semua orang: angka 0 ini tidak menerangkan kesepakatan.',
    en: 'One rater gave everyone the same: this 0 is not informative about agreement.',
  },
  unconnected: {
    id: 'Para penilai terbagi dalam kelompok tanpa pegawai bersama; satu urutan keketatan tidak dapat dibuat. Tambahkan penilaian silang.',
    en: 'The raters fall into groups that share no person; one ranking of severity cannot be made. Add cross-ratings.',
  },
  confounded: {
    id: 'Setiap penilai menilai butir yang berbeda, sehingga keketatan penilai dan kesulitan butir tidak dapat dipisahkan.',
    en: 'Each rater judged other items, so severity and difficulty cannot be told apart.',
  },
}

/**
 * Why a figure is missing, in words.
 * @example statisticsSentence({ because: 'insufficient-data', n: 1, required: 2 }, 'en') // 'Too little data: there are 1, …'
 */
export function statisticsSentence(
  reason: { readonly because: StatisticsReason; readonly n?: number; readonly required?: number },
  locale: Locale,
): string {
  return sentences[reason.because][locale]
    .replace('{n}', String(reason.n ?? 0))
    .replace('{required}', String(reason.required ?? 0))
}
