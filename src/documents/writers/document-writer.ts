import type { DocumentWriter } from '#application/ports/document-writer.ts'
import { writeDocx } from './docx-writer.ts'
import type { LetterFace } from './html-style.ts'
import { createHtmlWriter, printFooter } from './html-writer.ts'

/** The document writer with the letter typeface it embeds into pages. */
export function createDocumentWriter(faces: readonly LetterFace[]): DocumentWriter {
  return { toHtml: createHtmlWriter(faces), toPrintFooter: printFooter, toDocx: writeDocx }
}
