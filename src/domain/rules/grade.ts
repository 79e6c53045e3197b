interface KnownGrade {
  /** Golongan ruang, such as `III/d`. */
  readonly grade: string
  /** Its pangkat, such as `Penata Tingkat I`. */
  readonly rank: string
}

interface GradeList {
  readonly pns: readonly KnownGrade[]
  readonly pppk: readonly string[]
}

/**
 * The golongan in force, in rising order: those of PNS with their pangkat, those of PPPK, which carry none.
 * Source: PNS: the ranks as every civil service list prints them, stable for decades; PPPK: groups I to XVII without a
 * rank name, from secondary pages (confidence S). No regulation of performance names them, so they are no policy pack.
 */
export const knownGrades: GradeList = {
  pns: [
    ...ranksOf('I', ['Juru Muda', 'Juru Muda Tingkat I', 'Juru', 'Juru Tingkat I']),
    ...ranksOf('II', ['Pengatur Muda', 'Pengatur Muda Tingkat I', 'Pengatur', 'Pengatur Tingkat I']),
    ...ranksOf('III', ['Penata Muda', 'Penata Muda Tingkat I', 'Penata', 'Penata Tingkat I']),
    ...ranksOf('IV', ['Pembina', 'Pembina Tingkat I', 'Pembina Utama Muda', 'Pembina Utama Madya', 'Pembina Utama']),
  ],
  pppk: 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII'.split(' '),
}

function ranksOf(group: string, ranks: readonly string[]) {
  return ranks.map((rank, index) => ({ grade: `${group}/${'abcde'[index]}`, rank }))
}

/**
 * `rank-differs`: the pangkat and the golongan of one cell belong to different grades; both are kept as written.
 * `grade-from-rank`: only the pangkat was written. `rank-unknown`: words that are no pangkat stand beside the golongan.
 */
export type GradeNote = 'rank-differs' | 'grade-from-rank' | 'rank-unknown'

export type GradeReading =
  | {
      readonly kind: 'pns' | 'pppk'
      /** `III/d`, or `IX` for PPPK. */
      readonly grade: string
      /** Official name such as `Penata Tingkat I`; empty for PPPK. The pangkat as written when it differs. */
      readonly rank: string
      readonly notes: readonly GradeNote[]
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }

const longestRead = 120
const pnsGrade = /(?:^|[^a-z])(iv|iii|ii|i)[\s/.,|–-]{0,3}([a-e])(?![a-z])/i
const arabicGrade = /(?:^|[^a-z0-9])([1-4])[\s/.,|–-]{0,3}([a-e])(?![a-z0-9])/i
const pppkGrade = /^[\s,-]*(?:(?:pppk|p3k|golongan|gol)[\s.,/:-]*){0,3}\(?\s*([ivx]{1,5})[\s),-]*$/i
const romans = ['I', 'II', 'III', 'IV']

/**
 * Reads golongan and pangkat from one cell, in the spellings offices use: `Penata Tk. I, III/d`, `Pembina Tk. I (IV/b)`,
 * `Penata / III/c`, `III d`, `III.d`, `Golongan (V)`, or a pangkat alone. A roman number with a letter is PNS, without one
 * PPPK. A pangkat of another grade is noted and kept, never corrected.
 * Source: domain guide 3.2. `unreadable` for words that name no grade; `empty` for nothing or a dash.
 * @example readGrade('Penata Tk. I, III/d') // { kind: 'pns', grade: 'III/d', rank: 'Penata Tingkat I', notes: [] }
 */
export function readGrade(raw: string): GradeReading {
  const text = raw.slice(0, longestRead).normalize('NFKC').replace(/\s+/g, ' ').trim()
  if (/^[-–—]?$/.test(text)) return { kind: 'empty' }
  const group = pppkGrade.exec(text)?.[1]?.toUpperCase()
  if (group !== undefined && knownGrades.pppk.includes(group))
    return { kind: 'pppk', grade: group, rank: '', notes: [] }
  const { grade, rest } = splitGrade(text)
  const byGrade = knownGrades.pns.find((known) => known.grade === grade)
  const byRank = knownGrades.pns.find((known) => rankKey(known.rank) === rankKey(rest))
  if (byGrade) return withGrade(byGrade, byRank, rest)
  if (byRank && grade === null) return { kind: 'pns', ...byRank, notes: ['grade-from-rank'] }
  return { kind: 'unreadable' }
}

/** The golongan ruang of a text, and what is left without it and its brackets. */
function splitGrade(text: string): { grade: string | null; rest: string } {
  // "Tk. I (IV/b)": the I of the rank is no golongan, so spelt ranks are set aside before looking.
  const spelt = text.replace(/\b(?:tk|tkt|tingkat)[\s.]*(?:i|1)\b/gi, (word) => ' '.repeat(word.length))
  const found = pnsGrade.exec(spelt) ?? arabicGrade.exec(spelt)
  if (!found) return { grade: null, rest: text }
  const roman = /[1-4]/.test(found[1] ?? '') ? romans[Number(found[1]) - 1] : found[1]?.toUpperCase()
  const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length)
  const grade = `${roman}/${found[2]?.toLowerCase()}`
  // Both columns of a list may hold the golongan: written twice alike, it counts once.
  const again = splitGrade(rest)
  return { grade, rest: again.grade === grade ? again.rest : rest }
}

function withGrade(byGrade: KnownGrade, byRank: KnownGrade | undefined, rest: string): GradeReading {
  const wordless = rankKey(rest) === ''
  if (wordless || byRank?.grade === byGrade.grade) return { kind: 'pns', ...byGrade, notes: [] }
  if (byRank) return { kind: 'pns', grade: byGrade.grade, rank: byRank.rank, notes: ['rank-differs'] }
  return { kind: 'pns', ...byGrade, notes: ['rank-unknown'] }
}

/** Letters of a pangkat with "Tk. I" spelt out; labels and brackets make no difference. */
function rankKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(?:golongan|gol|ruang|pangkat)\b/g, ' ')
    .replace(/\b(?:tkt|tk|tingkat)[\s.]*(?:i|1)(?![a-z])/g, ' tingkat i ')
    .replace(/[^a-z]+/g, '')
}
