import type { Locale } from './locale.ts'

/** How one kind of entry is told. */
export interface EntryWords {
  /** What such an entry is, without its values: for the filter. */
  readonly name: string
  /**
   * The sentence; `{value}` stands for a value of the entry's summary, `{count:case|cases}` for a figure and its noun.
   * Of several, the first whose values are all there.
   */
  readonly text: string | readonly string[]
}

/** The words of whole topics, by the name of the command; a command of another topic does not compile. */
export type TrailWordsOf<Topic extends string> = Readonly<
  Record<`${Topic}.${string}`, Readonly<Record<Locale, EntryWords>>>
>
