import type { BehaviourValue } from '#domain/model/assessment.ts'
import type { Feedback } from '#domain/model/feedback.ts'
import type { Placement } from '#domain/model/placement.ts'
import type { Indicator, WorkPlan, WorkResult } from '#domain/model/work-plan.ts'
import { headingKey } from './headings.ts'
import { tidyText } from './table-cell.ts'

/** Words of the forms by what they mean. Keys are compared without case, dots, slashes and spaces. */
function words<Value extends string>(table: Readonly<Record<Value, readonly string[]>>): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>()
  for (const [value, spellings] of Object.entries(table) as [Value, readonly string[]][]) {
    for (const spelling of spellings) found.set(headingKey(spelling), value)
  }
  return found
}

const reader =
  <Value extends string>(table: ReadonlyMap<string, Value>) =>
  (text: string): Value | null =>
    table.get(headingKey(text.slice(0, 200))) ?? null

/** UTAMA / TAMBAHAN. @example readResultKind('Utama') // 'main' */
export const readResultKind = reader(
  words<WorkResult['kind']>({
    main: ['utama', 'a utama', 'hasil kerja utama', 'main', 'kinerja utama'],
    additional: ['tambahan', 'b tambahan', 'hasil kerja tambahan', 'additional', 'kinerja tambahan'],
  }),
)

/** Pendekatan of a plan. @example readApproach('KUANTITATIF') // 'quantitative' */
export const readApproach = reader(
  words<WorkPlan['approach']>({
    quantitative: ['kuantitatif', 'pendekatan kuantitatif', 'quantitative'],
    qualitative: ['kualitatif', 'pendekatan kualitatif', 'qualitative'],
  }),
)

/** Aspek of an indicator (art. 9(2)). @example readAspect('Waktu/Kecepatan') // 'time' */
export const readAspect = reader(
  words<Indicator['aspect']>({
    quantity: ['kuantitas', 'quantity', 'kuantitas/output'],
    quality: ['kualitas', 'quality', 'mutu'],
    time: ['waktu', 'kecepatan', 'waktu/kecepatan', 'time', 'waktu/ketepatan'],
    cost: ['biaya', 'cost', 'anggaran'],
    none: ['-'],
  }),
)

/** Perspektif of a leader's indicator. @example readPerspective('Penerima Layanan') // 'recipients' */
export const readPerspective = reader(
  words<Indicator['perspective']>({
    recipients: ['penerima layanan', 'recipients'],
    process: ['proses bisnis', 'proses bisnis internal', 'process'],
    strengthening: [
      'penguatan internal',
      'penguatan internal organisasi',
      'strengthening',
      'pembelajaran dan pertumbuhan',
    ],
    budget: ['anggaran', 'budget', 'keuangan'],
    none: [],
  }),
)

/** Arah: which way is better. @example readDirection('Makin rendah makin baik') // 'lower' */
export const readDirection = reader(
  words<Indicator['direction']>({
    higher: [
      'naik',
      'tinggi',
      'makin tinggi',
      'makin tinggi makin baik',
      'maksimal',
      'positif',
      'maximize',
      'higher',
      '+',
    ],
    lower: ['turun', 'rendah', 'makin rendah', 'makin rendah makin baik', 'minimal', 'negatif', 'minimize', 'lower'],
    unknown: [],
  }),
)

const valueNames = words<BehaviourValue>({
  BP: ['bp', 'berorientasi pelayanan', 'orientasi pelayanan'],
  AK: ['ak', 'akuntabel'],
  KO: ['ko', 'kompeten'],
  HA: ['ha', 'harmonis'],
  LO: ['lo', 'loyal'],
  AD: ['ad', 'adaptif'],
  KB: ['kb', 'kolaboratif'],
})

/**
 * A BerAKHLAK value by code or full name, with or without its number.
 * @example readBehaviourValue('1. Berorientasi Pelayanan') // 'BP'
 */
export function readBehaviourValue(text: string): BehaviourValue | null {
  const plain = tidyText(text.slice(0, 200)).replace(/^\d{1,2}[.)]?\s*/, '')
  return valueNames.get(headingKey(plain)) ?? null
}

/** Who gave a feedback, by role. @example readFeedbackRole('Pegawai di bawahnya (nama)') // 'subordinate' */
export function readFeedbackRole(text: string): Feedback['fromRole'] | null {
  const key = headingKey(text.slice(0, 80))
  if (/^(pimpinan|atasan|pejabatpenilai|leader|ketuatim)/.test(key)) return 'leader'
  if (/^(rekan|sejawat|peer|temansejawat)/.test(key)) return 'peer'
  if (/^(bawahan|pegawaidibawah|subordinate|anggotatim)/.test(key)) return 'subordinate'
  if (/^(lain|pegawai|pihak|masyarakat|penerimalayanan|other|unitlain)/.test(key)) return 'other'
  return null
}

/** The symbol of a feedback (footnote ***, p. 194). @example readSymbol('jempol') // 'thumb' */
export const readSymbol = reader(
  words<Feedback['symbol']>({
    thumb: ['jempol', 'thumb', 'like'],
    smile: ['senyum', 'smile'],
    sad: ['sedih', 'sad'],
    none: ['-', 'tidak ada', 'none'],
  }),
)

/**
 * Kind of post, from the column Jenis Jabatan or Kelompok Jabatan; null when the words name none of the groups.
 * @example readPostKind('JA (Administrator, ketua tim)') // 'administrator'
 */
export function readPostKind(text: string): Placement['postKind'] | null {
  const key = headingKey(text.slice(0, 200))
  if (/administrator/.test(key)) return 'administrator'
  if (/pengawas/.test(key)) return 'pengawas'
  if (/^(jpt|pimpinantinggi|jabatanpimpinantinggi)/.test(key)) return 'jpt'
  if (/^(jf|fungsional|jabatanfungsional)/.test(key)) return 'jf'
  if (/^(pelaksana|jabatanpelaksana|klerek|operator|teknisi)/.test(key)) return 'pelaksana'
  if (/^(struktural|lainnya|pimpinanunitkerja|ketuatimkerja|other)/.test(key)) return 'other'
  return null
}

/** Kepegawaian status; null for words that name neither. @example readStatus('PPPK Penuh Waktu') // 'pppk' */
export function readStatus(text: string): 'pns' | 'pppk' | 'external' | null {
  const key = headingKey(text.slice(0, 80))
  if (/^(pppk|p3k|nipppk)/.test(key)) return 'pppk'
  if (/^(pns|cpns|pegawainegerisipil)/.test(key)) return 'pns'
  if (/^(nonasn|bukanasn|pejabatnegara|pejabatdaerah|luarasn|external)/.test(key)) return 'external'
  return null
}

/**
 * Whether the person is rated in the period. `PENILAI SAJA` only rates; `HANYA MATRIKS PERAN` stands in a role matrix
 * without an evaluation.
 * @example readRated('PENILAI SAJA') // 'rater-only'
 */
export const readRated = reader(
  words<'rated' | 'rater-only' | 'matrix-only' | 'not-rated'>({
    rated: ['ya', 'dinilai', 'pegawai dinilai', 'yes', '1', 'benar', 'true'],
    'rater-only': ['penilai saja', 'penilai', 'hanya penilai'],
    'matrix-only': ['hanya matriks peran', 'matriks peran'],
    'not-rated': ['tidak', 'tidak dinilai', 'no', '0', 'salah', 'false'],
  }),
)

/** Which document a row comes from. @example readSource('MATRIKS PERAN') // 'matrix' */
export const readSource = reader(
  words<'plan' | 'evaluation' | 'matrix'>({
    plan: ['skp', 'rencana', 'perencanaan', 'plan'],
    evaluation: ['evaluasi', 'hasil evaluasi', 'evaluation', 'penilaian'],
    matrix: ['matriks peran', 'matriks pembagian peran dan hasil', 'matriks'],
  }),
)

/**
 * Words that keep a place free on a form and say nothing: "(realisasi)****", "(umpan balik)", "-", "…".
 * @example isPlaceholder('(umpan balik)***') // true
 */
export function isPlaceholder(text: string): boolean {
  return /^[([]?\s*(realisasi|umpan balik|bukti dukung|diisi|nama)?\s*[)\]]?\s*[*†.…\-–_]*$/i.test(
    tidyText(text.slice(0, 60)),
  )
}

/** One feedback of a cell that may hold several. */
export interface FeedbackPart {
  readonly role: Feedback['fromRole'] | null
  readonly text: string
}

/**
 * The feedback items of one cell: parts joined by " | ", or lines that each begin with a role. A prefix such as
 * "Pimpinan:" gives the role and is taken off; without one the role is not known.
 * @example splitFeedback('Pimpinan: bagus | Rekan: cepat')
 * // [{ role: 'leader', text: 'bagus' }, { role: 'peer', text: 'cepat' }]
 */
export function splitFeedback(text: string): FeedbackPart[] {
  return text
    .split(/\s\|\s|\r?\n(?=[^\n:]{3,40}:)/)
    .map(tidyText)
    .filter((part) => part !== '' && !isPlaceholder(part))
    .map((part) => {
      const colon = part.indexOf(':')
      const role = colon > 0 && colon <= 60 ? readFeedbackRole(part.slice(0, colon)) : null
      const rest = role === null ? part : part.slice(colon + 1).trim()
      return { role, text: rest === '' ? part : rest }
    })
}
