import type { MixedWarning } from './mixed-model/fit-mixed-model.ts'
import type { ModelRefusal, ModelRefusalReason } from './model-refusal.ts'
import type { PanelWarning } from './panel-model/fit-panel-model.ts'

/** A sentence in both languages; `{…}` stands for a value. */
interface Sentence {
  readonly id: string
  readonly en: string
}

const refusalSentences: Readonly<Record<ModelRefusalReason, Sentence>> = {
  'no-rows': {
    id: 'Tidak ada baris yang lengkap. Lengkapi kolom yang disebut.',
    en: 'No complete row is left. Fill the columns that are named.',
  },
  'too-few-rows': {
    id: 'Baris terlalu sedikit: ada {n}, perlu sedikitnya {required}. Tambah data atau kurangi kolom penjelas.',
    en: 'Too few rows: there are {n}, at least {required} are needed. Add data or name fewer covariates.',
  },
  'all-equal': {
    id: 'Semua nilai sama, sehingga tidak ada perbedaan yang dapat dijelaskan.',
    en: 'All values are the same, so there is no difference to explain.',
  },
  'no-scatter': {
    id: 'Kolom penjelas menghasilkan setiap nilai secara tepat; tidak ada sisa yang dapat dibagi. Periksa apakah nilai dihitung dari kolom itu.',
    en: 'The covariates reproduce every value exactly; nothing is left to divide. Check whether the values were computed from them.',
  },
  'one-group': {
    id: 'Hanya ada satu kelompok dalam "{subject}"; perbedaan antarkelompok tidak dapat dilihat.',
    en: 'There is a single group in "{subject}"; a difference between groups cannot be seen.',
  },
  'group-per-row': {
    id: 'Kelompok dalam "{subject}" terlalu banyak untuk jumlah baris ({n}); kelompok dan orang tidak dapat dibedakan.',
    en: 'There are too many groups in "{subject}" for the number of rows ({n}); group and person cannot be told apart.',
  },
  'same-groups': {
    id: 'Kolom kelompok {subject} membagi baris dengan cara yang sama, sehingga pengaruhnya tidak dapat dibedakan. Pakai salah satu saja.',
    en: 'The groupings {subject} put the same rows together, so their effects cannot be told apart. Use one of them.',
  },
  'empty-column': {
    id: 'Kolom "{subject}" hanya berisi nol, sehingga tidak ada yang dapat berbeda antarkelompok.',
    en: 'Column "{subject}" holds nothing but zeros, so nothing can differ between groups.',
  },
  'no-scatter-within-groups': {
    id: 'Di dalam setiap kelompok "{subject}" nilainya tidak berbeda sama sekali, sehingga tidak ada ukuran pembanding.',
    en: 'Inside every group of "{subject}" the values do not differ at all, so there is nothing to measure with.',
  },
  'one-source': {
    id: 'Hanya ada nilai dari satu sumber ({subject}). Tambahkan penilaian ulang panel untuk sebagian pegawai.',
    en: 'There are scores of one source only ({subject}). Have a panel re-score some of the employees.',
  },
  'sources-unconnected': {
    id: 'Tidak ada pegawai yang dinilai oleh atasan dan juga oleh panel, sehingga keduanya tidak dapat dibandingkan.',
    en: 'No employee was scored by a supervisor and by the panel, so the two cannot be compared.',
  },
  'panel-confounded': {
    id: 'Setiap panelis menilai satu tim saja, sehingga panelis yang ketat tidak dapat dibedakan dari tim yang lemah. Bagikan berkas agar panelis menilai pegawai dari beberapa tim.',
    en: 'Every panelist scored a single team, so a strict panelist and a weak team cannot be told apart. Deal out the dossiers so that panelists score people of several teams.',
  },
  'figure-too-large': {
    id: 'Ada angka yang terlalu besar atau terlalu kecil untuk dihitung. Periksa satuannya.',
    en: 'A figure is too large or too small to compute with. Check its unit.',
  },
  'not-converged': {
    id: 'Perhitungan tidak menghasilkan jawaban yang dapat dipercaya untuk data ini. Gunakan model yang lebih sederhana.',
    en: 'The computation has no answer that can be trusted for these data. Use a simpler model.',
  },
}

/** What there is to say of a table besides: headings that stand twice, rows that were left out. */
export type ModelNote = MixedWarning | PanelWarning | 'rows-left-out' | 'repeated-headings'

const noteSentences: Readonly<Record<ModelNote, Sentence>> = {
  singular: {
    id: 'Salah satu ragam ditaksir nol (atau dua pengaruh berkorelasi sempurna): tidak ada perbedaan yang melebihi kebetulan di sana.',
    en: 'A variance is estimated as zero (or two effects as perfectly correlated): no difference beyond chance there.',
  },
  'dropped-columns': {
    id: 'Kolom yang mengulang isi kolom lain dikeluarkan: {columns}.',
    en: 'Columns that repeat what others say were left out: {columns}.',
  },
  'few-groups': {
    id: 'Ragam antarkelompok bertumpu pada kurang dari delapan kelompok.',
    en: 'A variance between groups rests on fewer than eight groups.',
  },
  'starts-disagree': {
    id: 'Dua titik awal perhitungan berakhir pada jawaban yang berbeda; jangan pakai angka ini tanpa model yang lebih sederhana di sampingnya.',
    en: 'Two starts of the search ended at different answers; do not use these figures without a simpler model beside them.',
  },
  'small-panel': {
    id: 'Panel lebih kecil daripada 30 nilai di 10 tim: terlalu kecil untuk menjadi model utama.',
    en: 'The panel is smaller than 30 scores in 10 teams: too small for this to be the main model.',
  },
  'employee-in-two-teams': {
    id: 'Ada pegawai yang tercatat di dua tim; ia dihitung sebagai orang yang berbeda di tiap tim.',
    en: 'An employee stands in two teams and counts as one person in each.',
  },
  'repeated-headings': {
    id: 'Judul kolom yang muncul lebih dari sekali: {headings}. Kolom pertama yang dipakai; kolom berikutnya bernama seperti "x.1".',
    en: 'Headings that stand more than once: {headings}. The first column was used; the next ones have names such as "x.1".',
  },
  'rows-left-out': {
    id: '{rows} baris tidak dipakai karena ada kolom yang kosong.',
    en: '{rows} rows were left out because a named column says nothing there.',
  },
}

/**
 * What to say, and what to do, when the data cannot answer.
 * @example modelSentence(modelRefusal('all-equal', 12), 'en') // 'All values are the same, so there is no difference to explain.'
 */
export function modelSentence(refusal: ModelRefusal, language: 'id' | 'en'): string {
  return filled(refusalSentences[refusal.because], language, refusal)
}

/**
 * What to bear in mind with a fit, in words.
 * @example noteSentence('dropped-columns', { columns: 'twice' }, 'en') // 'Columns that repeat what others say were left out: twice.'
 */
export function noteSentence(
  note: ModelNote,
  values: { readonly columns?: string; readonly rows?: number; readonly headings?: string },
  language: 'id' | 'en',
): string {
  return filled(noteSentences[note], language, values)
}

function filled(sentence: Sentence, language: 'id' | 'en', given: object): string {
  const values = new Map(Object.entries(given).map(([name, value]) => [name, String(value)]))
  return sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '')
}
