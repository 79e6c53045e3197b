import type { FormulaError, FormulaErrorCode } from './formula/formula-error.ts'
import type { ModelRefusal, ModelRefusalReason } from './model-refusal.ts'

/** A sentence in both languages; `{…}` stands for a value of the error. */
interface Sentence {
  readonly id: string
  readonly en: string
}

const formulaSentences: Readonly<Record<FormulaErrorCode, Sentence>> = {
  'no-response': {
    id: 'Rumus harus dimulai dengan nama kolom nilai dan tanda ~, misalnya: nilai ~ capaian + (1 | atasan). Ditemukan: "{subject}".',
    en: 'A formula begins with the name of the response column and ~, for example: score ~ index + (1 | supervisor). Found: "{subject}".',
  },
  'no-grouping': {
    id: 'Rumus belum menyebut kelompok. Tambahkan kurung seperti (1 | atasan).',
    en: 'The formula names no groups. Add a bracket such as (1 | supervisor).',
  },
  unexpected: {
    id: 'Bagian "{subject}" tidak dikenal dalam rumus. Gunakan nama kolom, +, -, :, *, 0, 1, factor(…), dan kurung seperti (x | g); nama dengan spasi ditulis di antara tanda `.',
    en: 'The formula cannot be read at "{subject}". Use column names, +, -, :, *, 0, 1, factor(…) and brackets such as (x | g); put names with spaces between ` signs.',
  },
  function: {
    id: 'Fungsi "{subject}" tidak tersedia dalam rumus. Hitung dahulu kolomnya di berkas, lalu sebut nama kolom itu; yang tersedia hanya factor(…).',
    en: 'The function "{subject}" is not available in a formula. Compute the column in the file first and name it; only factor(…) is understood.',
  },
  'unknown-column': {
    id: 'Kolom "{subject}" tidak ada dalam tabel. Kolom yang ada: {found}.',
    en: 'The table has no column "{subject}". Columns there are: {found}.',
  },
  'text-where-numbers': {
    id: 'Kolom "{subject}" harus berisi angka, tetapi baris {row} berisi "{found}". Perbaiki selnya, kosongkan, atau tulis factor({subject}) bila memang label.',
    en: 'Column "{subject}" has to hold numbers, but row {row} holds "{found}". Mend the cell, leave it empty, or write factor({subject}) if labels are meant.',
  },
  'random-term-twice': {
    id: 'Kolom yang sama berbeda-beda dua kali di dalam kelompok "{subject}". Hapus salah satu kurungnya.',
    en: 'The same column varies twice within the grouping "{subject}". Take one of the brackets out.',
  },
  'not-two-values': {
    id: 'Kolom "{subject}" harus berisi 1 (atasan) atau 0 (panel), tetapi baris {row} berisi "{found}".',
    en: 'Column "{subject}" has to hold 1 (supervisor) or 0 (panel), but row {row} holds "{found}".',
  },
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
  'figure-too-large': {
    id: 'Ada angka yang terlalu besar untuk dihitung. Periksa satuannya.',
    en: 'A figure is too large to compute with. Check its unit.',
  },
  'not-converged': {
    id: 'Perhitungan tidak menghasilkan jawaban yang dapat dipercaya untuk data ini. Gunakan model yang lebih sederhana.',
    en: 'The computation has no answer that can be trusted for these data. Use a simpler model.',
  },
}

/**
 * What to say, and what to do, when a formula cannot be read or the data cannot answer.
 * @example modelSentence(formulaError('unknown-column', 'skor', { found: 'score' }), 'en') // 'The table has no column "skor". …'
 */
export function modelSentence(error: FormulaError | ModelRefusal, language: 'id' | 'en'): string {
  const sentence = error.kind === 'formula-error' ? formulaSentences[error.code] : refusalSentences[error.because]
  const values = new Map(Object.entries(error).map(([name, value]) => [name, String(value)]))
  return sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '')
}
