import { describe, expect, it } from 'vitest'
import { placeCells } from '#documents/writers/block-tables.ts'

const cell = (columnSpan = 1, rowSpan = 1) => ({ runs: ['x'], columnSpan, rowSpan })

describe('places of table cells', () => {
  it('moves cells right of those that reach down from above', () => {
    const rows = [
      [cell(1, 3), cell(2), cell(1, 2)],
      [cell(), cell()],
      [cell(2), cell()],
      [cell(), cell(), cell(2)],
    ]
    expect(placeCells(rows).map((cells) => cells.map(({ column }) => column))).toEqual([
      [0, 1, 3],
      [1, 2],
      [1, 3],
      [0, 1, 2],
    ])
  })
})
