import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NipReading, nipContradictions, nipNoteSeverity, nipRefusals, readNip } from '#domain/rules/nip.ts'

const today = '2026-11-22'
const asText = (raw: string) => readNip(raw, { numeric: false, today })
const notesOf = (reading: NipReading) => ('notes' in reading ? reading.notes : null)
const born1996 = {
  birthDate: '1996-08-18',
  appointedYear: 2022,
  appointedMonth: 4,
  sex: 'male',
  serial: '001',
}

describe('a number that is taken', () => {
  it('reads the parts of a PNS number', () => {
    expect(asText('199608182022041001')).toEqual({ kind: 'pns', nip: '199608182022041001', parts: born1996, notes: [] })
  })

  it.each([
    ['groups', '19960818 202204 1 001'],
    ['an apostrophe', "'199608182022041001"],
    ['a back-tick', '`199608182022041001'],
    ['a line break', '199608182022041001\n'],
    ['a tab', '199608182022041001\t'],
    ['a no-break space', '199608182022041001\u00a0'],
    ['a zero-width space', '1996\u200b08182022041001'],
    ['dots and hyphens', '19960818-202204.1.001'],
    ['an en dash', '19960818\u2013202204\u20131\u2013001'],
  ])('takes off %s and says so', (_, raw) => {
    expect(asText(raw)).toEqual({ kind: 'pns', nip: '199608182022041001', parts: born1996, notes: ['cleaned'] })
  })

  it('knows a PPPK by the code 21', () => {
    expect(asText('199005152023212003')).toEqual({
      kind: 'pppk',
      nip: '199005152023212003',
      parts: { birthDate: '1990-05-15', appointedYear: 2023, appointedMonth: null, sex: 'female', serial: '003' },
      notes: [],
    })
  })

  it('warns of a code that is neither a month nor 21', () => {
    const reading = asText('199608182022131001')
    expect(reading.kind).toBe('unknown')
    expect(notesOf(reading)).toEqual(['kind-unknown'])
  })

  it('takes an old number of nine digits, also as a number cell', () => {
    const old = { kind: 'old', nip: '130123456', parts: null, notes: ['old-number'] }
    expect(asText('130123456')).toEqual(old)
    expect(readNip('130123456', { numeric: true, today })).toEqual(old)
  })

  it.each([
    ['201008182022041001', 'age-at-appointment'],
    ['193001012022041001', 'age-at-appointment'],
    ['199608182022041000', 'serial-zero'],
    ['199608182026121001', 'appointed-in-future'],
    ['199608182027212001', 'appointed-in-future'],
  ])('warns of %s: %s', (raw, note) => {
    expect(notesOf(asText(raw))).toEqual([note])
  })

  it.each([
    ['eighteen in the month of appointment', '200404302022041001'],
    ['sixty years and some months', '196202012022041001'],
    ['appointed this month', '199608182026111001'],
    ['a PPPK appointed this year', '199608182026211001'],
    ['a leap day', '199602292022041001'],
  ])('does not warn of %s', (_, raw) => {
    expect(notesOf(asText(raw))).toEqual([])
  })

  it('counts cleaning as information and everything else as a warning', () => {
    expect(nipNoteSeverity('cleaned')).toBe('info')
    expect(nipNoteSeverity('kind-unknown')).toBe('warning')
  })
})

describe('a number that is not taken', () => {
  it.each([
    ['1.99608E+17', 'digits-lost'],
    ['1,99608E+17', 'digits-lost'],
    ['199608182022041000.0', 'digits-lost'],
    ['199602312022041001', 'birth-date'],
    ['199502292022041001', 'birth-date'],
    ['199613182022041001', 'birth-date'],
    ['203008182022041001', 'birth-date'],
    ['000108182022041001', 'birth-date'],
    ['199608182022043001', 'sex-digit'],
    ['19960818202204100', 'wrong-length'],
    ['1996081820220410011', 'wrong-length'],
    ['1', 'wrong-length'],
    ['belum ada', 'not-digits'],
  ])('refuses %s: %s', (raw, reason) => {
    expect(asText(raw)).toEqual({ kind: 'refused', reason, proposal: null })
  })

  it.each(['199608182022041001', '199608182022041000', '1.99608E+17', '1996081820220410'])(
    'refuses %s as a number cell: digits are lost for good',
    (raw) => {
      expect(readNip(raw, { numeric: true, today })).toEqual({ kind: 'refused', reason: 'digits-lost', proposal: null })
    },
  )

  it.each([
    ['19960818202204100l', '199608182022041001'],
    ['l996O8182022O41OOl', '199608182022041001'],
    ['NIP. 19960818 202204 1 001', '199608182022041001'],
  ])('proposes a number for %s, and takes nothing by itself', (raw, proposal) => {
    expect(asText(raw)).toEqual({ kind: 'refused', reason: 'not-digits', proposal })
  })

  it('proposes nothing that would be refused again', () => {
    expect(asText('19960231202204100l')).toEqual({ kind: 'refused', reason: 'not-digits', proposal: null })
  })

  it.each(['', '-', ' – ', "'", '\u00a0'])('is empty for %j', (raw) => {
    expect(asText(raw)).toEqual({ kind: 'empty' })
  })
})

describe('any text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'0123456789oOlI|eE+-., \t\n\u00a0\u200b\u2013'), maxLength: 40 }),
  )

  it('never throws, and refuses only for reasons of the list', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (raw, numeric) => {
        const reading = readNip(raw, { numeric, today })
        if (reading.kind === 'refused') expect(nipRefusals).toContain(reading.reason)
        else if (reading.kind !== 'empty') expect(reading.nip).toMatch(/^(\d{18}|\d{9})$/)
      }),
      { numRuns: 3000 },
    )
  })

  it('reads what it proposes and what it took, without notes of cleaning', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const reading = asText(raw)
        const digits = reading.kind === 'refused' ? reading.proposal : 'nip' in reading ? reading.nip : null
        if (digits === null) return
        const again = asText(digits)
        expect(again).toMatchObject({ nip: digits })
        expect(notesOf(again)).not.toContain('cleaned')
      }),
      { numRuns: 2000 },
    )
  })

  it('takes 100 kB of hostile text without delay', () => {
    const started = performance.now()
    for (const unit of [' ', "'", '0', 'e', 'l', '1.', '\u00a0-']) asText(unit.repeat(100_000 / unit.length))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('a number against the columns', () => {
  const silent = { status: null, sex: null, birthDate: null } as const

  it('finds each contradiction and keeps both', () => {
    const reading = asText('199608182022041001')
    expect(nipContradictions(reading, { status: 'pppk', sex: 'female', birthDate: '1996-08-19' })).toEqual([
      'status',
      'sex',
      'birth-date',
    ])
    expect(nipContradictions(reading, { status: 'pns', sex: 'male', birthDate: '1996-08-18' })).toEqual([])
    expect(nipContradictions(reading, silent)).toEqual([])
  })

  it('says nothing where the number says nothing', () => {
    const claims = { status: 'pppk', sex: 'female', birthDate: '1990-01-01' } as const
    expect(nipContradictions(asText(''), claims)).toEqual([])
    expect(nipContradictions(asText('x'), claims)).toEqual([])
    expect(nipContradictions(asText('130123456'), claims)).toEqual(['status'])
    expect(nipContradictions(asText('199608182022131001'), { ...silent, status: 'pppk' })).toEqual([])
    expect(nipContradictions(asText('199608182022041001'), { ...silent, status: 'unknown' })).toEqual([])
  })
})
