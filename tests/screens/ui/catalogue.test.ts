import { describe, expect, it } from 'vitest'
import { enTexts, idTexts } from '#renderer/i18n/catalogue.ts'
import { createI18n } from '#renderer/i18n/i18n.ts'

type Area = Readonly<Record<string, string>>

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()
}

/** Texts whose two languages do not name the same values. */
function mismatches(first: Readonly<Record<string, Area>>, second: Readonly<Record<string, Area>>): readonly string[] {
  return Object.entries(first).flatMap(([area, texts]) =>
    Object.entries(texts)
      .filter(([key, text]) => placeholders(text).join() !== placeholders(second[area]?.[key] ?? '').join())
      .map(([key]) => `${area}.${key}`),
  )
}

describe('the catalogue', () => {
  it('names the same values in both languages', () => {
    expect(mismatches(idTexts, enTexts)).toEqual([])
  })

  it('negative control: a missing value is found', () => {
    expect(mismatches({ a: { b: '{{count}} pegawai' } }, { a: { b: 'employees' } })).toEqual(['a.b'])
  })

  it('has no empty text', () => {
    const empty = [idTexts, enTexts].flatMap((texts) =>
      Object.values(texts).flatMap((area: Area) => Object.entries(area).filter(([, text]) => text.trim() === '')),
    )
    expect(empty).toEqual([])
  })

  it('writes numbers inside a sentence as the language does', () => {
    expect(createI18n('id').t('common.employees', { count: 1312 })).toBe('1.312 pegawai')
    expect(createI18n('en').t('common.employees', { count: 1312 })).toBe('1,312 employees')
  })
})
