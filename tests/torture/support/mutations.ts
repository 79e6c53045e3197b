import type { Chance } from '#application/example/chance.ts'

/** An image of a workspace file that no program of ours has written. */
export interface Mutant {
  readonly bytes: Buffer
  /** What was done to it, in words. */
  readonly what: string
}

export type Mutation = (image: Buffer, chance: Chance, number: number) => Mutant

const page = 4096
const sector = 512

/** Mostly one bit; now and then a byte, a zeroed sector or two pages that changed places. */
export const flip: Mutation = (image, chance) => {
  const bytes = Buffer.from(image)
  const at = chance.whole(0, bytes.length - 1)
  const kind = chance.next()
  if (kind < 0.85) {
    const bit = chance.whole(0, 7)
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
    return { bytes, what: `bit ${bit} of byte ${at}` }
  }
  if (kind < 0.9) {
    bytes.writeUInt8((bytes.readUInt8(at) + chance.whole(1, 255)) % 256, at)
    return { bytes, what: `byte ${at}` }
  }
  if (kind < 0.95) {
    const start = Math.floor(at / sector) * sector
    bytes.fill(0, start, start + sector)
    return { bytes, what: `zeroed sector at ${start}` }
  }
  return swapPages(bytes, chance, 1)
}

const shortest = [0, 1, 15, 16, 99, 100, 511, 512, 513, page - 1, page, page + 1]

/** Cut at a length that is known to be awkward, then anywhere. */
export const truncate: Mutation = (image, chance, number) => {
  const length = shortest[number] ?? chance.whole(0, image.length - 1)
  return { bytes: Buffer.from(image.subarray(0, length)), what: `cut to ${length} bytes` }
}

/** Several wounds at once: header fields, page headers, pointers, text, pages in other places, lengths. */
export const fuzz: Mutation = (image, chance, number) => {
  const wounds = chance.whole(1, 12)
  // Every other image keeps its first page, or hardly any would come past the header and the schema.
  const from = number % 2 === 0 ? page : 0
  let mutant: Mutant = { bytes: Buffer.from(image), what: '' }
  for (let wound = 0; wound < wounds; wound += 1) {
    const next = chance.pick(wounding)(mutant.bytes, chance, from)
    mutant = { bytes: next.bytes, what: `${mutant.what}${mutant.what === '' ? '' : ', '}${next.what}` }
  }
  return mutant
}

type Wound = (bytes: Buffer, chance: Chance, from: number) => Mutant

const extremes = [0, 1, 2, 0x7f, 0x80, 0xff]

const wounding: readonly Wound[] = [
  (bytes, chance, from) => {
    const at = somewhere(bytes, chance, from)
    if (at < bytes.length) bytes.writeUInt8(chance.pick(extremes), at)
    return { bytes, what: `byte ${at}` }
  },
  (bytes, chance, from) => {
    const at = somewhere(bytes, chance, from)
    const end = Math.min(bytes.length, at + chance.whole(1, 64))
    for (let place = at; place < end; place += 1) bytes.writeUInt8(chance.whole(0, 255), place)
    return { bytes, what: `noise at ${at}` }
  },
  // The header of a b-tree page: its kind, free blocks, cell count, where cells begin, the right-most child.
  (bytes, chance, from) => {
    const start = Math.floor(somewhere(bytes, chance, from) / page) * page
    const at = start + (start === 0 ? 100 : 0) + chance.whole(0, 15)
    if (at < bytes.length) bytes.writeUInt8(chance.pick(extremes), at)
    return { bytes, what: `page header byte ${at}` }
  },
  (bytes, chance, from) => {
    if (from > 0 || bytes.length < 100) return { bytes, what: 'nothing' }
    const at = chance.whole(16, 96)
    bytes.writeUInt32BE(chance.pick([0, 1, 0xffff, 0x7fffffff, 0xffffffff, chance.whole(0, 0xffff)]), at)
    return { bytes, what: `header field at ${at}` }
  },
  (bytes, chance, from) => swapPages(bytes, chance, from / page),
  (bytes, chance, from) => {
    const to = Math.max(from, Math.floor(somewhere(bytes, chance, from) / page) * page)
    const source = Math.floor(chance.whole(0, bytes.length) / page) * page
    bytes.copy(bytes, to, source, source + page)
    return { bytes, what: `page at ${source} over ${to}` }
  },
  (bytes, chance) => {
    const length = chance.happens(0.5) ? chance.whole(0, bytes.length) : bytes.length + chance.whole(1, 3 * page)
    const other = Buffer.alloc(length, chance.whole(0, 255))
    bytes.copy(other, 0, 0, length)
    return chance.happens(0.2) ? { bytes: other, what: `length ${length}` } : { bytes, what: 'nothing' }
  },
  (bytes, chance, from) => {
    const found = bytes.indexOf(
      chance.pick(['CHECK', 'TABLE', 'TRIGGER', 'NOT NULL', 'UNIQUE', '"after"', 'pns']),
      from,
    )
    if (found >= 0) bytes.write(chance.pick(['XXXXX', 'VIEW ', '     ', "');--", '\0\0\0\0\0']), found, 'latin1')
    return { bytes, what: `text at ${found}` }
  },
]

function somewhere(bytes: Buffer, chance: Chance, from: number): number {
  return bytes.length <= from ? Math.max(0, bytes.length - 1) : chance.whole(from, bytes.length - 1)
}

function swapPages(bytes: Buffer, chance: Chance, first: number): Mutant {
  const pages = Math.floor(bytes.length / page)
  if (pages - first < 2) return { bytes, what: 'nothing' }
  const [one, two] = [chance.whole(first, pages - 1), chance.whole(first, pages - 1)]
  const kept = Buffer.from(bytes.subarray(one * page, one * page + page))
  bytes.copy(bytes, one * page, two * page, two * page + page)
  kept.copy(bytes, two * page)
  return { bytes, what: `pages ${one} and ${two} swapped` }
}

export const mutations = { flip, truncate, fuzz } as const
export type MutationName = keyof typeof mutations
