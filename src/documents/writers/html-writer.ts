import type {
  Block,
  CodeBlock,
  DocumentModel,
  Inline,
  Letterhead,
  Signatory,
  SignatureBlock,
  TableBlock,
  TableCell,
} from '#application/ports/document-writer.ts'
import { documentWords } from '#documents/content/indonesian/document-words.ts'
import { formatNip } from '#documents/content/indonesian/format-nip.ts'
import { attendanceTable, placeCells } from './block-tables.ts'
import { blockRules, fontRules, type LetterFace, pageRules } from './html-style.ts'
import { html, type Markup, styleElement } from './html-template.ts'
import { pageGeometry } from './page-geometry.ts'
import { qrCode } from './qr-code.ts'

/** Stops the page from asking for anything, wherever it is shown. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"

/** Writes documents as one self-contained page, used for the preview and for the print. */
export function createHtmlWriter(faces: readonly LetterFace[]): (document: DocumentModel) => string {
  const fonts = fontRules(faces)
  return (document) => {
    const style = styleElement(fonts + blockRules + pageRules(pageGeometry(document)))
    const anchors = { signatures: 0 }
    const page = html`<!doctype html>
<html lang="${document.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${document.title}</title>
<meta name="author" content="${document.metadata.author}"><meta name="description" content="${document.metadata.subject}">
${style}</head>
<body><main>
${document.letterhead === null ? '' : letterhead(document.letterhead)}
${document.blocks.map((block) => html`${renderBlock(block, anchors)}\n`)}
${document.footer === null ? '' : html`<footer class="foot">${document.footer}</footer>`}
</main></body></html>
`
    return page.markup
  }
}

/** The foot of every printed page. The printer draws it outside the page, hence without its style and typeface. */
export function printFooter({ footer }: DocumentModel): string {
  const { before, between } = documentWords.page
  const text = footer === null ? '' : `${footer}  ·  `
  const current = html`<span class="pageNumber"></span>`
  const total = html`<span class="totalPages"></span>`
  const look = 'width:100%;margin:0 20mm;text-align:center;font:8px serif;color:#444'
  return html`<div style="${look}">${text}${before} ${current} ${between} ${total}</div>`.markup
}

function letterhead({ government, agency, addressLines, emblem }: Letterhead): Markup {
  const place = emblem === null ? '' : html`<div class="emblem">${documentWords.emblem}</div>`
  const address = addressLines.map((line) => html`<p class="address">${line}</p>`)
  const office = html`<p class="government">${government}</p><p class="agency">${agency}</p>${address}`
  return html`<header class="letterhead">${place}<div class="office">${office}</div></header>`
}

function renderBlock(block: Block, anchors: { signatures: number }): Markup {
  switch (block.kind) {
    case 'title':
      return html`<h1>${block.lines.map((line) => html`<span>${inlines(line)}</span>`)}</h1>`
    case 'heading':
      return heading(block.level, block.marker, block.text)
    case 'paragraph':
      return html`<p class="${block.align}">${inlines(block.runs)}</p>`
    case 'list':
      return list(block.numbering, block.items)
    case 'key-values':
      return html`<dl>${block.entries.map(({ label, value }) => {
        return html`<dt>${label}</dt><dd>${inlines(value)}</dd>`
      })}</dl>`
    case 'table':
      return table(block, '')
    case 'attendance':
      return table(attendanceTable(block), 'attendance')
    case 'signatures':
      return signatures(block, anchors)
    case 'note':
      return html`<p class="${block.tone ?? 'note'}">${inlines(block.runs)}</p>`
    case 'code':
      return code(block)
    case 'page-break':
      return html`<div class="page-break"></div>`
  }
}

function heading(level: 1 | 2 | 3, marker: string | null, text: string): Markup {
  const content = html`${marker === null ? '' : html`<span class="marker">${marker}</span>`}<span>${text}</span>`
  if (level === 1) return html`<h2>${content}</h2>`
  return level === 2 ? html`<h3>${content}</h3>` : html`<h4>${content}</h4>`
}

function list(numbering: 'decimal' | 'letter' | 'bullet', items: readonly (readonly Inline[])[]): Markup {
  const lines = items.map((item) => html`<li>${inlines(item)}</li>`)
  if (numbering === 'bullet') return html`<ul>${lines}</ul>`
  return numbering === 'letter' ? html`<ol type="a">${lines}</ol>` : html`<ol>${lines}</ol>`
}

function table(block: TableBlock, className: string): Markup {
  const total = block.columns.reduce((sum, { weight }) => sum + weight, 0)
  const columns = block.columns.map(({ weight }) => html`<col style="width:${((weight / total) * 100).toFixed(3)}%">`)
  const caption = block.caption === null ? '' : html`<caption>${block.caption}</caption>`
  const head = block.headerRows.map((cells) => {
    return html`<tr>${cells.map((cell) => html`<th scope="${headerScope(cell)}" ${spans(cell)}>${inlines(cell.runs)}</th>`)}</tr>`
  })
  const rows = placeCells(block.rows).map((cells) => {
    return html`<tr>${cells.map(({ cell, column }) => {
      const align = cell.align ?? block.columns[column]?.align ?? 'left'
      return html`<td class="${align}" ${spans(cell)}>${inlines(cell.runs)}</td>`
    })}</tr>\n`
  })
  const body = html`<colgroup>${columns}</colgroup><thead>${head}</thead><tbody>\n${rows}</tbody>`
  return html`<table class="${className}">${caption}${body}</table>`
}

function headerScope({ columnSpan }: TableCell): string {
  return (columnSpan ?? 1) > 1 ? 'colgroup' : 'col'
}

function spans({ columnSpan, rowSpan }: TableCell): Markup {
  return html`colspan="${columnSpan ?? 1}" rowspan="${rowSpan ?? 1}"`
}

/** Columns of equal width; the date stands above the last one, and a single signatory takes the right half. */
function signatures({ placeAndDate, columns }: SignatureBlock, anchors: { signatures: number }): Markup {
  const date = placeAndDate === null ? '' : html`<p class="date">${inlines(placeAndDate)}</p>`
  const people = columns.map((person) => {
    anchors.signatures += 1
    return signatory(person, anchors.signatures, columns.length === 1)
  })
  const grid = `grid-template-columns:repeat(${Math.max(2, columns.length)},1fr)`
  return html`<section class="signatures" style="${grid}">${date}${people}</section>`
}

/** The empty room carries an anchor, so that a signing service can be told where a certified signature belongs. */
function signatory({ role, name, rank, nip }: Signatory, anchor: number, only: boolean): Markup {
  const rankLine = rank === null ? '' : html`<p>${rank}</p>`
  const nipLine = nip === null ? '' : html`<p>${documentWords.nip} ${formatNip(nip)}</p>`
  const room = html`<div class="signature-room" id="ttd-${anchor}"></div>`
  return html`<div class="${only ? 'only' : ''}"><p>${role}</p>${room}<p class="name">${name}</p>${rankLine}${nipLine}</div>`
}

/** The QR code drawn as one path, so that the page asks for no picture. */
function code({ groups, lines, scanned, description }: CodeBlock): Markup {
  const { size, path } = qrCode(scanned)
  const picture = html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${description}"><path d="${path}"/></svg>`
  const digits = html`<p class="digits">${groups.map((group) => html`<span>${group}</span> `)}</p>`
  return html`<section class="code">${picture}<div>${digits}${lines.map((line) => html`<p>${line}</p>`)}</div></section>`
}

function inlines(runs: readonly Inline[]): readonly Markup[] {
  return runs.map((run) => {
    if (typeof run === 'string') return html`${run}`
    if ('openField' in run) return html`<mark class="open-field">${documentWords.openField(run.openField)}</mark>`
    let marked = html`${run.text}`
    if (run.underline === true) marked = html`<u>${marked}</u>`
    if (run.italic === true) marked = html`<em>${marked}</em>`
    return run.bold === true ? html`<strong>${marked}</strong>` : marked
  })
}
