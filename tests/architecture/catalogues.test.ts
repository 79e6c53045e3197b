import { describe, expect, it } from 'vitest'
import { contracts } from '#contract/contracts.ts'
import { errorSentence, errorSentences } from '#contract/error-sentences.ts'
import { type AppErrorCode, errorParameters } from '#domain/app-error.ts'
import { sourceFiles } from './source-files.ts'

const braces = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted()

describe('error catalogue', () => {
  const codes = Object.keys(errorParameters) as AppErrorCode[]

  it.each(codes)('%s names its parameters in both languages and says what to do next', (code) => {
    const expected = [...errorParameters[code]].toSorted()
    for (const locale of ['id', 'en'] as const) {
      const text = errorSentences[code][locale]
      expect([...new Set(braces(text))]).toEqual(expected)
      expect(text.length).toBeGreaterThan(20)
      expect(text).not.toMatch(/!|Terjadi kesalahan|Error/)
    }
    expect(braces(errorSentence(code, Object.fromEntries(expected.map((name) => [name, 'x'])), 'id'))).toEqual([])
  })

  it('has no code that nothing throws', () => {
    const text = sourceFiles()
      .filter((file) => !/app-error\.ts|error-sentences\.ts/.test(file.path))
      .map((file) => file.text)
      .join('\n')
    expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([])
  })
})

describe('contract', () => {
  it('names every call topic.verb', () => {
    for (const name of Object.keys(contracts)) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)
  })

  it('keeps writing calls from the presenter', () => {
    const open = Object.entries(contracts).filter(
      ([, call]) => call.roles.includes('presenter') && call.kind !== 'query',
    )
    expect(open).toEqual([])
  })
})
