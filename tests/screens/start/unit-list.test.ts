import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  doubled,
  indent,
  linesOf,
  newLine,
  parseUnits,
  removeLine,
  tidy,
  type UnitLine,
  unitsToSave,
} from '#renderer/ui/agency/unit-list.ts'

const told = (lines: readonly UnitLine[]) => lines.map((line) => `${'>'.repeat(line.level)}${line.name}`)
const list = (...lines: string[]) =>
  lines.map((text) => newLine(text.replaceAll('>', ''), text.lastIndexOf('>') + 1)) as readonly UnitLine[]

const anyLines = fc
  .array(fc.record({ name: fc.constantFrom('A', 'B', 'C', ' '), level: fc.integer({ min: -2, max: 9 }) }), {
    maxLength: 12,
  })
  .map((lines) => lines.map(({ name, level }) => newLine(name, level)))

describe('a pasted list of units', () => {
  it('takes the depth from the column and leaves row numbers out', () => {
    const pasted = parseUnits('1\tSekretariat\n\t\tSubbagian Umum\n\t\tSubbagian Keuangan\n2\tBidang P2P\n')
    expect(told(pasted)).toEqual(['Sekretariat', '>Subbagian Umum', '>Subbagian Keuangan', 'Bidang P2P'])
  })

  it('takes the depth from leading spaces of a single column, without bullets and numbering', () => {
    expect(told(parseUnits('1. Sekretariat\n   a. Subbagian  Umum\n   - Subbagian Keuangan\n2. Bidang P2P'))).toEqual([
      'Sekretariat',
      '>Subbagian Umum',
      '>Subbagian Keuangan',
      'Bidang P2P',
    ])
  })

  it('finds nothing in an empty sheet', () => {
    expect(parseUnits('\t\t\n\n1\t\n')).toEqual([])
  })
})

describe('the unit tree', () => {
  it('moves a unit with everything under it', () => {
    const before = list('A', 'B', '>C', 'D')
    expect(told(indent(before, 1, 1))).toEqual(['A', '>B', '>>C', 'D'])
    expect(told(indent(indent(before, 1, 1), 1, -1))).toEqual(told(before))
  })

  it('never makes a unit deeper than one under the line above', () => {
    const before = list('A', '>B')
    expect(indent(before, 1, 1)).toBe(before)
    expect(indent(before, 0, 1)).toBe(before)
    expect(indent(before, 0, -1)).toBe(before)
  })

  it('lifts what stood under a removed unit', () => {
    expect(told(removeLine(list('A', '>B', '>>C', 'D'), 1))).toEqual(['A', '>C', 'D'])
  })

  it('comes back from the stored tree as it was saved, whatever was typed', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const saved = unitsToSave(lines)
        for (const [position, unit] of saved.entries())
          expect(unit.parent === null || unit.parent < position).toBe(true)
        const stored = saved.map((unit, position) => ({
          id: `u${position}`,
          parentId: unit.parent === null ? null : `u${unit.parent}`,
          name: unit.name,
        }))
        const named = tidy(lines.filter((line) => line.name.trim() !== ''))
        expect(told(linesOf(stored))).toEqual(told(named.map((line) => ({ ...line, name: line.name.trim() }))))
      }),
    )
  })

  it('names what stands twice', () => {
    expect(doubled(list('Seksi Umum', 'Bidang', '>seksi umum ', '>'))).toEqual(['seksi umum'])
  })
})
