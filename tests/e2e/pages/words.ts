import type { TextKey } from '#renderer/i18n/catalogue.ts'
import { createI18n, type TextParams } from '#renderer/i18n/i18n.ts'
import type { Locale } from '#renderer/i18n/locale.ts'

/** The sentences of the interface in one language, so that a test finds a control by the word a person reads. */
export type Words = (key: TextKey, params?: TextParams) => string

const languages = { id: createI18n('id'), en: createI18n('en') } as const

export function wordsOf(locale: Locale): Words {
  return (key, params) => languages[locale].t(key, params ?? {})
}
