import { describe, expect, it } from 'vitest'
import { modelRefusal } from '#domain/statistics/model-refusal.ts'
import { modelSentence, noteSentence } from '#domain/statistics/model-sentences.ts'

describe('sentences of the models', () => {
  it('say how many there are and how many are needed', () => {
    const refusal = modelRefusal('too-few-rows', 4, { required: 9 })
    expect([modelSentence(refusal, 'id'), modelSentence(refusal, 'en')]).toEqual([
      expect.stringContaining('ada 4, perlu sedikitnya 9'),
      expect.stringContaining('there are 4, at least 9'),
    ])
  })

  it('name the columns and count the rows that were left out', () => {
    const values = { columns: 'twice, thrice', rows: 3 }
    expect(noteSentence('dropped-columns', values, 'id')).toContain('dikeluarkan: twice, thrice.')
    expect(noteSentence('rows-left-out', values, 'en')).toMatch(/^3 rows/)
  })
})
