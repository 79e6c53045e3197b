import { importLimits, limitExceeded } from './limits.ts'
import { type NumberKind, numberKind } from './number-text.ts'
import type { OoxmlParts } from './ooxml-parts.ts'
import { attributeOf } from './xml-scanner.ts'

const GENERAL = 'General'

/** Formats a file may use by number alone, as an Indonesian spreadsheet shows them. */
const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy hh:mm'],
  [37, '#,##0;(#,##0)'],
  [38, '#,##0;(#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;(#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
])

export interface CellFormat {
  readonly code: string
  readonly kind: NumberKind
}

const GENERAL_FORMAT: CellFormat = { code: GENERAL, kind: 'number' }

/** The number format of each cell style, by the index cells use. */
export function readCellFormats(parts: OoxmlParts, name: string): (styleIndex: number) => CellFormat {
  const ownFormats = new Map<number, string>()
  const formatIds: number[] = []
  let insideCellStyles = false
  parts.scan(name, {
    open: (element, attributes) => {
      if (element === 'cellXfs') insideCellStyles = true
      else if (element === 'xf' && insideCellStyles) formatIds.push(Number(attributeOf(attributes, 'numFmtId') ?? '0'))
      else if (element === 'numFmt') {
        const code = attributeOf(attributes, 'formatCode')
        if (code !== null) ownFormats.set(Number(attributeOf(attributes, 'numFmtId')), code)
      }
    },
    close: (element) => {
      if (element === 'cellXfs') insideCellStyles = false
    },
  })
  const known = new Map<number, CellFormat>()
  return (styleIndex) => {
    const id = formatIds[styleIndex] ?? 0
    const found = known.get(id)
    if (found !== undefined) return found
    const code = ownFormats.get(id) ?? BUILT_IN_FORMATS.get(id) ?? GENERAL
    const format = code === GENERAL ? GENERAL_FORMAT : { code, kind: numberKind(code) }
    known.set(id, format)
    return format
  }
}

/** The shared texts of a workbook. Pronunciation hints (East Asian) are left out, as in the cell. */
export function readSharedTexts(parts: OoxmlParts, name: string): string[] {
  const texts: string[] = []
  let text = ''
  let insideText = false
  let insideHint = false
  parts.scan(name, {
    open: (element) => {
      if (element === 'si') text = ''
      else if (element === 'rPh') insideHint = true
      else if (element === 't') insideText = !insideHint
    },
    text: (piece) => {
      if (insideText) text += piece
    },
    close: (element) => {
      if (element === 't') insideText = false
      else if (element === 'rPh') insideHint = false
      else if (element === 'si') texts.push(cellText(text))
    },
  })
  return texts
}

/** The text of a cell: `_x000D_` escapes resolved, nothing else changed. */
export function cellText(stored: string): string {
  const text = stored.includes('_x')
    ? stored.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : stored
  if (text.length > importLimits.cellCharacters) throw limitExceeded('cell-length')
  return text
}
