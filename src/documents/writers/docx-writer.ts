import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Block, DocumentModel, HeadingBlock, ListBlock } from '#application/ports/document-writer.ts'
import { attendanceTable } from './block-tables.ts'
import { pageText } from './clean-text.ts'
import { docxCode } from './docx-code.ts'
import { docxRuns, pageNumberRuns, textRuns } from './docx-runs.ts'
import { docxKeyValues, docxLetterhead, docxSignatures, docxTable } from './docx-tables.ts'
import { pageGeometry, twips } from './page-geometry.ts'

/** Installed with every office suite in use; others fall back to the serif face they have. */
const TYPEFACE = 'Bookman Old Style'
const ATTENDANCE_ROW_MM = 9
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const
const ALIGNMENTS = {
  justify: AlignmentType.JUSTIFIED,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
} as const
const LIST_FORMATS = {
  decimal: [LevelFormat.DECIMAL, '%1.'],
  letter: [LevelFormat.LOWER_LETTER, '%1.'],
  bullet: [LevelFormat.BULLET, '•'],
} as const

/** What is counted while the blocks of one document are written. */
interface Counters {
  lists: number
  signatures: number
}

/** Writes a document as DOCX, in the look of the page the HTML writer makes. */
export async function writeDocx(model: DocumentModel): Promise<Uint8Array> {
  const page = pageGeometry(model)
  const { top, right, bottom, left } = page.marginMm
  const counters: Counters = { lists: 0, signatures: 0 }
  const head = model.letterhead === null ? [] : [docxLetterhead(model.letterhead, page.textWidthMm), gap()]
  const blocks = model.blocks.flatMap((block, index) =>
    renderBlock(block, model.blocks[index + 1], page.textWidthMm, counters),
  )
  const document = new Document({
    title: pageText(model.title),
    subject: pageText(model.metadata.subject),
    creator: pageText(model.metadata.author),
    lastModifiedBy: pageText(model.metadata.author),
    styles: documentStyles,
    numbering: { config: listStyles },
    sections: [
      {
        properties: {
          page: {
            // docx swaps the sides itself for landscape, so the short side always comes first.
            size: {
              width: twips(Math.min(page.widthMm, page.heightMm)),
              height: twips(Math.max(page.widthMm, page.heightMm)),
              orientation: model.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) },
          },
        },
        footers: { default: new Footer({ children: [footer(model.footer)] }) },
        children: [...head, ...blocks],
      },
    ],
  })
  return Uint8Array.from(await Packer.toBuffer(document))
}

function renderBlock(block: Block, next: Block | undefined, widthMm: number, counters: Counters): FileChild[] {
  switch (block.kind) {
    case 'title':
      return block.lines.map((line, index) => {
        const after = index === block.lines.length - 1 ? 280 : 0
        const children = docxRuns(line, { bold: true, size: 24 })
        return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after }, keepNext: true, children })
      })
    case 'heading':
      return [heading(block)]
    case 'paragraph':
      return [
        new Paragraph({
          alignment: ALIGNMENTS[block.align],
          spacing: { after: 140 },
          // The sentence that announces a table or a list stays on its page.
          keepNext: next?.kind === 'table' || next?.kind === 'list',
          children: docxRuns(block.runs),
        }),
      ]
    case 'list':
      return list(block, counters)
    case 'key-values':
      return [docxKeyValues(block, widthMm), gap()]
    case 'table':
      return [...caption(block.caption), docxTable(block, widthMm), gap()]
    case 'attendance':
      return [docxTable(attendanceTable(block), widthMm, ATTENDANCE_ROW_MM), gap()]
    case 'signatures': {
      const first = counters.signatures + 1
      counters.signatures += block.columns.length
      return [gap(), docxSignatures(block, widthMm, first), gap()]
    }
    case 'note':
      return [
        new Paragraph({
          spacing: { after: 120 },
          children: docxRuns(block.runs, block.tone === 'alarm' ? { color: 'A61B1B' } : { size: 18, color: '333333' }),
        }),
      ]
    case 'code':
      return docxCode(block)
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

function heading({ level, marker, text }: HeadingBlock): Paragraph {
  const look = { bold: true, italics: level === 3, size: 22, color: '000000' }
  const runs = textRuns(text, look)
  const numbered = marker === null ? runs : [...textRuns(marker, look), tab(), ...runs]
  return new Paragraph({
    heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_1,
    spacing: { before: level === 1 ? 280 : 180, after: 100 },
    keepNext: true,
    children: numbered,
    ...(marker === null ? {} : hangingTab),
  })
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] })
}

const HANGING = 454
const hangingTab = {
  indent: { left: HANGING, hanging: HANGING },
  tabStops: [{ type: TabStopType.LEFT, position: HANGING }],
}

function list({ numbering, items }: ListBlock, counters: Counters): Paragraph[] {
  counters.lists += 1
  const instance = counters.lists
  return items.map((item) => {
    return new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      spacing: { after: 60 },
      numbering: { reference: numbering, level: 0, instance },
      children: docxRuns(item),
    })
  })
}

function caption(text: string | null): Paragraph[] {
  if (text === null) return []
  return [new Paragraph({ keepNext: true, spacing: { after: 80 }, children: textRuns(text, { bold: true, size: 18 }) })]
}

function footer(text: string | null): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: pageNumberRuns(text) })
}

/** Word joins tables that touch; a small empty paragraph keeps them apart. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 120 }, children: [] })
}

const listStyles = (['decimal', 'letter', 'bullet'] as const).map((reference) => {
  const [format, text] = LIST_FORMATS[reference]
  const style = { paragraph: { indent: { left: HANGING, hanging: HANGING } } }
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style }] }
})

const documentStyles = {
  default: {
    document: {
      run: { font: TYPEFACE, size: 22, language: { value: 'id-ID' } },
      paragraph: { spacing: { line: 288 } },
    },
  },
}
