import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '#data/migrations/migrations.ts'
import { calibrationTexts, packText, unpackText } from '#data/repositories/calibration-texts.ts'
import { sql } from '#data/store/sql.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { createWorkspaceFile, type OpenWorkspace } from '#data/store/workspace-file.ts'
import { wasmBytes } from '#tests/bench/bench-agency.ts'

const folder = mkdtempSync(join(tmpdir(), 'timbang-texts-'))
let file: OpenWorkspace

beforeAll(async () => {
  file = createWorkspaceFile(await loadSqlEngine(wasmBytes), join(folder, 'a.timbang'), migrations)
})
afterAll(() => {
  file.close()
  rmSync(folder, { recursive: true, force: true })
})

const rows = () => Number(file.db.value(sql`SELECT count(*) FROM calibration_text`))

describe('texts of stored calibrations', () => {
  it('come back as they were put, once each', () => {
    const texts = calibrationTexts(file.db)
    const text = texts.pack('{"a":"Sari – 82,5"}')
    texts.put(text)
    texts.put(text)
    expect(rows()).toBe(1)
    expect(texts.get(text.hash)).toBe('{"a":"Sari – 82,5"}')
  })

  it('survive packing whatever they say', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => unpackText(packText(text).packed) === text))
  })

  it('are never changed, replaced or removed', () => {
    const { hash } = packText('{"a":"Sari – 82,5"}')
    const other = packText('another').packed
    for (const statement of [
      sql`UPDATE calibration_text SET packed = ${other}`,
      sql`DELETE FROM calibration_text`,
      sql`INSERT OR REPLACE INTO calibration_text (hash, packed) VALUES (${hash}, ${other})`,
    ])
      expect(() => file.db.run(statement)).toThrow(/not changed/)
    expect(calibrationTexts(file.db).get(hash)).toBe('{"a":"Sari – 82,5"}')
  })

  it('are refused when they are missing, cannot be read, or are not what their hash says', () => {
    const texts = calibrationTexts(file.db)
    expect(() => texts.get('0'.repeat(64))).toThrow('E-CALIBRATE-TEXT')
    const { packed } = packText('one text')
    file.db.run(sql`INSERT INTO calibration_text (hash, packed) VALUES (${'1'.repeat(64)}, ${packed})`)
    file.db.run(
      sql`INSERT INTO calibration_text (hash, packed) VALUES (${'2'.repeat(64)}, ${new Uint8Array([1, 2, 3])})`,
    )
    expect(() => texts.get('1'.repeat(64))).toThrow('E-CALIBRATE-TEXT')
    expect(() => texts.get('2'.repeat(64))).toThrow('E-CALIBRATE-TEXT')
  })
})
