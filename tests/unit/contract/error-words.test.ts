import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorSentence } from '#contract/error-sentences.ts'
import { errorWord } from '#contract/error-words.ts'

/** What the sources say is gone, where they name it. */
function thingsAskedFor(): readonly string[] {
  const text = readdirSync('src', { recursive: true })
    .map((name) => join('src', String(name)))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  return [...text.matchAll(/'E-NOT-FOUND', \{ what: '(\w+)' \}/g)].map(([, thing]) => thing ?? '')
}

describe('words in refusals', () => {
  it('exist for everything that may be gone', () => {
    const things = thingsAskedFor()
    expect(things.length).toBeGreaterThan(10)
    for (const thing of things) expect(errorWord('what', thing, 'id')).not.toBe(thing)
    expect(errorWord('what', 'invented', 'id')).toBe('invented')
  })

  it('stand for codes, also for names of tables and for several duties', () => {
    expect(errorSentence('E-NOT-FOUND', { what: 'agenda_item' }, 'id')).toContain('(pokok bahasan)')
    expect(errorSentence('E-MEETING-STATE', { state: 'closed' }, 'en')).toContain('“closed”')
    expect(errorSentence('E-MEETING-STATE', { state: 'closed' }, 'id')).toContain('“ditutup”')
    expect(errorSentence('E-AUTH-DUTY', { duty: 'auditor', who: 'chair+secretary' }, 'id')).toContain(
      'Ketua, Sekretaris',
    )
  })

  it('leave alone what people named: a column called “open” keeps its name', () => {
    const values = { column: 'open', row: 2, value: 'chair' }
    expect(errorSentence('E-STATS-NUMBER', values, 'id')).toContain('“open”')
    expect(errorSentence('E-STATS-NUMBER', values, 'id')).toContain('“chair”')
    expect(errorSentence('E-STATS-NUMBER', { column: 'open' }, 'id')).toContain('…')
  })
})
