/** The two languages of the interface. Indonesian is the default. */
export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]

/** The BCP 47 tag whose number and date habits a language follows. */
export const intlTag = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Locale, string>

export function isLocale(value: unknown): value is Locale {
  return value === 'id' || value === 'en'
}
