import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formattersFor, type Translate } from '#renderer/i18n/i18n.ts'
import {
  copyBlock,
  type GridReader,
  proposeClear,
  proposeFill,
  proposePaste,
} from '#renderer/ui/data-grid/proposals.ts'
import { cellCount, extend, planPaste, rectangleOf } from '#renderer/ui/data-grid/range.ts'
import { summarise } from '#renderer/ui/data-grid/summarise.ts'
import { formatTsv, parseTsv } from '#renderer/ui/data-grid/tsv.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly score: number | null
  readonly level: string
}

const t: Translate = (key, params) => `${key}${params === undefined ? '' : JSON.stringify(params)}`
const columns: readonly GridColumn<Row>[] = [
  { key: 'name', header: 'Nama', width: 100, value: (row) => row.name },
  {
    key: 'score',
    header: 'Skor',
    width: 60,
    decimals: 2,
    value: (row) => row.score,
    editor: { kind: 'number', min: 0, max: 100 },
  },
  {
    key: 'level',
    header: 'Tingkat',
    width: 60,
    value: (row) => row.level,
    text: (row) => (row.level === 'meets' ? 'Sesuai' : 'Di atas'),
    editor: {
      kind: 'choice',
      required: true,
      options: [
        { value: 'meets', label: 'Sesuai' },
        { value: 'above', label: 'Di atas' },
      ],
    },
  },
]
const rows: readonly Row[] = [
  { id: 'a', name: 'Sari', score: 75.999, level: 'meets' },
  { id: 'b', name: 'Joko', score: 80, level: 'above' },
  { id: 'c', name: 'Dewi', score: null, level: 'meets' },
]
const reader: GridReader<Row> = {
  rowAt: (index) => rows[index],
  columnAt: (index) => columns[index],
  rowId: (row) => row.id,
  format: formattersFor('id'),
  t,
}
const bounds = { rows: 3, columns: 3 }

describe('clipboard text', () => {
  it('reads what Excel writes: trailing line break, quotes, a line break inside a cell', () => {
    expect(parseTsv('a\tb\r\n"x\ny"\t"say ""hi"""\r\n')).toEqual([
      ['a', 'b'],
      ['x\ny', 'say "hi"'],
    ])
    expect(parseTsv('')).toEqual([])
    expect(parseTsv('"unclosed')).toEqual([['"unclosed']])
    expect(parseTsv('a\n\nb')).toEqual([['a'], [''], ['b']])
  })

  it('reads back every block it writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', '1') })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1 }),
        (width, wide) => {
          const block = wide.map((row) => row.slice(0, width))
          // One empty cell alone is the empty clipboard, which holds nothing.
          fc.pre(formatTsv(block) !== '')
          // A last row of one empty cell is written as the line break that ends a block.
          fc.pre(!(width === 1 && block.at(-1)?.[0] === ''))
          expect(parseTsv(formatTsv(block))).toEqual(block)
        },
      ),
    )
  })
})

describe('the selection', () => {
  it('is a rectangle whichever way it was drawn', () => {
    const range = { anchor: { row: 2, column: 2 }, focus: { row: 0, column: 1 } }
    expect(rectangleOf(range)).toEqual({ top: 0, bottom: 2, left: 1, right: 2 })
    expect(cellCount(rectangleOf(range))).toBe(6)
  })

  it('never leaves the table when extended', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), (down, right) => {
        const { focus, anchor } = extend(
          { anchor: { row: 1, column: 1 }, focus: { row: 1, column: 1 } },
          down,
          right,
          bounds,
        )
        expect(anchor).toEqual({ row: 1, column: 1 })
        expect(focus.row >= 0 && focus.row < 3 && focus.column >= 0 && focus.column < 3).toBe(true)
      }),
    )
  })

  it('sums its numbers', () => {
    const summary = summarise({ top: 0, bottom: 2, left: 0, right: 1 }, reader)
    expect(summary.cells).toBe(6)
    expect(summary.numbers?.count).toBe(2)
    expect(summary.numbers?.sum).toBeCloseTo(155.999)
  })
})

describe('pasting', () => {
  const one = { top: 0, bottom: 0, left: 1, right: 1 }
  it('fills a selection that is a multiple of the block', () => {
    const plan = planPaste({ top: 0, bottom: 2, left: 1, right: 1 }, [['90']], bounds)
    expect(plan.cells.map((cell) => cell.row)).toEqual([0, 1, 2])
  })

  it('counts what falls outside the table', () => {
    const plan = planPaste(
      { top: 2, bottom: 2, left: 2, right: 2 },
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      bounds,
    )
    expect(plan.cells).toHaveLength(1)
    expect(plan.outside).toBe(3)
  })

  it('reads words of the language and names what it refuses', () => {
    const plan = planPaste(
      one,
      [
        ['86,5', 'di atas'],
        ['885', 'entah'],
      ],
      bounds,
    )
    const { changes, refused } = proposePaste(plan.cells, reader)
    expect(changes).toEqual([
      { rowId: 'a', columnKey: 'score', value: 86.5 },
      { rowId: 'a', columnKey: 'level', value: 'above' },
    ])
    expect(refused.map((cell) => [cell.rowId, cell.columnKey, cell.why])).toEqual([
      ['b', 'score', 'ui.gridTooHigh{"limit":100}'],
      ['b', 'level', expect.stringContaining('ui.gridNotChoice')],
    ])
  })

  it('refuses a read-only cell, but not when its words stay the same', () => {
    expect(proposePaste([{ row: 0, column: 0, text: 'Lain' }], reader).refused[0]?.why).toBe('ui.gridReadOnly')
    expect(proposePaste([{ row: 0, column: 0, text: 'Sari' }], reader)).toEqual({ changes: [], refused: [] })
  })

  it('copies all digits of a number, not only those shown', () => {
    expect(copyBlock({ top: 0, bottom: 0, left: 1, right: 2 }, reader)).toEqual([['75,999', 'Sesuai']])
  })

  it('is undone in value by pasting the copy back', () => {
    const block = copyBlock({ top: 0, bottom: 2, left: 0, right: 2 }, reader)
    const plan = planPaste({ top: 0, bottom: 0, left: 0, right: 0 }, parseTsv(formatTsv(block)), bounds)
    expect(proposePaste(plan.cells, reader)).toEqual({ changes: [], refused: [] })
  })
})

describe('fill down and clear', () => {
  it('fills with the top value itself, unrounded', () => {
    expect(proposeFill({ top: 0, bottom: 2, left: 1, right: 1 }, reader).changes).toEqual([
      { rowId: 'b', columnKey: 'score', value: 75.999 },
      { rowId: 'c', columnKey: 'score', value: 75.999 },
    ])
  })

  it('clears, but keeps what must not be empty', () => {
    const { changes, refused } = proposeClear({ top: 0, bottom: 0, left: 1, right: 2 }, reader)
    expect(changes).toEqual([{ rowId: 'a', columnKey: 'score', value: null }])
    expect(refused[0]?.why).toBe('ui.gridRequired')
  })
})
