import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type JsonValue } from '#domain/ledger/canonical-json.ts'
import {
  type ChainState,
  chainStart,
  changeLine,
  changesHashOf,
  type EntryContent,
  entryHash,
  followEntry,
  type RecordedChange,
  type StoredEntry,
  textHash,
} from '#domain/ledger/chain.ts'
import { emptyHash, fingerprintOf, hashBytes, type Sha256 } from '#domain/ledger/hashing.ts'

const sha256: Sha256 = {
  of: (text) => createHash('sha256').update(text).digest('hex'),
  begin() {
    const hash = createHash('sha256')
    return { update: (part) => void hash.update(part), hex: () => hash.digest('hex') }
  },
}

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, section 3.2.3 and 3.2.4', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    const text = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`
    expect(canonicalJson(value)).toBe(text)
  })

  it('orders names by their UTF-16 codes', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    const names = Object.keys(JSON.parse(`[${canonicalJson(value)}]`)[0] as object)
    expect(names.toSorted()).toEqual(Object.keys(value).toSorted())
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map((match) => match[1]).join('')).toBe('2467153')
  })

  it('agrees with the reference library on any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(canonicalJson(value as JsonValue)).toBe(canonicalize(value))
      }),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }, [undefined]])('refuses %j', (value) => {
    expect(() => canonicalJson(value as JsonValue)).toThrow(TypeError)
  })
})

const entry = (seq: number): EntryContent => ({
  seq,
  at: `2026-11-23T02:00:0${seq}.000Z`,
  author: 'Sekretaris',
  command: 'staff.recordScores',
  summary: { employee: 'Sari', count: 2 },
  reason: 'Salah ketik',
  undoes: null,
  changeCount: 1,
})
const hashOf = (...changes: readonly RecordedChange[]) => changesHashOf(sha256, changes)
const rows = { hash: hashOf({ table: 'unit', rowId: 'u', before: null, after: '{}' }), count: 1 }

function stored(seq: number, prev: string): StoredEntry {
  const content = entry(seq)
  const hash = entryHash(sha256, prev, content, rows.hash)
  return { ...content, summary: canonicalJson(content.summary), changesHash: rows.hash, prev, hash }
}

function chainOf(length: number): StoredEntry[] {
  const chain: StoredEntry[] = []
  for (let seq = 1; seq <= length; seq++) chain.push(stored(seq, chain.at(-1)?.hash ?? emptyHash))
  return chain
}

function follow(chain: readonly StoredEntry[], recorded = rows) {
  let state: ChainState = chainStart
  return chain.flatMap((one) => {
    const followed = followEntry(sha256, state, one, recorded)
    state = followed.state
    return followed.findings
  })
}

describe('the chain', () => {
  it('hashes the hash before it and the canonical text, as anyone can do without our code', () => {
    const { summary, ...rest } = entry(1)
    const text = canonicalize({ form: 'timbang-entry-1', ...rest, summary, changes: rows.hash }) ?? ''
    const expected = createHash('sha256').update('0'.repeat(64)).update(text).digest('hex')
    expect(entryHash(sha256, emptyHash, entry(1), rows.hash)).toBe(expected)
    expect(hashBytes(emptyHash)).toEqual(new Uint8Array(32))
    const any = sha256.of('x')
    expect(Buffer.from(hashBytes(any)).toString('hex')).toBe(any)
    expect(fingerprintOf(any)).toBe(Number.parseInt(any.slice(0, 13), 16))
  })

  it('hashes any text of an entry as the reference library writes it', () => {
    const texts = fc.record({
      at: fc.string({ unit: 'binary' }),
      author: fc.string({ unit: 'binary' }),
      command: fc.string({ unit: 'binary' }),
      reason: fc.string({ unit: 'binary' }),
      summary: fc.dictionary(fc.string({ unit: 'binary' }), fc.oneof(fc.string({ unit: 'binary' }), fc.integer())),
      undoes: fc.option(fc.nat()),
    })
    fc.assert(
      fc.property(texts, fc.nat(), (said, seq) => {
        const content = { ...said, seq, changeCount: seq + 1 }
        const text = canonicalize({ form: 'timbang-entry-1', ...content, changes: rows.hash }) ?? ''
        expect(entryHash(sha256, rows.hash, content, rows.hash)).toBe(sha256.of(rows.hash + text))
      }),
    )
  })

  it('hashes the hashes of the recorded rows, as anyone can do without our code', () => {
    const change = fc.record({
      table: fc.string({ unit: 'binary' }),
      rowId: fc.string({ unit: 'binary' }),
      before: fc.option(fc.string({ unit: 'binary' })),
      after: fc.option(fc.string({ unit: 'binary' })),
    })
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const lines = changes.map(({ table, rowId, before, after }) => {
          const hashes = [before, after].map((text) => (text === null ? null : sha256.of(text)))
          return `${canonicalize([table, rowId, ...hashes])}\n`
        })
        expect(hashOf(...changes)).toBe(sha256.of(lines.join('')))
      }),
    )
  })

  it('is whole as it was written', () => expect(follow(chainOf(5))).toEqual([]))

  const edits: readonly (readonly [string, (one: StoredEntry) => Partial<StoredEntry>])[] = [
    ['at', () => ({ at: '2026-11-24T02:00:00.000Z' })],
    ['author', () => ({ author: 'Orang lain' })],
    ['command', () => ({ command: 'staff.add' })],
    ['summary', () => ({ summary: '{"count":3,"employee":"Sari"}' })],
    ['the writing of the summary', () => ({ summary: '{"employee":"Sari","count":2}' })],
    ['a summary that is no JSON', () => ({ summary: '{' })],
    ['reason', () => ({ reason: '' })],
    ['undoes', () => ({ undoes: 1 })],
    ['hash of the rows and rows', () => ({ changesHash: 'ab'.repeat(32) })],
  ]
  it.each(edits)('shows one entry whose %s was changed, and no other', (_, edit) => {
    const chain = chainOf(5).map((one) => (one.seq === 3 ? { ...one, ...edit(one) } : one))
    const findings = follow(chain)
    expect(findings).toContainEqual({ kind: 'entry', seq: 3 })
    expect(findings.every((finding) => finding.seq === 3)).toBe(true)
  })

  it('shows a rewritten entry at the one that no longer follows it', () => {
    const chain = chainOf(5)
    const rewritten = { ...entry(3), reason: 'lain' }
    const hash = entryHash(sha256, chain[1]?.hash ?? '', rewritten, rows.hash)
    expect(follow(chain.map((one) => (one.seq === 3 ? { ...one, reason: 'lain', hash } : one)))).toEqual([
      { kind: 'link', seq: 4 },
    ])
  })

  it('shows missing and swapped entries', () => {
    const [one, two, three, four, five] = chainOf(5) as [
      StoredEntry,
      StoredEntry,
      StoredEntry,
      StoredEntry,
      StoredEntry,
    ]
    expect(follow([one, four, five])).toEqual([{ kind: 'gap', seq: 2, until: 3 }])
    expect(follow([two, three])).toEqual([{ kind: 'gap', seq: 1, until: 1 }])
    expect(follow([one, { ...three, seq: 2 }, { ...two, seq: 3 }, four])).toEqual([
      { kind: 'link', seq: 2 },
      { kind: 'entry', seq: 2 },
      { kind: 'link', seq: 3 },
      { kind: 'entry', seq: 3 },
      { kind: 'link', seq: 4 },
    ])
  })

  it('shows recorded rows that were changed, added or taken away', () => {
    expect(follow(chainOf(1), { ...rows, hash: hashOf() })).toEqual([{ kind: 'changes', seq: 1 }])
    expect(follow(chainOf(1), { ...rows, count: 2 })).toEqual([{ kind: 'changes', seq: 1 }])
  })

  it('does not let two rows of one entry be read as others', () => {
    const row = (rowId: string, after: string) => ({ table: 'unit', rowId, before: null, after })
    expect(hashOf(row('a', 'b\n'), row('c', ''))).not.toBe(hashOf(row('a', 'b'), row('\nc', '')))
    expect(hashOf(row('a', 'b'), row('c', 'd'))).not.toBe(hashOf(row('c', 'd'), row('a', 'b')))
    expect(hashOf({ table: 'unit', rowId: 'u', before: null, after: 'null' })).not.toBe(
      hashOf({ table: 'unit', rowId: 'u', before: 'null', after: null }),
    )
    expect(changeLine({ table: 'a","b', rowId: 'c', before: null, after: null })).not.toBe(
      changeLine({ table: 'a', rowId: 'b","c', before: null, after: null }),
    )
    expect(() => textHash(sha256, '\ud800')).toThrow(TypeError)
    expect(() => changeLine({ table: 'unit', rowId: '\udc00', before: null, after: null })).toThrow(TypeError)
  })
})
