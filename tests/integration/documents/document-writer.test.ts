import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentModel } from '#application/ports/document-writer.ts'
import { scanXml } from '#documents/readers/xml-scanner.ts'
import { openGuardedZip } from '#documents/readers/zip-guard.ts'
import { createDocumentWriter } from '#documents/writers/document-writer.ts'
import { aMinutesModel } from './minutes-model.ts'

const FACE = createRequire(import.meta.url).resolve(
  '@fontsource-variable/noto-serif/files/noto-serif-latin-wght-normal.woff2',
)
const writer = createDocumentWriter([{ bytes: readFileSync(FACE), style: 'normal', unicodeRange: null }])

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><style>@import url(http://x)',
  "'); background:url(http://x)",
  '&lt;b&gt;',
  '</title>',
  '<![CDATA[x]]>',
  ']]>',
  '{{7*7}}',
]

interface DocxRead {
  readonly text: string
  readonly paragraphs: readonly string[]
  readonly elements: ReadonlyMap<string, number>
  readonly xml: string
}

/** Opens a DOCX with our own zip reader and XML scanner, which refuse anything not well-formed. */
function readDocx(bytes: Uint8Array, part = 'word/document.xml'): DocxRead {
  const { parts } = openGuardedZip(bytes, 'uji.docx', (name) => /\.(xml|rels)$/.test(name))
  for (const content of parts.values()) scanXml(decode(content), { open: () => {}, close: () => {}, text: () => {} })
  const xml = decode(parts.get(part) ?? new Uint8Array())
  const elements = new Map<string, number>()
  const paragraphs: string[] = []
  let insideText = false
  let paragraph = ''
  scanXml(xml, {
    open: (name) => {
      elements.set(name, (elements.get(name) ?? 0) + 1)
      if (name === 't') insideText = true
      if (name === 'br') paragraph += '\n'
    },
    text: (text) => {
      if (insideText) paragraph += text
    },
    close: (name) => {
      if (name === 't') insideText = false
      if (name === 'p') {
        paragraphs.push(paragraph)
        paragraph = ''
      }
    },
  })
  return { text: paragraphs.join('\n'), paragraphs, elements, xml }
}

function decode(content: Uint8Array): string {
  return new TextDecoder().decode(content)
}

/** Visible text of a page: everything between tags of the body, entities resolved. */
function pageTextOf(page: string): string {
  const body = page.slice(page.indexOf('<body>'))
  const names: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }
  return body.replace(/<[^>]*>/g, '\n').replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => names[name] ?? '')
}

function modelWithText(text: string): DocumentModel {
  return aMinutesModel({
    title: text,
    footer: text,
    letterhead: { government: text, agency: text, addressLines: [text], emblem: null },
    metadata: { author: text, subject: text },
    blocks: [
      { kind: 'title', lines: [[text]] },
      { kind: 'heading', level: 1, marker: text, text },
      { kind: 'paragraph', align: 'left', runs: [{ text, bold: true }, { openField: text }] },
      { kind: 'list', numbering: 'bullet', items: [[text]] },
      { kind: 'key-values', entries: [{ label: text, value: [text] }] },
      {
        kind: 'table',
        caption: text,
        columns: [{ weight: 1, align: 'left' }],
        headerRows: [[{ runs: [text] }]],
        rows: [[{ runs: [text] }]],
      },
      { kind: 'signatures', placeAndDate: [text], columns: [{ role: text, name: text, rank: text, nip: text }] },
      { kind: 'attendance', entries: [{ name: text, nip: text, position: text }] },
      { kind: 'note', runs: [text] },
      { kind: 'code', groups: [text], lines: [text], scanned: 'KODE', description: text },
    ],
  })
}

describe('the page (preview and print)', () => {
  const page = writer.toHtml(aMinutesModel())

  it('asks for nothing from outside and runs nothing', () => {
    expect(page).toContain('content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; font-src data:"')
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|@import|https?:/i)
    expect([...page.matchAll(/url\(([^)]{0,20})/g)].map(([, target]) => target?.slice(0, 20))).toEqual([
      'data:font/woff2;base',
    ])
    expect(page).toContain(readFileSync(FACE).toString('base64').slice(0, 200))
  })

  it('has the structure a reader and a tagged PDF need', () => {
    expect(page).toContain('<html lang="id">')
    expect(page).toContain('<title>Berita Acara Rapat Evaluasi Kinerja</title>')
    expect(page.match(/<h1>/g)).toHaveLength(2)
    expect(page).toContain('<h2><span class="marker">A.</span><span>Dasar</span></h2>')
    expect(page).toContain('<th scope="colgroup" colspan="2" rowspan="1">Predikat</th>')
    expect(page).toContain('<td class="right" colspan="1" rowspan="1">83,05</td>')
    expect(page).toContain('<mark class="open-field">Nomor surat belum diisi</mark>')
    expect(page).toContain('<div class="signature-room" id="ttd-3"></div>')
    expect(page).not.toContain('<svg')
  })

  it.each([
    ['A4', 'portrait', '210mm 297mm'],
    ['A4', 'landscape', '297mm 210mm'],
    ['F4', 'portrait', '215mm 330mm'],
    ['F4', 'landscape', '330mm 215mm'],
  ] as const)('prints on %s %s', (paper, orientation, size) => {
    expect(writer.toHtml(aMinutesModel({ paper, orientation }))).toContain(`@page{size:${size};`)
  })

  it('gives the printer a foot with the anchor code and the page number', () => {
    expect(writer.toPrintFooter(aMinutesModel())).toMatch(
      /Kode jangkar: 7F3A-91C2-04BE {2}· {2}Halaman <span class="pageNumber"><\/span> dari <span class="totalPages">/,
    )
    expect(writer.toPrintFooter(aMinutesModel({ footer: null }))).toContain('>Halaman <span')
  })

  it('puts signature places of odd numbers left, of even numbers right', () => {
    const attendance = page.slice(page.indexOf('class="attendance"'))
    const rows = [...attendance.matchAll(/<tr><td.*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text),
    )
    expect(rows.map((row) => row.slice(4))).toEqual([
      ['1.', ''],
      ['', '2.'],
      ['3.', ''],
      ['', '4.'],
      ['5.', ''],
    ])
    expect(rows[0]?.[2]).toBe('19800101 200501 1 000')
    expect(rows[4]?.[2]).toBe('–')
  })

  it.each(ATTACKS)('shows %s as text wherever it stands', (attack) => {
    const attacked = writer.toHtml(modelWithText(attack))
    const plain = writer.toHtml(modelWithText('x'))
    const tags = (markup: string) => [...markup.matchAll(/<\/?[a-z!][^\s>]*/gi)].map(([tag]) => tag)
    expect(tags(attacked)).toEqual(tags(plain))
    expect(pageTextOf(attacked).split(attack).length - 1).toBe(26)
    const styleOf = (page: string) => page.slice(page.indexOf('<style>'), page.indexOf('<body>'))
    expect(styleOf(attacked) === styleOf(plain)).toBe(true)
    const footer = writer.toPrintFooter(modelWithText(attack))
    expect(tags(footer)).toEqual(tags(writer.toPrintFooter(modelWithText('x'))))
  })

  it('removes control characters and marks that reorder text', () => {
    const text = pageTextOf(writer.toHtml(modelWithText('Ani\u202e123\u0000\u0008\ud800')))
    expect(text).toContain('Ani123\ufffd')
    for (const mark of ['\u202e', '\u0000', '\u0008']) expect(text.includes(mark)).toBe(false)
  })
})

describe('DOCX', () => {
  it('says what the page says, in the same order', async () => {
    const model = aMinutesModel()
    const docx = readDocx(await writer.toDocx(model))
    // Spaces and the colons of key-value lines are drawn by the page itself.
    const letters = (text: string) => text.replace(/[\s:]/g, '')
    expect(letters(docx.text)).toBe(letters(pageTextOf(writer.toHtml({ ...model, footer: null }))))
  })

  it('is well-formed, with repeated header rows, lists, marks and empty signature rooms', async () => {
    const bytes = await writer.toDocx(aMinutesModel())
    const { elements, xml, paragraphs } = readDocx(bytes)
    expect(elements.get('tblHeader')).toBe(3)
    expect(elements.get('cantSplit')).toBeGreaterThan(45)
    expect(elements.get('drawing')).toBeUndefined()
    expect(elements.get('pict')).toBeUndefined()
    expect([...xml.matchAll(/w:name="(ttd_\d)"/g)].map(([, name]) => name)).toEqual(['ttd_1', 'ttd_2', 'ttd_3'])
    expect(/<w:pgSz [^>]*>/.exec(xml)?.[0]).toBe('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(xml.includes('w:fill="FFF3BF"')).toBe(true)
    expect(paragraphs).toContain('NIP 19680411 199303 1 009')
    expect(readDocx(bytes, 'word/footer1.xml').text).toContain('Kode jangkar: 7F3A-91C2-04BE')
    const core = readDocx(bytes, 'docProps/core.xml').xml
    expect(core).toContain('<dc:title>Berita Acara Rapat Evaluasi Kinerja</dc:title>')
  })

  it('lies on its side on F4 landscape', async () => {
    const { xml } = readDocx(await writer.toDocx(aMinutesModel({ paper: 'F4', orientation: 'landscape' })))
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="landscape"\/>/.exec(xml) ?? []
    expect(Number(width)).toBeGreaterThan(Number(height))
  })

  it.each(ATTACKS)('holds %s as text', async (attack) => {
    expect(readDocx(await writer.toDocx(modelWithText(attack))).paragraphs).toContain(attack)
  })

  it('drops control characters and keeps line ends as line breaks', async () => {
    const { text } = readDocx(await writer.toDocx(modelWithText('baris 1\r\nbaris\u0000 2\u202e\ud800')))
    expect(text).toContain('baris 1\nbaris 2\ufffd')
  })
})

const office = ['libreoffice', 'soffice'].find((program) => runs(program, ['--version']))
const pdfText = ['pdftotext'].find((program) => runs(program, ['-v']))

function runs(program: string, options: string[]): boolean {
  try {
    execFileSync(program, options, { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}

describe('an independent program', () => {
  it.skipIf(office === undefined || pdfText === undefined)(
    'opens the DOCX (skipped without LibreOffice and pdftotext)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'timbang-docx-'))
      try {
        writeFileSync(join(folder, 'ba.docx'), await writer.toDocx(aMinutesModel()))
        execFileSync(office ?? '', ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'ba.docx')], {
          stdio: 'ignore',
        })
        const text = execFileSync(pdfText ?? '', ['-layout', join(folder, 'ba.pdf'), '-'], { encoding: 'utf8' })
        expect(text).toContain('Pada hari ini, Senin')
        expect(text).toContain('Nomor surat belum diisi')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})
