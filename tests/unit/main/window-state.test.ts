import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWindowStateFile, firstWindow, placeWindow, windowStateFrom } from '#main/window-state.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 768 }
const projector = { x: 1366, y: 0, width: 1920, height: 1080 }

describe('placeWindow', () => {
  it('opens in the first size when nothing is remembered', () => {
    expect(placeWindow(undefined, [laptop])).toEqual(firstWindow)
  })

  it('opens where it was', () => {
    const bounds = { x: 1400, y: 50, width: 1500, height: 900 }
    expect(placeWindow(bounds, [laptop, projector])).toEqual(bounds)
  })

  it('keeps the size but not the place when the projector is gone', () => {
    expect(placeWindow({ x: 1400, y: 50, width: 1500, height: 900 }, [laptop])).toEqual({ width: 1500, height: 900 })
  })

  it('is never smaller than the pages need, and never out of reach', () => {
    const side = fc.integer({ min: -5000, max: 5000 })
    fc.assert(
      fc.property(fc.record({ x: side, y: side, width: side, height: side }), (bounds) => {
        const placed = placeWindow(bounds, [laptop])
        expect(placed.width).toBeGreaterThanOrEqual(1024)
        expect(placed.height).toBeGreaterThanOrEqual(700)
        if (placed.x === undefined || placed.y === undefined) return
        expect(placed.x).toBeLessThan(laptop.width)
        expect(placed.y).toBeGreaterThanOrEqual(0)
        expect(placed.y).toBeLessThan(laptop.height)
      }),
    )
  })
})

describe('windowStateFrom', () => {
  it('takes what has the right shape and drops the rest', () => {
    const read = windowStateFrom({
      bounds: { x: 1, y: 2, width: 3 },
      maximized: true,
      theme: 'pink',
      lastFolder: '/a',
      more: 1,
    })
    expect(read).toEqual({ maximized: true, lastFolder: '/a' })
    for (const other of [null, 3, 'x', []]) expect(windowStateFrom(other)).toEqual({})
  })
})

describe('the remembered window', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'timbang-window-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('outlives the program', () => {
    createWindowStateFile(folder).update({ theme: 'dark', lastFolder: '/data' })
    createWindowStateFile(folder).update({ maximized: true })
    expect(createWindowStateFile(folder).read()).toEqual({ theme: 'dark', lastFolder: '/data', maximized: true })
  })

  it('starts afresh from a damaged file, and lives with a folder it cannot write', () => {
    writeFileSync(join(folder, 'window.json'), '{"theme":')
    expect(createWindowStateFile(folder).read()).toEqual({})
    const homeless = createWindowStateFile(join(folder, 'nowhere'))
    homeless.update({ theme: 'light' })
    expect(homeless.read()).toEqual({ theme: 'light' })
  })
})
