import type { CalibrationFinding } from '#domain/calibration/calibration-finding.ts'
import type { CalibrationInput } from '#domain/calibration/calibration-input.ts'
import type { CalibrationModel } from '#domain/calibration/calibration-result.ts'
import type { DataProblemCode } from '#domain/calibration/data-problem.ts'
import type { FairnessGroup } from '#domain/calibration/fairness-groups.ts'
import { type CalibrationWords, calibrationFindingSentence, fallbackSentence } from './calibration-sentences.ts'
import type { Locale } from './locale.ts'

type Both = Readonly<Record<Locale, string>>

/** The two ratings of the official form. */
export const dimensionWords: Readonly<Record<CalibrationInput['dimension'], Both>> = {
  'work-results': { id: 'Hasil kerja', en: 'Work results' },
  behaviour: { id: 'Perilaku kerja', en: 'Behaviour' },
}

const groupWords: Readonly<Record<FairnessGroup, Both>> = {
  female: { id: 'perempuan', en: 'women' },
  male: { id: 'laki-laki', en: 'men' },
  'under-30': { id: 'di bawah 30 tahun', en: 'under 30' },
  '30-39': { id: '30–39 tahun', en: '30–39 years' },
  '40-49': { id: '40–49 tahun', en: '40–49 years' },
  '50-and-over': { id: '50 tahun ke atas', en: '50 and over' },
}

const problemSentences: Readonly<Record<DataProblemCode, Both>> = {
  'no-supervisor': {
    id: 'Pegawai tanpa pejabat penilai, yang karena itu tidak ikut dihitung: {people}. Tetapkan pejabat penilainya.',
    en: 'People without a supervisor, who are left out for that reason: {people}. Name their supervisors.',
  },
  'no-work-score': {
    id: 'Pegawai yang nilai hasil kerjanya belum lengkap: {people}. Lengkapi nilainya.',
    en: 'People whose score of work results is not complete: {people}. Complete it.',
  },
  'no-behaviour-score': {
    id: 'Pegawai yang nilai perilakunya belum lengkap: {people}. Lengkapi ketujuh nilainya.',
    en: 'People whose behaviour is not fully scored: {people}. Complete the seven values.',
  },
  'no-achievement': {
    id: 'Pegawai tanpa indeks capaian karena target atau realisasinya terlalu sedikit yang terbaca: {people}. Periksa target dan realisasinya.',
    en: 'People without an achievement index, since too few targets or realisations can be read: {people}. Check them.',
  },
  'supervisor-changed': {
    id: 'Pegawai yang berganti pejabat penilai dalam periode ini; penilaiannya dihitung pada yang memberi nilai: {people}.',
    en: 'People whose supervisor changed within the period; their rating counts for who gave it: {people}.',
  },
  'given-by-other': {
    id: 'Pegawai yang dinilai oleh orang selain pejabat penilai yang kini tercatat; penilaiannya dihitung pada yang memberi nilai: {people}.',
    en: 'People rated by somebody other than the supervisor now on record; the rating counts for who gave it: {people}.',
  },
  'no-fairness-groups': {
    id: 'Pegawai yang nomor induknya tidak menunjukkan jenis kelamin dan umur, sehingga tidak ikut dalam pemeriksaan kesetaraan: {people}.',
    en: 'People whose identity number tells neither sex nor age, so they are left out of the fairness figures: {people}.',
  },
}

/** What the data of some people lack. @example dataProblemSentence('no-supervisor', 3, 'en') // 'People without …: 3. …' */
export const dataProblemSentence = (code: DataProblemCode, people: number, locale: Locale): string =>
  problemSentences[code][locale].replace('{people}', people.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB'))

/**
 * A finding about this workspace's people: as `calibrationFindingSentence`, with the groups of fairness in words.
 * @example workspaceFindingSentence({ code: 'subgroup-impact', group: 'female', … }, 'en', words) // 'Group women gets …'
 */
export function workspaceFindingSentence(finding: CalibrationFinding, locale: Locale, words: CalibrationWords): string {
  if (finding.code !== 'subgroup-gap' && finding.code !== 'subgroup-impact')
    return calibrationFindingSentence(finding, locale, words)
  const named = { group: groupWord(finding.group, locale), reference: groupWord(finding.reference, locale) }
  return calibrationFindingSentence({ ...finding, ...named }, locale, words)
}

/** The word for a code of a group; a code of a later version stands as it is. */
export const groupWord = (code: string, locale: Locale): string => wordsOfGroups.get(code)?.[locale] ?? code

const wordsOfGroups: ReadonlyMap<string, Both> = new Map(Object.entries(groupWords))

const withPanel: Both = {
  id: 'Dipakai model dengan panel: penilaian ulang panel memisahkan kemurahan nilai dari mutu tim.',
  en: 'The model with the panel is used: its re-scoring tells leniency from the quality of a team.',
}

/** Which model the findings rest on, and why that one. */
export function modelSentence({ main, fallback, refusal }: CalibrationModel, locale: Locale): string {
  if (main === 'B') return withPanel[locale]
  if (main === 'none' && refusal !== null)
    return calibrationFindingSentence({ code: 'not-fitted', because: refusal }, locale)
  return fallbackSentence(fallback ?? { kind: 'no-panel' }, locale)
}
