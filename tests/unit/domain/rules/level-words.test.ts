import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectationLevels } from '#domain/model/levels.ts'
import {
  type CodedRating,
  codeDirection,
  codeDirections,
  type LevelCode,
  levelOfCode,
  readLevelWord,
  readOrganisationWord,
  readPredicateWord,
} from '#domain/rules/level-words.ts'
import { predicateOf } from '#domain/rules/quadrant.ts'

describe('rating words', () => {
  it.each([
    ['DIATAS', 'above'],
    ['Di Atas', 'above'],
    ['DI ATAS EKSPEKTASI', 'above'],
    ['diatas ekspektasi', 'above'],
    ['Sesuai ekspektasi', 'meets'],
    ['SESUAI', 'meets'],
    ['Dibawah  Ekspektasi', 'below'],
    ['di bawah\nekspektasi', 'below'],
    ['2. Sesuai Ekspektasi', 'meets'],
  ])('reads %j', (raw, level) => expect(readLevelWord(raw)).toEqual({ kind: 'level', level }))

  it.each(['1', ' 2 ', '3', '3,0', '1.0'])('never takes the bare code %j', (raw) => {
    expect(readLevelWord(raw)).toEqual({ kind: 'ambiguous-code', code: Number.parseInt(raw, 10) })
  })

  it.each(['0', '4', '12', 'Baik', 'atas', 'Sesuai target'])('does not guess at %j', (raw) => {
    expect(readLevelWord(raw)).toEqual({ kind: 'unknown' })
  })

  it.each(['', ' ', '-', '…'])('is empty for %j', (raw) => expect(readLevelWord(raw)).toEqual({ kind: 'empty' }))
})

describe('predicate words', () => {
  it.each([
    ['KURANG (MISCONDUCT)', 'poor'],
    ['Kurang/ Misconduct', 'poor'],
    ['Kurang', 'poor'],
    ['SANGAT  KURANG', 'very-poor'],
    ['Butuh perbaikan', 'needs-improvement'],
    ['BAIK', 'good'],
    ['Sangat Baik', 'very-good'],
  ])('reads %j', (raw, predicate) => expect(readPredicateWord(raw)).toEqual({ kind: 'predicate', predicate }))

  it('asks about "Cukup"', () => {
    expect(readPredicateWord('Cukup')).toEqual({ kind: 'confirm', proposal: 'needs-improvement' })
    expect(readOrganisationWord('CUKUP')).toEqual({ kind: 'confirm', proposal: 'needs-improvement' })
  })

  it('keeps "Istimewa" for organisations and asks about "Sangat Baik" there', () => {
    expect(readOrganisationWord('ISTIMEWA')).toEqual({ kind: 'predicate', predicate: 'excellent' })
    expect(readOrganisationWord('Sangat Kurang')).toEqual({ kind: 'predicate', predicate: 'very-poor' })
    expect(readOrganisationWord('Sangat Baik')).toEqual({ kind: 'confirm', proposal: 'excellent' })
    expect(readPredicateWord('Istimewa')).toEqual({ kind: 'unknown' })
  })

  it.each(['4', '85', 'lulus', 'constructor', '__proto__'])('does not guess at %j', (raw) => {
    expect(readPredicateWord(raw)).toEqual({ kind: 'unknown' })
    expect(readOrganisationWord(raw)).toEqual({ kind: 'unknown' })
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (raw) => {
        for (const read of [readLevelWord, readPredicateWord, readOrganisationWord])
          expect(read(raw).kind).toBeTypeOf('string')
      }),
    )
  })
})

describe('the direction of bare codes', () => {
  const codes: readonly LevelCode[] = [1, 2, 3]
  const sample = (work: LevelCode, behaviour: LevelCode, direction: 'one-is-best' | 'three-is-best'): CodedRating => ({
    work,
    behaviour,
    predicate: predicateOf(levelOfCode(work, direction), levelOfCode(behaviour, direction)),
  })

  it('reads SIASN codes and home-made codes', () => {
    expect(codes.map((code) => levelOfCode(code, 'one-is-best'))).toEqual(['above', 'meets', 'below'])
    expect(codes.map((code) => levelOfCode(code, 'three-is-best'))).toEqual([...expectationLevels])
  })

  it('proposes the one direction that reproduces every predicate', () => {
    expect(codeDirection([{ work: 1, behaviour: 1, predicate: 'very-good' }])).toEqual({
      kind: 'direction',
      direction: 'one-is-best',
      tested: 1,
    })
    expect(codeDirection([sample(2, 2, 'three-is-best'), sample(3, 2, 'three-is-best')])).toEqual({
      kind: 'direction',
      direction: 'three-is-best',
      tested: 2,
    })
  })

  it('asks when both directions fit, neither does, or nothing was printed', () => {
    expect(codeDirection([sample(2, 2, 'one-is-best')])).toEqual({ kind: 'ask', because: 'both-fit', tested: 1 })
    expect(codeDirection([sample(1, 1, 'one-is-best'), sample(1, 1, 'three-is-best')])).toEqual({
      kind: 'ask',
      because: 'neither-fits',
      tested: 2,
    })
    expect(codeDirection([])).toEqual({ kind: 'ask', because: 'no-predicate', tested: 0 })
  })

  it('never proposes the wrong direction, and the order of rows makes no difference', () => {
    const code = fc.constantFrom(...codes)
    const rows = fc.array(fc.tuple(code, code), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(rows, fc.constantFrom(...codeDirections), (pairs, truth) => {
        const samples = pairs.map(([work, behaviour]) => sample(work, behaviour, truth))
        const found = codeDirection(samples)
        if (found.kind === 'direction') expect(found.direction).toBe(truth)
        else expect(found.because).toBe('both-fit')
        expect(codeDirection(samples.toReversed())).toEqual(found)
      }),
    )
  })
})
