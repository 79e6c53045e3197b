import { PageNumber, type ParagraphChild, ShadingType, TextRun, UnderlineType } from 'docx'
import type { Inline } from '#application/ports/document-writer.ts'
import { documentWords } from '#documents/content/indonesian/document-words.ts'
import { pageText } from './clean-text.ts'

/** How all runs of a paragraph look, beside what each run says itself. Sizes are half points. */
export interface RunLook {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly underline?: { readonly type: typeof UnderlineType.SINGLE }
  readonly size?: number
  readonly color?: string
  readonly allCaps?: boolean
}

export const underlined = { underline: { type: UnderlineType.SINGLE } } as const

/** Running text as Word runs; line ends become line breaks. */
export function docxRuns(runs: readonly Inline[], look: RunLook = {}): TextRun[] {
  return runs.flatMap((run) => {
    if (typeof run === 'string') return textRuns(run, look)
    if ('openField' in run) return openField(run.openField, look)
    return textRuns(run.text, {
      ...look,
      ...(run.bold === true ? { bold: true } : {}),
      ...(run.italic === true ? { italics: true } : {}),
      ...(run.underline === true ? underlined : {}),
    })
  })
}

export function textRuns(text: string, look: RunLook): TextRun[] {
  return pageText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }))
}

/** Shown as a marked gap, so that nobody takes an unfinished document for a finished one. */
function openField(label: string, look: RunLook): TextRun[] {
  const shading = { type: ShadingType.CLEAR, color: 'auto', fill: 'FFF3BF' }
  return [new TextRun({ ...look, text: pageText(documentWords.openField(label)), italics: true, shading })]
}

export function pageNumberRuns(footer: string | null): ParagraphChild[] {
  const look = { size: 16, color: '444444' }
  const { before, between } = documentWords.page
  const text = footer === null ? '' : `${pageText(footer)}  ·  `
  const children = [`${text}${before} `, PageNumber.CURRENT, ` ${between} `, PageNumber.TOTAL_PAGES]
  return [new TextRun({ ...look, children })]
}
