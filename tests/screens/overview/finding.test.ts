import { describe, expect, it } from 'vitest'
import type { Pool } from '#contract/overview.ts'
import { createI18n, type Translate } from '#renderer/i18n/i18n.ts'
import { findingOf, limitSentence } from '#renderer/screens/overview/finding.ts'

const i18n = createI18n('id')
const t: Translate = (key, params) => i18n.t(key, params ?? {})

const most = { of: ['good' as const], kind: 'max' as const, percent: 70, limit: 28 }
const few = { of: ['needs-improvement' as const, 'poor' as const], kind: 'min' as const, percent: null, limit: 1 }
const pool = (limits: Pool['limits'], people = 40, rated = people) =>
  ({ limits, people, rated, small: people < 10 }) as Pool

describe('the title of the distribution says what it shows', () => {
  it('names the first departure with its figures', () => {
    const over = { ...most, count: 29, state: 'over' as const }
    expect(findingOf(pool([over]), true, t)).toBe('Kelompok Baik 1 orang di atas panduan: 29 dari paling banyak 28')
    const under = { ...few, count: 0, state: 'under' as const }
    expect(findingOf(pool([under]), true, t)).toBe(
      'Kelompok Butuh Perbaikan dan/atau Kurang kurang 1 orang dari panduan: 0 dari sedikitnya 1',
    )
  })

  it('never speaks of a departure where nothing can be said', () => {
    const open = { ...few, count: 0, state: 'open' as const }
    expect(findingOf(pool([open], 40, 38), true, t)).toContain('2 pegawai belum dinilai')
    const small = { ...most, limit: 6, count: 9, state: 'information' as const }
    expect(findingOf(pool([small], 9), true, t)).toContain('hanya jumlah')
    const impossible = { ...most, count: 1, state: 'cannot-be-met' as const }
    expect(findingOf(pool([impossible], 2), true, t)).toBe('Panduan tidak dapat dipenuhi dengan 2 orang')
    expect(findingOf(pool([], 40, 0), true, t)).toContain('Belum ada pegawai yang dinilai')
  })

  it('puts each limit into a sentence, in a small pool the count alone', () => {
    const over = { ...most, count: 29, state: 'over' as const }
    expect(limitSentence(over, 40, t)).toBe('Baik: 29 orang, paling banyak 28 (70% dari 40).')
    expect(limitSentence({ ...over, state: 'information' }, 9, t)).toBe('Baik: 29 orang.')
  })
})
