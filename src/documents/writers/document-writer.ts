import type { DocumentWriter } from '#application/ports/document-writer.ts'
import type { LetterFace } from './html-style.ts'
import { createHtmlWriter, printFooter } from './html-writer.ts'

/**
 * The document writer with the letter typeface it embeds into pages. The library that writes DOCX is loaded when the first
 * one is written: it is a third of the engine's program, and the window waits for that.
 */
export function createDocumentWriter(faces: readonly LetterFace[]): DocumentWriter {
  return {
    toHtml: createHtmlWriter(faces),
    toPrintFooter: printFooter,
    toDocx: async (document) => (await import('./docx-writer.ts')).writeDocx(document),
  }
}
