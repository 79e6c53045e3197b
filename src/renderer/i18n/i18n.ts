import { createInstance, type i18n as I18n } from 'i18next'
import { useCallback, useContext, useSyncExternalStore } from 'react'
import { I18nContext, initReactI18next } from 'react-i18next'
import { WorkspaceContext } from '#renderer/ui/workspace-context.ts'
import { enTexts, idTexts, type TextKey } from './catalogue.ts'
import { createFormatters, type Formatters, type Zone } from './format.ts'
import { isLocale, type Locale } from './locale.ts'

export type TextParams = Readonly<Record<string, string | number>>
/** Gives the sentence of a key in the current language. Numbers among the values are formatted by language. */
export type Translate = (key: TextKey, params?: TextParams) => string

const made = new Map<string, Formatters>()

/** Formatters are costly to make: one per language and zone is kept. */
export function formattersFor(locale: Locale, zone: Zone | null = null): Formatters {
  const key = `${locale} ${zone}`
  const known = made.get(key) ?? createFormatters(locale, zone)
  made.set(key, known)
  return known
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

interface Words {
  readonly locale: Locale
  readonly t: Translate
}

const wordsByInstance = new WeakMap<I18n, Words>()

/** One stable `t` per language: thousands of cells ask for it while a grid scrolls. */
function wordsOf(instance: I18n): Words {
  const locale = currentLocale(instance)
  const known = wordsByInstance.get(instance)
  if (known?.locale === locale) return known
  const t = instance.getFixedT(locale)
  const words: Words = { locale, t: (key, params) => t(key, params ?? {}) }
  wordsByInstance.set(instance, words)
  return words
}

function useWords(): Words {
  const i18n = useContext(I18nContext)?.i18n
  if (i18n === undefined) throw new Error('A text is asked for outside the I18nextProvider')
  const subscribe = useCallback(
    (listener: () => void) => {
      i18n.on('languageChanged', listener)
      return () => i18n.off('languageChanged', listener)
    },
    [i18n],
  )
  return useSyncExternalStore(subscribe, () => wordsOf(i18n))
}

/** `const t = useT()`; `t('common.save')`. Re-renders when the language changes. */
export function useT(): Translate {
  return useWords().t
}

export function useLocale(): Locale {
  return useWords().locale
}

/** Numbers, dates and sizes in the current language: `const format = useFormat()`; `format.number(82.4, 1)`. */
export function useFormat(): Formatters {
  return formattersFor(useLocale(), useContext(WorkspaceContext)?.workspace.agency.zone ?? null)
}
