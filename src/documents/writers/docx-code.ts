import { ImageRun, Paragraph, TextRun } from 'docx'
import type { CodeBlock } from '#application/ports/document-writer.ts'
import { pageText } from './clean-text.ts'
import { squaresPng } from './png-writer.ts'
import { qrModules } from './qr-code.ts'

/** Pixels of a module of the QR code, and the width of the picture on paper (28 mm in pixels of 1/96 inch). */
const pixels = 8
const side = 106
const groupsInLine = 4

/** A code as a picture to scan and digits to type, in a typeface whose digits cannot be mistaken for letters. */
export function docxCode({ groups, lines, scanned, ...block }: CodeBlock): Paragraph[] {
  const description = pageText(block.description)
  const picture = new ImageRun({
    type: 'png',
    data: Buffer.from(squaresPng(qrModules(scanned), pixels)),
    transformation: { width: side, height: side },
    altText: { name: description, title: description, description },
  })
  const digits = Array.from({ length: Math.ceil(groups.length / groupsInLine) }, (_, index) =>
    groups.slice(index * groupsInLine, (index + 1) * groupsInLine).join(' '),
  )
  const line = (text: string, look: { readonly font?: string }, keepNext: boolean) =>
    new Paragraph({
      spacing: { after: keepNext ? 0 : 140 },
      keepNext,
      keepLines: true,
      children: [new TextRun({ text: pageText(text), size: 20, ...look })],
    })
  return [
    new Paragraph({ spacing: { after: 40 }, keepNext: true, children: [picture] }),
    ...digits.map((text) => line(text, { font: 'Courier New' }, true)),
    ...lines.map((text, index) => line(text, {}, index < lines.length - 1)),
  ]
}
