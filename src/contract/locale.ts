export type Locale = 'id' | 'en'

export type InBothLanguages = Readonly<Record<Locale, string>>
