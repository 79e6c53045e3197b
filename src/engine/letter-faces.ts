import italicFace from '@fontsource-variable/noto-serif/files/noto-serif-latin-wght-italic.woff2?inline'
import normalFace from '@fontsource-variable/noto-serif/files/noto-serif-latin-wght-normal.woff2?inline'
import type { LetterFace } from '#documents/writers/html-style.ts'

const bytesOf = (dataUri: string) => Buffer.from(dataUri.slice(dataUri.indexOf(',') + 1), 'base64')

/** The typeface of official documents (Noto Serif, SIL Open Font License), carried inside the engine. */
export const letterFaces: readonly LetterFace[] = [
  { bytes: bytesOf(normalFace), style: 'normal', unicodeRange: null },
  { bytes: bytesOf(italicFace), style: 'italic', unicodeRange: null },
]
