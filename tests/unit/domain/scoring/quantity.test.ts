import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Measure, readQuantity, sameMeasure } from '#domain/scoring/quantity.ts'

const percent: Measure = { kind: 'percent' }
const unit = (word: string): Measure => ({ kind: 'unit', word })

describe('a single figure', () => {
  it.each<[string, number, Measure]>([
    ['25%', 25, percent],
    ['61,95%', 61.95, percent],
    ['61,5 %', 61.5, percent],
    ['83.5', 83.5, unit('')],
    ['90', 90, unit('')],
    ['3 unit', 3, unit('unit')],
    ['12 Dokumen', 12, unit('dokumen')],
    ['5 hari kerja', 5, unit('hari kerja')],
    ['1.234', 1234, unit('')],
    ['1.234,5', 1234.5, unit('')],
    ['22.009.951.244', 22009951244, unit('')],
    ['Rp.51.727.239.612', 51727239612, { kind: 'money' }],
    ['Rp22.009.951.244', 22009951244, { kind: 'money' }],
    ['3,5 dari skala 5', 3.5, { kind: 'scale', end: 5 }],
    ['25%****', 25, percent],
    ['9 bulan', 9, unit('bulan')],
  ])('%s', (raw, value, measure) => {
    expect(readQuantity(raw)).toMatchObject({ kind: 'number', value, measure, raw })
  })

  it('keeps what stands after the figure', () => {
    expect(readQuantity('85% berdasarkan laporan triwulan')).toMatchObject({
      value: 85,
      rest: 'berdasarkan laporan triwulan',
    })
    expect(readQuantity('3 unit sesuai berita acara')).toMatchObject({
      measure: unit('unit'),
      rest: 'sesuai berita acara',
    })
  })

  it.each([
    ['≤ 5 hari', 'at-most'],
    ['maksimal 5 hari', 'at-most'],
    ['paling lambat 5 hari', 'at-most'],
    ['≥ 90%', 'at-least'],
    ['minimal 90%', 'at-least'],
    ['90%', null],
  ])('%s is a limit: %s', (raw, bound) => expect(readQuantity(raw)).toMatchObject({ bound }))
})

describe('a range', () => {
  it.each<[string, number, number, Measure]>([
    ['80 – 90%', 80, 90, percent],
    ['80-90% Pemda', 80, 90, percent],
    ['80% - 90%', 80, 90, percent],
    ['7-8 bulan', 7, 8, unit('bulan')],
    ['7 s.d. 8 bulan', 7, 8, unit('bulan')],
    ['7 sampai 8 bulan', 7, 8, unit('bulan')],
    ['8-7 bulan', 7, 8, unit('bulan')],
  ])('%s', (raw, low, high, measure) => {
    expect(readQuantity(raw)).toMatchObject({ kind: 'range', low, high, measure, raw })
  })

  it('reads hyphen, en dash, em dash and minus alike', () => {
    const ranges = ['-', '\u2010', '\u2013', '\u2014', '\u2212'].map((dash) => readQuantity(`80${dash}90%`))
    expect(new Set(ranges.map((range) => JSON.stringify({ ...range, raw: '' }))).size).toBe(1)
  })
})

describe('no figure', () => {
  it.each(['', ' ', '-', '–'])('is empty for %j', (raw) => expect(readQuantity(raw)).toEqual({ kind: 'empty', raw }))

  it.each(['(realisasi)****', 'Terlaksananya rapat', 'tiga unit', '22/11/2026', '2026-11-22', '1.2.3', '12:30'])(
    'is text for %s, never 0',
    (raw) => expect(readQuantity(raw)).toEqual({ kind: 'text', raw }),
  )
})

describe('any text', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,%-– Rpdarskl≤≥*s()'), maxLength: 60 })

  it('gives finite figures or none, in order, and keeps the wording', () => {
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'binary', maxLength: 80 })), (raw) => {
        const read = readQuantity(raw)
        expect(read.raw).toBe(raw)
        if (read.kind === 'number') expect(Number.isFinite(read.value)).toBe(true)
        if (read.kind === 'range') expect(read.low <= read.high && Number.isFinite(read.high - read.low)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('reads back every figure written the Indonesian way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 99 }), (whole, hundredths) => {
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.')
        const text = `${grouped},${String(hundredths).padStart(2, '0')}`
        expect(readQuantity(`${text}%`)).toMatchObject({
          kind: 'number',
          value: Number(`${whole}.${String(hundredths).padStart(2, '0')}`),
        })
      }),
    )
  })

  it('takes 100 kB of hostile text in linear time', () => {
    const hostile = [
      '1',
      '1.',
      '1,',
      '1.234',
      '1-',
      '1 ',
      ' ',
      '-',
      '%',
      'a',
      'maksimal ',
      '1 dari ',
      '*',
      '≤',
      'Rp',
      '\u2013',
      '((',
    ]
    const time = (size: number) => {
      const started = performance.now()
      for (const seed of hostile) {
        for (const head of ['', '1', '1 '])
          readQuantity((head + seed.repeat(Math.ceil(size / seed.length))).slice(0, size))
      }
      return performance.now() - started
    }
    time(1000)
    expect(time(100_000)).toBeLessThan(3000)
  })
})

describe('measures that compare', () => {
  it.each<[Measure, Measure, boolean]>([
    [percent, percent, true],
    [unit(''), percent, true],
    [unit('minggu'), unit('hari kerja'), false],
    [unit('bulan'), unit('bulan'), true],
    [unit('dokumen'), percent, false],
    [{ kind: 'scale', end: 5 }, { kind: 'scale', end: 4 }, false],
    [{ kind: 'scale', end: 5 }, unit(''), true],
    [{ kind: 'money' }, percent, false],
  ])('%j and %j: %s, both ways round', (first, second, same) => {
    expect(sameMeasure(first, second)).toBe(same)
    expect(sameMeasure(second, first)).toBe(same)
  })
})
