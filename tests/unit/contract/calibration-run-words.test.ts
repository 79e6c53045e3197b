import { describe, expect, it } from 'vitest'
import { freshnessSentence, runName } from '#contract/calibration-run-words.ts'
import { runChangeKinds } from '#domain/calibration/input-change.ts'

describe('a stored calibration in words', () => {
  it('says that it still holds, or what changed, in both languages', () => {
    expect(freshnessSentence({ kind: 'current' }, 'id')).toMatch(/mutakhir: data yang dipakainya tidak berubah/)
    const outdated = {
      kind: 'outdated' as const,
      changes: [
        { what: 'scores' as const, rows: 1_200 },
        { what: 'panel' as const, rows: 2 },
      ],
    }
    expect(freshnessSentence(outdated, 'id')).toBe(
      'Hitungan ini sudah tidak mutakhir. Yang berubah sejak dihitung: nilai (1.200) dan nilai panel (2). Hitung kembali sebelum dipakai.',
    )
    expect(freshnessSentence(outdated, 'en')).toContain('scores (1,200) and scores of the panel (2)')
  })

  it('has words for every kind of change', () => {
    for (const locale of ['id', 'en'] as const)
      for (const what of runChangeKinds) {
        const sentence = freshnessSentence({ kind: 'outdated', changes: [{ what, rows: 3 }] }, locale)
        expect(sentence).not.toMatch(/[{}]|undefined/)
      }
  })

  it('names a run by its model and the first digits of its hashes', () => {
    const dimension = { dimension: 'behaviour' as const, main: 'A' as const, people: 1, supervisors: 1, flagged: 0 }
    const hashed = (digit: string) => ({ ...dimension, inputsHash: digit.repeat(64), resultHash: digit.repeat(64) })
    expect(runName({ modelVersion: 'm-1', dimensions: [hashed('a'), hashed('b')] }, 'id')).toBe(
      'model m-1, sidik masukan aaaaaaaa dan bbbbbbbb',
    )
  })
})
