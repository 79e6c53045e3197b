import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownGrades, readGrade } from '#domain/rules/grade.ts'

describe('golongan and pangkat', () => {
  it.each([
    ['Penata Tk. I, III/d', 'III/d', 'Penata Tingkat I'],
    ['Pembina Tk. I (IV/b)', 'IV/b', 'Pembina Tingkat I'],
    ['Penata / III/c', 'III/c', 'Penata'],
    ['Penata Tk I III/d', 'III/d', 'Penata Tingkat I'],
    ['PENATA MUDA TINGKAT I/IIIb', 'III/b', 'Penata Muda Tingkat I'],
    ['III/d', 'III/d', 'Penata Tingkat I'],
    ['III d', 'III/d', 'Penata Tingkat I'],
    ['III.d', 'III/d', 'Penata Tingkat I'],
    ['iii/D', 'III/d', 'Penata Tingkat I'],
    ['3/d', 'III/d', 'Penata Tingkat I'],
    ['Gol. III/b', 'III/b', 'Penata Muda Tingkat I'],
    ['Juru Muda Tk.I, I/b', 'I/b', 'Juru Muda Tingkat I'],
    ['Penata Tk. I, III/d, III/d', 'III/d', 'Penata Tingkat I'],
  ])('reads %s', (raw, grade, rank) => {
    expect(readGrade(raw)).toEqual({ kind: 'pns', grade, rank, notes: [] })
  })

  it.each([
    ['Golongan (V)', 'V'],
    ['IX', 'IX'],
    ['Gol. XVII', 'XVII'],
    ['PPPK, VII', 'VII'],
  ])('reads %s as PPPK, which have no pangkat', (raw, grade) => {
    expect(readGrade(raw)).toEqual({ kind: 'pppk', grade, rank: '', notes: [] })
  })

  it('takes the golongan from a pangkat alone, and says so', () => {
    expect(readGrade('Penata Tk.I')).toEqual({
      kind: 'pns',
      grade: 'III/d',
      rank: 'Penata Tingkat I',
      notes: ['grade-from-rank'],
    })
  })

  it('notes a pangkat of another golongan and keeps both', () => {
    expect(readGrade('Penata Muda, III/d')).toEqual({
      kind: 'pns',
      grade: 'III/d',
      rank: 'Penata Muda',
      notes: ['rank-differs'],
    })
    expect(readGrade('Kapten, III/d')).toMatchObject({ grade: 'III/d', notes: ['rank-unknown'] })
  })

  it.each(['', '-', ' – '])('is empty for %j', (raw) => expect(readGrade(raw)).toEqual({ kind: 'empty' }))

  it.each(['Staf', 'III/f', 'V/a', 'XVIII', 'PPPK', '2026'])('leaves %s unread', (raw) => {
    expect(readGrade(raw)).toEqual({ kind: 'unreadable' })
  })

  it('reads every known grade in every spelling of the separator', () => {
    for (const { grade, rank } of knownGrades.pns) {
      for (const spelt of [
        grade,
        grade.replace('/', ' '),
        grade.replace('/', '.'),
        grade.replace('/', '').toUpperCase(),
      ]) {
        expect(readGrade(`${rank}, ${spelt}`)).toEqual({ kind: 'pns', grade, rank, notes: [] })
        expect(readGrade(`${rank.replace('Tingkat', 'Tk.')} (${spelt})`)).toMatchObject({ grade, rank, notes: [] })
      }
    }
    for (const grade of knownGrades.pppk) expect(readGrade(`Golongan ${grade}`)).toMatchObject({ kind: 'pppk', grade })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => void readGrade(raw)),
      { numRuns: 2000 },
    )
  })
})
