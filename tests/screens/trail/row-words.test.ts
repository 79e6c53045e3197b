import { describe, expect, it } from 'vitest'
import type { Translate } from '#renderer/i18n/i18n.ts'
import { createI18n, formattersFor } from '#renderer/i18n/i18n.ts'
import { fieldChanges, fieldName, valueText } from '#renderer/screens/trail/row-words.ts'
import { undoneBy } from '#renderer/screens/trail/trail-entries.ts'

const i18n = createI18n('id')
const t: Translate = (key, params) => i18n.t(key, params ?? {})
const words = { t, format: formattersFor('id'), names: { e1: 'Sari Wulandari' } }

describe('the fields of a changed row', () => {
  it('are those that differ, objects told part by part', () => {
    const before = { id: 'p', name: 'Triwulan III 2026', scoring: '{"workBands":{"meets":76,"above":91}}', note: '' }
    const after = { id: 'p', name: 'Triwulan III 2026', scoring: '{"workBands":{"meets":75,"above":91}}', note: null }
    expect(fieldChanges(before, after)).toEqual([{ column: 'scoring.workBands.meets', before: 76, after: 75 }])
    expect(fieldName('scoring.workBands.meets', t)).toBe('Ketentuan penilaian · Batas hasil kerja · sesuai mulai')
  })

  it('of a new row are those that hold something', () => {
    const row = { id: 'f', task: 'Pelatihan', outcome: '', due_on: null, reasons: '[]', state: 'open' }
    expect(fieldChanges(null, row).map((field) => field.column)).toEqual(['task', 'state'])
  })

  it('stand in words: names for ids, codes, dates, yes and no', () => {
    expect(valueText('employee_id', 'e1', words)).toBe('Sari Wulandari')
    expect(valueText('work_level', 'above', words)).toBe('Di atas ekspektasi')
    expect(valueText('due_on', '2026-12-01', words)).toBe('1 Desember 2026')
    expect(valueText('rated', 0, words)).toBe('tidak')
    expect(valueText('rule_packs', ['se-menpanrb-3-2023'], words)).toBe('SE MenPANRB 3/2023: panduan jumlah')
    expect(valueText('outcome', '', words)).toBeNull()
    // Free text that happens to be a code stays what the office wrote.
    expect(valueText('note', 'open', words)).toBe('open')
    expect(valueText('year', 2026, words)).toBe('2026')
    expect(fieldName('something_new', t)).toBe('something new')
  })
})

describe('taken back', () => {
  it('is what an undo names, until a redo, until the next undo', () => {
    const undo = { seq: 5, undoes: 4 }
    const redo = { seq: 6, undoes: 5 }
    expect(undoneBy([undo]).get(4)).toBe(5)
    expect(undoneBy([undo, redo]).has(4)).toBe(false)
    expect(undoneBy([undo, redo, { seq: 7, undoes: 6 }]).get(4)).toBe(5)
  })
})
