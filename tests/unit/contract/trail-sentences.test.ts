import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { trailName, trailSentence, trailWords } from '#contract/trail-sentences.ts'

/** Every name a command is journalled under, read from the sources. */
function journalledNames(): readonly string[] {
  const lines = ['src/application', 'src/engine']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
  return namesIn(lines)
}

const namesIn = (lines: readonly string[]) => {
  const naming = lines.filter((line) => /\bname(?::| =)/.test(line))
  return [
    ...new Set(naming.flatMap((line) => [...line.matchAll(/'([a-z]\w+\.[a-z]\w+)'/gi)].map(([, name]) => name ?? ''))),
  ]
}

describe('sentences of the trail', () => {
  it('exist for every command that is journalled', () => {
    const names = journalledNames()
    expect(names.length).toBeGreaterThan(60)
    expect(names.filter((name) => !(name in trailWords))).toEqual([])
    expect(namesIn([`  name: again ? 'later.thing' : 'staff.add',`])).toEqual(['later.thing', 'staff.add'])
  })

  it('say each kind of entry in one place', () => {
    const folder = 'src/contract'
    const keys = readdirSync(folder)
      .filter((name) => /^trail-\w+-sentences\.ts$/.test(name))
      .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'(\w+\.\w+)': \{/gm)])
      .map(([, key]) => key)
    expect(keys.toSorted()).toEqual(Object.keys(trailWords).toSorted())
  })

  it('need the same values in both languages', () => {
    const places = (text: string | readonly string[]) =>
      [text].flat().map((one) => [...one.matchAll(/\{(\w+)/g)].map((match) => match[1]).toSorted())
    for (const { id, en } of Object.values(trailWords)) expect(places(id.text)).toEqual(places(en.text))
  })

  it('name values, count in the language, and put codes into words', () => {
    const cells = { command: 'staff.recordCells', summary: { cells: 1, employees: 1, period: 'Triwulan III 2026' } }
    expect(trailSentence(cells, 'en')).toBe('Filled in 1 cell of 1 employee, Triwulan III 2026.')
    const one = { command: 'staff.recordCells', summary: { ...cells.summary, cells: 1200, employee: 'Sari' } }
    expect(trailSentence(one, 'id')).toBe('Mengisi 1.200 sel Sari, Triwulan III 2026.')
    const stage = { command: 'organisation.setStage', summary: { period: 'Triwulan III 2026', stage: 'follow-up' } }
    expect(trailSentence(stage, 'id')).toBe('Memindahkan Triwulan III 2026 ke tahap tindak lanjut.')
  })

  it('say what an undo took back', () => {
    const undo = { command: 'history.undo', summary: { employee: 'Sari', period: 'Triwulan I 2026', of: 'staff.add' } }
    expect(trailSentence(undo, 'id')).toBe('Mengurungkan: Menambahkan Sari ke Triwulan I 2026.')
  })

  it('tell an unknown command, and one with fewer values, by what is there', () => {
    expect(trailSentence({ command: 'later.thing', summary: { employee: 'Sari', count: 3 } }, 'en')).toBe(
      'later.thing: Sari, 3.',
    )
    expect(trailSentence({ command: 'staff.add', summary: { employee: 'Sari' } }, 'en')).toBe('New employee: Sari.')
    expect(trailSentence({ command: 'staff.add', summary: {} }, 'id')).toBe('Pegawai baru.')
    expect(trailName('later.thing', 'id')).toBe('later.thing')
  })
})
