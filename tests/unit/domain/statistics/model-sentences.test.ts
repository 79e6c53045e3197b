import { describe, expect, it } from 'vitest'
import { formulaError } from '#domain/statistics/formula/formula-error.ts'
import { modelRefusal } from '#domain/statistics/model-refusal.ts'
import { modelSentence } from '#domain/statistics/model-sentences.ts'

describe('sentences of the models', () => {
  it('name the column, the row and the text', () => {
    const error = formulaError('text-where-numbers', 'score', { row: 7, found: 'baik' })
    expect(modelSentence(error, 'en')).toBe(
      'Column "score" has to hold numbers, but row 7 holds "baik". Mend the cell, leave it empty, or write factor(score) if labels are meant.',
    )
    expect(modelSentence(error, 'id')).toContain('baris 7 berisi "baik"')
  })

  it('say how many there are and how many are needed', () => {
    const refusal = modelRefusal('too-few-rows', 4, { required: 9 })
    expect([modelSentence(refusal, 'id'), modelSentence(refusal, 'en')]).toEqual([
      expect.stringContaining('ada 4, perlu sedikitnya 9'),
      expect.stringContaining('there are 4, at least 9'),
    ])
  })
})
