/** What a number in a plan counts; two quantities compare only when this is the same. */
export type Measure =
  | { readonly kind: 'percent' }
  | { readonly kind: 'money' }
  /** "3,5 dari skala 5": the end of the scale. */
  | { readonly kind: 'scale'; readonly end: number }
  /** A word such as "dokumen" or "hari kerja", lower case; empty for a bare number. */
  | { readonly kind: 'unit'; readonly word: string }

interface Read {
  readonly raw: string
  readonly measure: Measure
  /** "≤", "paling lambat": a limit rather than an aim. */
  readonly bound: 'at-most' | 'at-least' | null
  /** Text after the figure: footnote marks, evidence, place. */
  readonly rest: string
}

export type Quantity =
  | { readonly kind: 'empty'; readonly raw: string }
  /** Nothing to compute with; the wording itself is the target or realisation. */
  | { readonly kind: 'text'; readonly raw: string }
  | ({ readonly kind: 'number'; readonly value: number } & Read)
  | ({ readonly kind: 'range'; readonly low: number; readonly high: number } & Read)

/** Longer than any target in the forms; hostile text is not searched at length. */
const longestRead = 2_000

const figure = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`
const pattern = new RegExp(
  String.raw`^(?<bound>≤|<=?|≥|>=?|maksimal|maks\.?|paling (?:lambat|lama|banyak|tinggi)|(?:tidak )?(?:lebih|kurang) dari|minimal|min\.?|paling sedikit|sekurang-kurangnya)?\s*` +
    String.raw`(?<money>rp\.?)?\s*(?<low>${figure})\s*(?<lowPercent>%|persen\b)?` +
    String.raw`(?:\s*(?:-|s\.?\/?d\.?|sampai)\s*(?:rp\.?)?\s*(?<high>${figure}))?\s*(?<percent>%|persen\b)?(?:\s*(?<large>ribu|juta|mil[iy]ar|triliun)\b)?(?<rest>[\s\S]*)$`,
  'i',
)

const atMost = /^(≤|<|maks|paling (lambat|lama|banyak|tinggi)|kurang dari|tidak lebih)/i

/** "Rp 5 juta" is five million, not five. */
const largeNumbers: Readonly<Record<string, number>> = { ribu: 1e3, juta: 1e6, miliar: 1e9, milyar: 1e9, triliun: 1e12 }

/** Words that follow a number and name what it counts, with the second word where it changes the measure. */
const unitPattern = /^\s*(?<word>\p{L}+[23]?(?![\p{L}\p{N}]))(?<second>\s+kerja)?(?<rest>[\s\S]*)$/u

/**
 * Reads a target or a realisation as offices write it: value or range, what it counts, and what stands after it. The
 * raw text is kept for print; an en dash counts as a hyphen; the comma is the decimal sign and a dot before exactly three
 * digits groups thousands. What cannot be read is text, never 0.
 * Source: the forms' own examples (PermenPANRB 6/2022, Anak Lampiran), conventions of domain guide 6 and 9.2.
 * @example readQuantity('80 – 90%') // { kind: 'range', low: 80, high: 90, measure: { kind: 'percent' }, … }
 */
export function readQuantity(raw: string): Quantity {
  const text = raw
    .slice(0, longestRead)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '' || text === '-') return { kind: 'empty', raw }
  const found = pattern.exec(text)?.groups
  const times = largeNumbers[found?.large?.toLowerCase() ?? ''] ?? 1
  const low = number(found?.low, times)
  if (!found || low === null) return { kind: 'text', raw }
  const high = number(found.high, times)
  const tail = measureOf(found)
  if (tail === null) return { kind: 'text', raw }
  const bound =
    found.bound === undefined ? null : atMost.test(found.bound) ? ('at-most' as const) : ('at-least' as const)
  const read = { raw, measure: tail.measure, bound, rest: tail.rest }
  if (high === null) return { kind: 'number', value: low, ...read }
  return { kind: 'range', low: Math.min(low, high), high: Math.max(low, high), ...read }
}

/** A figure written the Indonesian way. @example number('22.009.951.244') // 22009951244 */
function number(text: string | undefined, times = 1): number | null {
  // "01.30" is a time of day and "007" a code.
  if (text === undefined || /^0\d/.test(text)) return null
  const grouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)
  const value = Number(grouped ? text.replaceAll('.', '').replace(',', '.') : text.replace(',', '.'))
  // Whole units of money stay whole: 2,3 × 10⁹ carries noise in its last bits.
  if (!Number.isFinite(value * times)) return null
  return times === 1 ? value : Number((value * times).toPrecision(15))
}

function measureOf(found: Record<string, string | undefined>): { measure: Measure; rest: string } | null {
  const rest = (found.rest ?? '').replace(/^\*+/, '').trim()
  if (found.percent || found.lowPercent) return { measure: { kind: 'percent' }, rest }
  if (found.money) return { measure: { kind: 'money' }, rest }
  // "10 dari 12 dokumen" counts documents; only "dari 5" by itself, or the word "skala", names a scale.
  const counted = /^dari\s+\d+(?:[.,]\d+)?\s+(?<word>(?!skala)\p{L}+)(?<rest>[\s\S]*)$/iu.exec(rest)?.groups
  if (counted)
    return { measure: { kind: 'unit', word: (counted.word ?? '').toLowerCase() }, rest: (counted.rest ?? '').trim() }
  const scale = /^(?:dari\s+(?:skala\s+)?|skala\s+)(?<end>\d+(?:[.,]\d+)?)(?<rest>[\s\S]*)$/i.exec(rest)?.groups
  const end = number(scale?.end)
  if (scale && end !== null && end > 0) return { measure: { kind: 'scale', end }, rest: (scale.rest ?? '').trim() }
  // A figure inside a date, a code or a longer number is not a quantity.
  if (/^[\d.,/:-]/.test(rest) || /^e[+-]?\d/i.test(rest)) return null
  const unit = unitPattern.exec(rest.replace(bracketed, '$<unit> '))?.groups
  if (!unit || notUnits.has((unit.word ?? '').toLowerCase())) return { measure: { kind: 'unit', word: '' }, rest }
  const word = `${unit.word ?? ''}${unit.second ? ' kerja' : ''}`.toLowerCase()
  return { measure: { kind: 'unit', word }, rest: (unit.rest ?? '').trim() }
}

/** "1 (satu) laporan": the number in words says nothing new; "10 (hari kerja)": the brackets hold the unit. */
const bracketed =
  /^\((?:(?:se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|nol|puluh|belas|ratus|ribu|juta|\s)+|(?<unit>(?:hari(?: kerja)?|minggu|bulan|tahun|jam|menit)))\)\s*/i

/** Words after a figure that begin its evidence instead of naming what it counts. */
const notUnits = new Set([
  'berdasarkan',
  'dari',
  'sesuai',
  'menurut',
  'setelah',
  'sebelum',
  'pada',
  'yang',
  'dengan',
  'untuk',
  'hasil',
])

/** Scales of the same kind compare by their place on the scale; a bare number takes the other side's measure. */
export function sameMeasure(first: Measure, second: Measure): boolean {
  if (first.kind !== second.kind) return isBare(first) || isBare(second)
  if (first.kind === 'unit' && second.kind === 'unit')
    return first.word === second.word || isBare(first) || isBare(second)
  if (first.kind === 'scale' && second.kind === 'scale') return first.end === second.end
  return true
}

const isBare = (measure: Measure) => measure.kind === 'unit' && measure.word === ''
