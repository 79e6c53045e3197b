import { dutyList } from './duty-words.ts'
import type { InBothLanguages, Locale } from './locale.ts'

const states = {
  planned: { id: 'direncanakan', en: 'planned' },
  open: { id: 'sedang berlangsung', en: 'open' },
  closed: { id: 'ditutup', en: 'closed' },
  waiting: { id: 'menunggu', en: 'waiting' },
  current: { id: 'sedang dibahas', en: 'under discussion' },
  deferred: { id: 'ditunda', en: 'deferred' },
}

const limits = {
  'file-size': { id: 'lebih dari 25 MB', en: 'more than 25 MB' },
  entries: { id: 'lebih dari 200 bagian', en: 'more than 200 parts' },
  'entry-size': { id: 'satu bagian lebih dari 100 MB', en: 'one part larger than 100 MB' },
  'total-size': { id: 'isi lebih dari 300 MB', en: 'contents larger than 300 MB' },
  ratio: { id: 'pemampatan tidak wajar', en: 'abnormal compression' },
  rows: { id: 'lebih dari 200.000 baris', en: 'more than 200,000 rows' },
  columns: { id: 'lebih dari 300 kolom', en: 'more than 300 columns' },
  cells: { id: 'lebih dari 5.000.000 sel', en: 'more than 5,000,000 cells' },
  'cell-length': { id: 'sel lebih dari 32.767 huruf', en: 'a cell of more than 32,767 characters' },
  'xml-depth': { id: 'susunan terlalu dalam', en: 'nested too deeply' },
}

/** What is wrong with a NIP, by what the staff list says of it. */
const nipReasons = { '18 digit.': { id: 'harus 18 digit.', en: 'it must have 18 digits.' } }

/** What can be gone when it is asked for, by the glossary’s name; tables come in snake case. */
const things = {
  agency: { id: 'instansi', en: 'agency' },
  unit: { id: 'unit kerja', en: 'unit' },
  employee: { id: 'pegawai', en: 'employee' },
  supervisor: { id: 'pejabat penilai', en: 'supervisor' },
  period: { id: 'periode', en: 'period' },
  placement: { id: 'pegawai pada periode ini', en: 'employee of this period' },
  supervision: { id: 'pejabat penilai', en: 'supervisor' },
  workPlan: { id: 'SKP', en: 'work plan' },
  workResult: { id: 'hasil kerja', en: 'work result' },
  indicator: { id: 'indikator', en: 'indicator' },
  feedback: { id: 'umpan balik', en: 'feedback' },
  assessment: { id: 'penilaian awal', en: 'assessment' },
  organisationResult: { id: 'capaian organisasi', en: 'organisation predicate' },
  organisationIndicator: { id: 'indikator kinerja utama', en: 'key indicator' },
  meeting: { id: 'rapat', en: 'meeting' },
  participant: { id: 'peserta rapat', en: 'participant' },
  agendaItem: { id: 'pokok bahasan', en: 'agenda item' },
  recusal: { id: 'pengunduran diri', en: 'recusal' },
  decision: { id: 'keputusan', en: 'decision' },
  note: { id: 'catatan rapat', en: 'note of the meeting' },
  followUp: { id: 'tindak lanjut', en: 'follow-up' },
  importMapping: { id: 'pasangan kolom impor', en: 'column matching' },
  importRun: { id: 'berkas yang diimpor', en: 'imported file' },
  sheet: { id: 'lembar', en: 'sheet' },
  savedView: { id: 'tampilan tersimpan', en: 'saved view' },
  user: { id: 'pengguna', en: 'user' },
  approval: { id: 'persetujuan Ketua', en: 'chair’s approval' },
  relation: { id: 'hubungan yang dinyatakan', en: 'declared relation' },
  relationStatement: { id: 'surat pernyataan hubungan', en: 'statement of relations' },
  panelist: { id: 'panelis', en: 'panelist' },
  panelCase: { id: 'berkas panel', en: 'dossier of the panel' },
  ballot: { id: 'surat penilaian', en: 'ballot' },
  commonCase: { id: 'kasus bersama', en: 'common case' },
  calibrationRun: { id: 'hitungan kalibrasi', en: 'calibration run' },
  support: { id: 'berkas dukungan', en: 'support file' },
}

/** What may be typed into a cell, by what the cell holds; each word is understood in both languages. */
const choices = {
  levels: { id: 'di bawah / sesuai / di atas', en: 'below / meets / above' },
  yesNo: { id: 'ya / tidak', en: 'yes / no' },
  failedStudy: { id: 'tidak / Kurang / Sangat Kurang', en: 'no / poor / very poor' },
  direction: { id: 'naik / turun', en: 'higher / lower' },
}

/** Values that are codes in the engine and words for a person, by the name of the value. */
const words: Readonly<Record<string, Readonly<Record<string, InBothLanguages>>>> = {
  state: states,
  limit: limits,
  reason: nipReasons,
  what: things,
  choices,
}

/**
 * A value of a refusal as it stands in the sentence: a code in words, anything else as it is.
 * @example errorWord('state', 'closed', 'id') // 'ditutup'
 */
export function errorWord(name: string, value: string | number, locale: Locale): string {
  const code = String(value)
  if (name === 'duty' || name === 'who') return dutyList(code, locale) ?? code
  return words[name]?.[code.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]?.[locale] ?? code
}
