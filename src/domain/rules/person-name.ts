/** Titles written before a name: academic, professional, of the hajj, of an acting post, and forms of address. */
const leadingTitles = new Set(
  'prof dr drs dra drg drh ir ns ners apt bdn hj h kh plt plh pj pjs sdr sdri bapak ibu'.split(' '),
)

/** Degrees that stand behind a name without a comma; recognised without dots only where no name reads alike. */
const bareDegrees = new Set(
  'se sh st mm mh mt sst skm mkm mph skep skom ssos spd sgz ssi stp str mkes msi mpd mkep mmr amd amk amkeb amg phd ners'.split(
    ' ',
  ),
)
const dottedDegrees = new Set([
  ...bareDegrees,
  ...'sag sap sip sik sikom skeb sked sfarm shut shum spdi spsi sp spt spi spog sars ssn ssy stat strkes strkeb strkep'.split(
    ' ',
  ),
  ...'ma mag map mba mepid mfarm mhum mikom mkeb mkn mkom mpdi mph mpsi msc mbiomed mtr ba bsc aks apt ns ca'.split(
    ' ',
  ),
])

const longestRead = 300

/**
 * The part of a name that tells people apart, for comparing: lower case, single spaces, without titles in front and degrees
 * behind (with or without commas), without dots, apostrophes and accents. Never for showing. Two people may share a key: a person is never
 * merged on it alone. A name of nothing but titles keeps its words.
 * Source: domain guide 9.2 (name traps).
 * @example nameKey('Plt. Drs. H. BUDI Santoso, S.Kom., M.Si') // 'budi santoso'
 */
export function nameKey(raw: string): string {
  const text = raw
    .slice(0, longestRead)
    .normalize('NFKD')
    .replace(/[\p{M}\u200b-\u200f\u2060\ufeff'`\u2018\u2019\u02bc]/gu, '')
    .toLowerCase()
  const [name = ''] = text.replace(/[()]/g, ' ').split(',')
  const kept = withoutDegrees(withoutTitles(name))
  return wordsOf(kept === '' ? text : kept).join(' ')
}

/**
 * Whether two spellings may name the same person: equal but for case, titles, degrees and punctuation. A proposal, to be
 * confirmed by number, post or a person. Empty names are the same as nothing.
 * @example sameName('dr. Ratna Pratiwi, M.Epid.', 'RATNA PRATIWI') // true
 */
export function sameName(first: string, second: string): boolean {
  const key = nameKey(first)
  return key !== '' && key === nameKey(second)
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

/** Takes titles off the front ("Drs.H.Budi" too), as long as a name remains behind them. */
function withoutTitles(name: string): string {
  let rest = name.trim()
  for (;;) {
    const found = /^(\p{L}+)(?:\.\s*|\s+)(?=\p{L})/u.exec(rest)
    if (!found || !leadingTitles.has(found[1] ?? '')) return rest
    rest = rest.slice(found[0].length)
  }
}

/** Takes degrees off the end, also spaced ones ("S. Kom"), as long as a name remains before them. */
function withoutDegrees(name: string): string {
  const tokens = name.split(/\s+/).filter((token) => token !== '')
  while (tokens.length > 1) {
    const last = tokens.at(-1) ?? ''
    const before = tokens.at(-2) ?? ''
    if (isDegree(last)) tokens.pop()
    else if (tokens.length > 2 && /^[sma]\.$/.test(before) && isDegree(before + last)) tokens.splice(-2)
    else break
  }
  return tokens.join(' ')
}

function isDegree(token: string): boolean {
  const letters = token.replaceAll('.', '')
  const dotted = /\p{L}\.\p{L}/u.test(token)
  return dotted ? dottedDegrees.has(letters) : bareDegrees.has(letters)
}
