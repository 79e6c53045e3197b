import { createInstance, type i18n as I18n } from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { enTexts, idTexts, type TextKey } from './catalogue.ts'
import { createFormatters, type Formatters } from './format.ts'
import { isLocale, type Locale } from './locale.ts'

export type TextParams = Readonly<Record<string, string | number>>
/** Gives the sentence of a key in the current language. Numbers among the values are formatted by language. */
export type Translate = (key: TextKey, params?: TextParams) => string

const formattersByLocale = { id: createFormatters('id'), en: createFormatters('en') } as const

export function formattersFor(locale: Locale): Formatters {
  return formattersByLocale[locale]
}

/** Starts the catalogue. The app calls it once; tests call it with the language they look at. */
export function createI18n(locale: Locale): I18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'id',
    resources: { id: { translation: idTexts }, en: { translation: enTexts } },
    initAsync: false,
    returnNull: false,
    interpolation: {
      // React escapes; the hook is used to write numbers as the language does.
      useRawValueToEscape: true,
      escape: (value: unknown) =>
        typeof value === 'number' ? formattersFor(currentLocale(instance)).number(value) : String(value),
    },
    react: { useSuspense: false },
  })
  return instance
}

function currentLocale(instance: I18n): Locale {
  return isLocale(instance.language) ? instance.language : 'id'
}

/** `const t = useT()`; `t('common.save')`. Re-renders when the language changes. */
export function useT(): Translate {
  const { t } = useTranslation()
  return useMemo(() => (key, params) => t(key, params ?? {}), [t])
}

export function useLocale(): Locale {
  const { i18n } = useTranslation()
  return currentLocale(i18n)
}

/** Numbers, dates and sizes in the current language: `const format = useFormat()`; `format.number(82.4, 1)`. */
export function useFormat(): Formatters {
  const locale = useLocale()
  return useMemo(() => formattersFor(locale), [locale])
}
