import type { CalibrationFinding } from '#domain/calibration/calibration-finding.ts'
import type { CalibrationOptions } from '#domain/calibration/calibration-options.ts'
import type { Fallback } from '#domain/calibration/fit-ladder.ts'
import type { ScoreProposal } from '#domain/calibration/score-proposals.ts'
import type { NotEnough } from '#domain/calibration/supervisor-leniency.ts'
import { fallbackSentences, notEnoughSentences, refusalSentence } from './calibration-refusal-sentences.ts'
import type { InBothLanguages, Locale } from './locale.ts'

const findingSentences: Readonly<
  Record<Exclude<CalibrationFinding['code'], 'not-fitted' | 'fallback'>, InBothLanguages>
> = {
  leniency: {
    id: 'Penilaian {supervisor} rata-rata {points} poin lebih tinggi daripada yang dapat dijelaskan oleh capaian kinerja timnya{panel}. Rentang yang masuk akal: {low} s.d. {high} poin. Ini bukan tuduhan; bisa jadi tim ini memang lebih baik daripada yang terukur.',
    en: '{supervisor}’s scores are on average {points} points higher than the team’s achievement{panel} explains. Plausible range {low} to {high}. This is not an accusation; the team may really be better than the indicators show.',
  },
  severity: {
    id: 'Penilaian {supervisor} rata-rata {points} poin lebih rendah daripada yang dapat dijelaskan oleh capaian kinerja timnya{panel}. Rentang yang masuk akal: {low} s.d. {high} poin. Ini bukan tuduhan; bisa jadi tim ini memang lebih lemah daripada yang terukur.',
    en: '{supervisor}’s scores are on average {points} points lower than the team’s achievement{panel} explains. Plausible range {low} to {high}. This is not an accusation; the team may really be weaker than the indicators show.',
  },
  'no-evidence': {
    id: 'Data belum cukup untuk membedakan atasan yang murah nilai dari tim yang memang bagus. Tambahkan penilaian ulang panel untuk sedikitnya {employees} pegawai.',
    en: 'The data cannot yet tell a generous supervisor from a truly good team. Have a panel re-score at least {employees} employees.',
  },
  'individual-favoured': {
    id: 'Nilai {employee} {points} poin di atas pegawai setara dengan capaian serupa pada atasan yang sama. Dari 100 pegawai dalam daftar seperti ini, sekitar {hits} biasanya memang dinilai terlalu tinggi. Periksa dulu bukti kerjanya.',
    en: '{employee}’s score is {points} points above comparable colleagues with similar achievement under the same supervisor. Of 100 people on such a list about {hits} are typically over-rated. Check the work evidence first.',
  },
  'individual-penalised': {
    id: 'Nilai {employee} {points} poin di bawah pegawai setara dengan capaian serupa pada atasan yang sama. Sebagian besar pegawai dalam daftar seperti ini dinilai dengan wajar. Periksa dulu bukti kerjanya.',
    en: '{employee}’s score is {points} points below comparable colleagues with similar achievement under the same supervisor. Most people on such a list are rated fairly. Check the work evidence first.',
  },
  compression: {
    id: 'Nilai dari {supervisor} hampir seragam (sebaran {share} dari sebaran umum), padahal capaian timnya beragam.',
    en: '{supervisor} gives nearly the same score to all (spread {share} of the usual spread) although achievement in the team differs.',
  },
  'no-differentiation': {
    id: '{supervisor} memberi nilai yang persis sama kepada semua {people} pegawainya; tidak ada pembedaan sama sekali.',
    en: '{supervisor} gives all {people} people exactly the same score; there is no differentiation at all.',
  },
  halo: {
    id: '{supervisor}: semua kriteria diberi nilai hampir sama untuk setiap orang (jarak antarkriteria {share} dari yang umum); kriteria tampaknya tidak dinilai satu per satu.',
    en: '{supervisor}: all criteria get nearly the same mark for each person (distance between criteria {share} of the usual); criteria seem not to be judged one by one.',
  },
  'against-achievement': {
    id: 'Urutan nilai dari {supervisor} berlawanan dengan urutan capaian timnya (tau {tau}). Periksa apa yang dinilai dan apakah target mencerminkannya.',
    en: '{supervisor} ranks people against the order of their achievement (tau {tau}). Check what was judged and whether targets reflect it.',
  },
  'person-not-separable': {
    id: '{supervisor} menilai satu orang saja; atasan dan pegawai tidak dapat dibedakan.',
    en: '{supervisor} rates a single person; supervisor and person cannot be told apart.',
  },
  'soft-targets': {
    id: 'Di bawah {supervisor}, {share} pegawai mencapai batas atas capaian, sedangkan di tempat lain {elsewhere}. Periksa apakah targetnya terlalu mudah.',
    en: 'Under {supervisor}, {share} of the people reach the highest achievement that counts, elsewhere {elsewhere}. Check whether targets were too easy.',
  },
  jump: {
    id: 'Nilai {employee} berubah {change} poin sejak periode sebelumnya; {unexplained} poin di antaranya tidak dijelaskan oleh perubahan capaian maupun perubahan umum pada atasan yang sama.',
    en: '{employee}’s score changed by {change} points since the former period; {unexplained} of them are explained neither by the change of achievement nor by the supervisor’s general change.',
  },
  closeness: {
    id: 'Dengan capaian yang sama, pegawai yang dinyatakan dekat dengan atasannya mendapat {points} poin dibandingkan pegawai lain (rentang {low} s.d. {high}). Angka ini tentang seluruh instansi, bukan tentang seseorang.',
    en: 'With equal achievement, people declared close to their supervisor get {points} points compared with others (range {low} to {high}). This is about the whole agency, not about anybody in particular.',
  },
  'closeness-supervisor': {
    id: 'Pada {supervisor}, pegawai yang dinyatakan dekat mendapat {points} poin dibandingkan pegawai lain dengan capaian yang sama. Periksa dulu bukti kerjanya.',
    en: 'Under {supervisor}, people declared close get {points} points compared with others of equal achievement. Check the work evidence first.',
  },
  inflation: {
    id: 'Dibandingkan dengan panel, nilai para atasan di seluruh instansi rata-rata berbeda {points} poin (rentang {low} s.d. {high}).',
    en: 'Compared with the panel, supervisors’ scores over the whole agency differ by {points} points on average (range {low} to {high}).',
  },
  'inflation-hint': {
    id: '{topShare} nilai berada di tingkat teratas, sedangkan {reachedShare} pegawai mencapai target penuh. Tanpa panel ini baru petunjuk, bukan ukuran.',
    en: '{topShare} of the scores are in the top level while {reachedShare} of the people reached their targets in full. Without a panel this is a hint, not a measure.',
  },
  'subgroup-gap': {
    id: 'Dengan capaian dan atasan yang sama, nilai kelompok {group} berbeda {points} poin dari kelompok {reference} (rentang {low} s.d. {high}). Periksa apakah ada alasan yang sah.',
    en: 'With equal achievement and supervisor, the scores of group {group} differ by {points} points from group {reference} (range {low} to {high}). Check whether there is a legitimate reason.',
  },
  'subgroup-impact': {
    id: 'Kelompok {group} mendapat tingkat tinggi {ratio} kali sesering kelompok {reference}, di bawah empat perlima. Bandingkan dahulu di dalam unit kerja masing-masing.',
    en: 'Group {group} gets high ratings {ratio} times as often as group {reference}, below four fifths. Compare within units first.',
  },
  'no-difference': {
    id: 'Tidak ada perbedaan antaratasan yang melebihi kebetulan.',
    en: 'There is no difference between supervisors beyond chance.',
  },
  'few-supervisors': {
    id: 'Ukuran perbedaan antaratasan bertumpu pada sedikit atasan ({supervisors}; sebaiknya sedikitnya {required}), jadi tidak seorang pun ditandai.',
    en: 'The variance between supervisors rests on few supervisors ({supervisors}; at least {required} would be needed), so nobody is flagged.',
  },
  ceiling: {
    id: '{share} nilai berada tepat di batas atas skala. Kemurahan nilai karena itu terlihat lebih kecil daripada yang sebenarnya.',
    en: '{share} of the scores stand at the very top of the scale. Leniency is understated for that reason.',
  },
  'without-score': {
    id: '{people} pegawai belum memiliki nilai dan tidak ikut dihitung.',
    en: 'People without a score, who are not counted: {people}.',
  },
  'without-achievement': {
    id: '{people} pegawai tidak memiliki indeks capaian; dalam perhitungan mereka dianggap rata-rata timnya.',
    en: 'People without an achievement index, who count as average in their team: {people}.',
  },
  'dropped-columns': {
    id: 'Kolom yang mengulang isi kolom lain dikeluarkan dari perhitungan: {columns}.',
    en: 'Columns that repeat what others say were left out of the computation: {columns}.',
  },
  'panelists-unconnected': {
    id: 'Nilai panelis {panelists} tidak dipakai karena tidak ada berkas yang juga dinilai panelis lain. Bagikan berkas agar setiap panelis berbagi dengan yang lain.',
    en: 'Scores of panelists {panelists} are not used: they share no dossier with the others. Deal out dossiers so that every panelist shares some.',
  },
  'panel-scores-unknown': {
    id: '{scores} nilai panel tidak dipakai karena pegawainya tidak dinilai pada periode ini.',
    en: 'Panel scores of people who are not rated in this period, and not used: {scores}.',
  },
  'psi-assumed': {
    id: 'Tanpa panel dianggap bahwa {psi} dari perbedaan yang tidak terjelaskan adalah kemurahan nilai dan selebihnya mutu tim. Ini anggapan, bukan hasil pengukuran.',
    en: 'Without a panel {psi} of an unexplained difference is taken for leniency and the rest for the quality of the team. This is an assumption, not a measurement.',
  },
  'reliability-assumed': {
    id: 'Keandalan indeks capaian tidak dapat dihitung dari indikatornya; dipakai anggapan {reliability}.',
    en: 'The reliability of the achievement index cannot be computed from its indicators; {reliability} is assumed.',
  },
}

const panelClause: InBothLanguages = { id: ' dan penilaian ulang panel', en: ' and the panel’s re-scoring' }

const calibratedSentence: InBothLanguages = {
  id: 'Nilai usulan {score} (asal {raw}); {share} kemungkinan nilai yang wajar berada antara {low} dan {high}.',
  en: 'Proposed score {score} (original {raw}); with {share} confidence the fair score lies between {low} and {high}.',
}

/** How ids become words; by default they stand as they are. */
export interface CalibrationWords {
  readonly employee: (id: string) => string
  readonly supervisor: (id: string) => string
  readonly panelist: (id: string) => string
}

const ownNames: CalibrationWords = { employee: (id) => id, supervisor: (id) => id, panelist: (id) => id }

/**
 * A finding of the calibration as a sentence (calibration guide 5.2): what is seen, how sure it is, what to look at.
 * @example calibrationFindingSentence({ code: 'no-difference' }, 'en') // 'There is no difference between supervisors …'
 */
export function calibrationFindingSentence(finding: CalibrationFinding, locale: Locale, words = ownNames): string {
  if (finding.code === 'not-fitted') return refusalSentence(finding.because, locale)
  if (finding.code === 'fallback') return fallbackSentence(finding.reason, locale)
  return filled(findingSentences[finding.code][locale], valuesOf(finding, locale, words))
}

/**
 * Why the findings rest on the model without a panel.
 * @example fallbackSentence({ kind: 'no-panel' }, 'en') // 'There is no panel re-scoring yet, …'
 */
export function fallbackSentence(reason: Fallback, locale: Locale): string {
  const values =
    reason.kind === 'panel-model-refused'
      ? { reason: refusalSentence(reason.because, locale) }
      : Object.fromEntries(Object.entries(reason).map(([name, value]) => [name, String(value)]))
  return filled(fallbackSentences[reason.kind][locale], values)
}

/**
 * Why a supervisor's scores stay as they are.
 * @example notEnoughSentence('few-people', standardOptions.evidence, 'en') // 'Not enough evidence: … fewer than 3 people.'
 */
export function notEnoughSentence(reason: NotEnough, limits: CalibrationOptions['evidence'], locale: Locale): string {
  return filled(notEnoughSentences[reason][locale], {
    people: String(limits.people),
    achievementMissing: percent(limits.achievementMissing, locale),
  })
}

/**
 * What is proposed for one score; null where nothing is proposed (see `notEnoughSentence`).
 * @example proposalSentence(proposal, 0.9, 'en') // 'Proposed score 81.5 (original 84); with 90% confidence …'
 */
export function proposalSentence(proposal: ScoreProposal, share: number, locale: Locale): string | null {
  if (proposal.kind !== 'proposed') return null
  const { score, raw, low, high } = proposal
  return filled(calibratedSentence[locale], {
    score: points(score, locale),
    raw: points(raw, locale),
    low: points(low, locale),
    high: points(high, locale),
    share: percent(share, locale),
  })
}

/** Values that are shares of a whole; all other figures are points. */
const shares: ReadonlySet<string> = new Set(['share', 'elsewhere', 'topShare', 'reachedShare', 'psi'])
/** Differences whose sign is part of the sentence. */
const signed: ReadonlySet<CalibrationFinding['code']> = new Set([
  'closeness',
  'closeness-supervisor',
  'inflation',
  'jump',
  'subgroup-gap',
])
const twoDecimals: ReadonlySet<string> = new Set(['tau', 'ratio', 'reliability'])

function valuesOf(finding: CalibrationFinding, locale: Locale, words: CalibrationWords): Record<string, string> {
  const number = (name: string, value: number) => {
    if (shares.has(name)) return percent(value, locale)
    if (twoDecimals.has(name)) return value.toLocaleString(tag(locale), { maximumFractionDigits: 2 })
    return points(value, locale, signed.has(finding.code))
  }
  const text = (name: string, value: unknown): string => {
    if (name === 'employee') return words.employee(String(value))
    if (name === 'supervisor') return words.supervisor(String(value))
    if (name === 'panelists' && Array.isArray(value)) return value.map((id) => words.panelist(String(id))).join(', ')
    if (Array.isArray(value)) return value.join(', ')
    return typeof value === 'number' ? number(name, value) : String(value)
  }
  const values = Object.fromEntries(Object.entries(finding).map(([name, value]) => [name, text(name, value)]))
  if (finding.code === 'leniency' || finding.code === 'severity')
    return { ...values, panel: finding.withPanel ? panelClause[locale] : '' }
  if (finding.code === 'individual-favoured') return { ...values, hits: `${finding.hitsLow}–${finding.hitsHigh}` }
  return values
}

const tag = (locale: Locale) => (locale === 'id' ? 'id-ID' : 'en-GB')

const points = (value: number, locale: Locale, isSigned = false) =>
  value.toLocaleString(tag(locale), {
    maximumFractionDigits: 1,
    ...(isSigned ? { signDisplay: 'exceptZero' as const } : { signDisplay: 'negative' as const }),
  })

const percent = (share: number, locale: Locale) =>
  share.toLocaleString(tag(locale), { style: 'percent', maximumFractionDigits: 0 })

const filled = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '…')
