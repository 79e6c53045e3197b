import { buildZip, type ZipEntry } from './zip-builder.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export interface SheetParts {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  /** Inside `sheetData`. */
  readonly data?: string
  /** After `sheetData`, for example merged cells. */
  readonly tail?: string
  /** The whole part, instead of what is built from `data` and `tail`. */
  readonly xml?: string
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[]
  readonly sharedStrings?: string
  /** Format codes; cells name them as style 1, 2, 3 …; style 0 is General. */
  readonly formats?: readonly string[]
  readonly date1904?: boolean
  readonly extra?: readonly ZipEntry[]
  readonly extraLinks?: string
}

/** The entries of a small XLSX file as Excel writes it, with the XML parts under the test's control. */
export function workbookEntries(parts: WorkbookParts): ZipEntry[] {
  const formats = parts.formats ?? []
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  const sheetLinks = parts.sheets.map((_, index) =>
    link(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  const sheetList = parts.sheets.map(({ name, state }, index) => {
    const hidden = state === undefined ? '' : ` state="${state}"`
    return `<sheet name="${name ?? `Lembar ${index + 1}`}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`
  })
  const numFmts = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`).join('')
  const xfs = formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`).join('')
  return [
    { name: '[Content_Types].xml', content: `${HEAD}<Types/>` },
    {
      name: '_rels/.rels',
      content: `${HEAD}<Relationships xmlns="${PACKAGE}">${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${parts.date1904 === true ? ' date1904="1"' : ''}/><sheets>${sheetList.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships xmlns="${PACKAGE}">${sheetLinks.join('')}${link('rS', 'sharedStrings', 'sharedStrings.xml')}${link('rT', 'styles', '/xl/styles.xml')}${parts.extraLinks ?? ''}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `${HEAD}<sst xmlns="${MAIN}">${parts.sharedStrings ?? ''}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    },
    ...parts.sheets.map(({ data, tail, xml }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: xml ?? `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data ?? ''}</sheetData>${tail ?? ''}</worksheet>`,
    })),
    ...(parts.extra ?? []),
  ]
}

export function buildWorkbook(parts: WorkbookParts): Uint8Array {
  return buildZip(workbookEntries(parts))
}

/** One row of inline texts. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`)
  return `<row r="${row}">${cells.join('')}</row>`
}
