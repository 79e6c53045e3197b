/** Who and what must not be recognised in a text. */
export interface Identity {
  /** Full names as written, with or without titles: the person, the supervisor, everybody whose name may stand there. */
  readonly people: readonly string[]
  /** Names and short names of units. */
  readonly units: readonly string[]
}

/** What stands in the place of what was taken out; the same in both languages, since texts stay as the office wrote them. */
export const maskMarks = {
  name: '[nama]',
  unit: '[unit]',
  number: '[nomor]',
  link: '[tautan]',
  address: '[sapaan]',
  personal: '[pribadi]',
} as const

/**
 * The masker of one office: takes out of a text what tells whose work it is: names (whole, and each part of three letters or
 * more), units, identity and telephone numbers, links and file paths and mail addresses, forms of address before a name, and
 * words that tell the person's sex or age. Case, dots and line breaks do not matter. The rest stays as written.
 *
 * It cannot know nicknames, abbreviations an office made up, what a job or a place gives away, and name parts of one or two
 * letters; a name part that is also an everyday word ("Bulan") is taken out everywhere.
 * @example maskerOf({ people: ['Sari Wulandari'], units: ['Bidang P2P'] })('Laporan Bu Sari, Bidang P2P') // 'Laporan [sapaan] [nama], [unit]'
 */
export function maskerOf({ people, units }: Identity): (text: string) => string {
  const names = alternatives(people.flatMap(nameForms))
  const unitNames = alternatives(units.map((name) => name.trim()).filter((name) => name.length >= 2))
  const steps: readonly (readonly [RegExp, string])[] = [
    [links, maskMarks.link],
    ...(unitNames === null ? [] : [[unitNames, maskMarks.unit] as const]),
    ...(names === null ? [] : [[names, maskMarks.name] as const]),
    [identityNumbers, maskMarks.number],
    [addresses, `${maskMarks.address} `],
    [personal, maskMarks.personal],
    // "Sari Wulandari" is one name, not two.
    [/\[nama\](?:[\s.,'-]*\[nama\])+/g, maskMarks.name],
  ]
  return (text) => steps.reduce((masked, [found, mark]) => masked.replace(found, mark), text.normalize('NFC'))
}

/** Web and mail addresses, paths of files, and names of files. */
const links =
  /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:[a-z]:\\|\\\\)\S+|[\p{L}\p{N}_().-]+\.(?:pdf|docx?|xlsx?|pptx?|csv|jpe?g|png|zip|rar)\b/giu

/** NIP also in its groups, telephone numbers, and any nine digits in a row; amounts and dates stay. */
const identityNumbers =
  /(?<![\p{L}\p{N}])(?:(?:19|20)\d{6}[ .-]?(?:19|20)\d{4}[ .-]?[12][ .-]?\d{3}|(?:\+62|0)[ -]?8\d(?:[ -]?\d){6,11}|\d{9,})(?![\p{L}\p{N}])/gu

const word = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])\\.?`, 'giu')

/** Before a name only: "ibu hamil" is what a health office works for, "Bu Sari" tells whose work it is. */
const addresses =
  /(?<![\p{L}\p{N}])(?:bapak|bpk|pak|ibu|bu|saudari|saudara|sdri|sdr|nyonya|ny|tuan|tn|nona|mbak|mas|kak)\.?\s+(?=\[nama\])/giu

/** Sex and age of the person; words that may as well speak of the public ("perempuan", "usia 5 tahun") stay. */
const personal = word([
  'cuti (?:melahirkan|bersalin|hamil)',
  'suaminya',
  'istrinya',
  '(?:berusia|berumur)\\s+(?:1[89]|[2-6]\\d)\\s+tahun',
  '(?:tempat,?\\s+(?:dan\\s+)?)?tanggal\\s+lahir',
])

/** Titles stand around names and in ordinary texts alike: "dr", "S.Kep". */
const titles =
  /^(?:dr|drg|drs|dra|ir|prof|hj|h|apt|ns|st|se|sh|sp|amd|skm|skep|mkes|msi|mm|mkep|mph|phd|skom|kom|keb|kes|kep|gz|far|ak|sos|pd|ag|hut|tr|ap|stp|ip)$/i
/** Parts that hundreds of names share with ordinary sentences. */
const connectors: ReadonlySet<string> = new Set(['binti', 'bin', 'van', 'der', 'dan', 'putra', 'putri'])

/** The whole name without titles, and each part that is long enough to tell somebody. */
function nameForms(name: string): readonly string[] {
  const [main = ''] = name.split(',')
  const parts = main
    .split(/\s+/)
    .map((part) => part.replace(/^\.+|\.+$/g, ''))
    .filter((part) => part !== '' && !titles.test(part.replaceAll('.', '')))
  const telling = parts.filter((part) => part.replaceAll('.', '').length >= 3 && !connectors.has(part.toLowerCase()))
  return [...(parts.length > 1 ? [parts.join(' ')] : []), ...telling]
}

/** The longest first, so that the whole name is found before its parts. White space of any kind between words. */
function alternatives(texts: readonly string[]): RegExp | null {
  const known = [...new Set(texts.map((text) => text.normalize('NFC').toLowerCase()))]
    .filter((text) => text !== '')
    .toSorted((a, b) => b.length - a.length)
  if (known.length === 0) return null
  const patterns = known.map((text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?:nya)?(?![\\p{L}\\p{N}])`, 'giu')
}
