import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Block } from '#application/ports/document-writer.ts'
import { openGuardedZip } from '#documents/readers/zip-guard.ts'
import { createDocumentWriter } from '#documents/writers/document-writer.ts'
import { squaresPng } from '#documents/writers/png-writer.ts'
import { qrCode, qrModules } from '#documents/writers/qr-code.ts'
import { anchorCode, hashGroups } from '#domain/ledger/anchor.ts'
import { aMinutesModel } from './minutes-model.ts'

const anchor = { hash: '1f0c22d9ab7734c0'.repeat(4), count: 1204 }
const scanned = anchorCode(anchor)
const block: Block = {
  ...{ kind: 'code', groups: hashGroups(anchor.hash), lines: ['Jumlah entri: 1204', 'Angka periksa: 61'] },
  ...{ scanned, description: 'Kode QR jejak' },
}
const writer = createDocumentWriter([])
const model = aMinutesModel({ blocks: [block] })

/** The dark modules that a path draws. */
function drawn({ size, path }: { readonly size: number; readonly path: string }): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width))
  }
  return rows
}

/** The pixels of a PNG as this writer makes them: one bit each, no filter. */
function pixels(png: Uint8Array): boolean[][] {
  const bytes = Buffer.from(png)
  const width = bytes.readUInt32BE(16)
  const at = bytes.indexOf('IDAT')
  const lines = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))
  const length = 1 + Math.ceil(width / 8)
  return Array.from({ length: bytes.readUInt32BE(20) }, (_, y) =>
    Array.from({ length: width }, (_, x) => ((lines[y * length + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0),
  )
}

it('has a quiet zone, three finders, and the same modules in every form', () => {
  const modules = qrModules(scanned)
  const code = qrCode(scanned)
  expect(code.size).toBe(41)
  expect(drawn(code)).toEqual(modules)
  expect(pixels(squaresPng(modules, 1))).toEqual(modules)
  expect(
    pixels(squaresPng(modules, 3))
      .filter((_, y) => y % 3 === 1)
      .map((row) => row.filter((_, x) => x % 3 === 2)),
  ).toEqual(modules)
  const margin = modules.flatMap((row, y) => row.filter((_, x) => Math.min(x, y) < 4 || Math.max(x, y) > 36))
  expect(margin.includes(true)).toBe(false)
  const line = (x: number, y: number) => modules[y]?.slice(x, x + 7)
  const finder = [true, false, true, true, true, false, true]
  expect([line(4, 7), line(30, 7), line(4, 33)]).toEqual([finder, finder, finder])
})

it('stands in the page as groups of eight digits and a drawing, without a picture to fetch', () => {
  const page = writer.toHtml(model)
  expect(page).toContain(`<path d="${qrCode(scanned).path}"/>`)
  expect(page).toContain('<span>1f0c22d9</span> <span>ab7734c0</span>')
  expect(page).toContain('<p>Jumlah entri: 1204</p>')
  expect(page).not.toContain('<img')
})

it('stands in the DOCX with its picture and a description for those who cannot see it', async () => {
  const { parts } = openGuardedZip(await writer.toDocx(model), 'a.docx', () => true)
  const xml = new TextDecoder().decode(parts.get('word/document.xml'))
  expect(xml).toContain('1f0c22d9 ab7734c0 1f0c22d9 ab7734c0')
  expect(xml).toContain('descr="Kode QR jejak"')
  const [picture] = [...parts].filter(([name]) => name.startsWith('word/media/') && name.endsWith('.png'))
  expect(pixels(picture?.[1] ?? new Uint8Array())).toHaveLength(41 * 8)
})
