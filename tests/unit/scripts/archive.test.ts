import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { extractFile, listPackage } from '@electron/asar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileInTar, readZipEntry, writeAsar, zipEntries } from '#scripts/lib/archive.mjs'

const names = fc.stringMatching(/^[a-z]{1,12}\.[a-z]{1,3}$/)
const bytes = fc.uint8Array({ maxLength: 3000 }).map((array) => Buffer.from(array))

describe('fileInTar', () => {
  it('finds a file between others', () => {
    const tar = tarOf({
      'package/a.txt': Buffer.from('one'),
      'package/b.zip': Buffer.alloc(1500, 7),
      'package/c': Buffer.from(''),
    })
    expect(fileInTar(tar, 'package/b.zip')).toEqual(Buffer.alloc(1500, 7))
    expect(fileInTar(tar, 'package/a.txt').toString()).toBe('one')
  })

  it('refuses a missing file and a cut archive', () => {
    const tar = tarOf({ 'package/b.zip': Buffer.alloc(1500, 7) })
    expect(() => fileInTar(tar, 'package/x')).toThrow('not in the tar archive')
    expect(() => fileInTar(tar.subarray(0, 1024), 'package/b.zip')).toThrow('damaged')
  })
})

describe('zip', () => {
  it('gives back what was packed, stored or deflated, with its mode', () => {
    fc.assert(
      fc.property(names, bytes, fc.boolean(), (name, content, deflated) => {
        const zip = zipOf(name, content, { deflated })
        const [entry, ...others] = zipEntries(zip)
        expect(others).toEqual([])
        expect(entry).toMatchObject({ name, mode: 0o100755, size: content.length })
        if (entry) expect(Buffer.compare(readZipEntry(zip, entry), content)).toBe(0)
      }),
    )
  })

  it('trusts the central directory and finds the data behind a longer local header', () => {
    const zip = zipOf('a.txt', Buffer.from('hello'), { deflated: true, localExtra: 20 })
    const [entry] = zipEntries(zip)
    expect(entry && readZipEntry(zip, entry).toString()).toBe('hello')
  })

  it('refuses what is not a zip, and an entry whose length is a lie', () => {
    expect(() => zipEntries(Buffer.from('nothing like it'))).toThrow('not a zip')
    const zip = zipOf('a.txt', Buffer.from('hello'), { deflated: true, claimedSize: 6 })
    const [entry] = zipEntries(zip)
    expect(() => entry && readZipEntry(zip, entry)).toThrow('wrong length')
  })
})

describe('writeAsar', () => {
  it('writes what the official reader reads', () => {
    const folder = mkdtempSync(join(tmpdir(), 'timbang-asar-'))
    const path = join(folder, 'x.asar')
    try {
      writeFileSync(path, writeAsar({ 'package.json': '{"name":"é"}', 'main.js': Buffer.from('start()') }))
      expect(listPackage(path, { isPack: false }).sort()).toEqual(['/main.js', '/package.json'])
      expect(extractFile(path, 'package.json').toString()).toBe('{"name":"é"}')
      expect(extractFile(path, 'main.js').toString()).toBe('start()')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

function tarOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const parts = Object.entries(files).flatMap(([name, content]) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return Buffer.concat([...parts, Buffer.alloc(1024)])
}

function zipOf(
  name: string,
  content: Buffer,
  options: { readonly deflated: boolean; readonly localExtra?: number; readonly claimedSize?: number },
): Buffer {
  const data = options.deflated ? deflateRawSync(content) : content
  const method = options.deflated ? 8 : 0
  const size = options.claimedSize ?? content.length
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(method, 8)
  local.writeUInt16LE(name.length, 26)
  local.writeUInt16LE(options.localExtra ?? 0, 28)
  const before = Buffer.concat([local, Buffer.from(name), Buffer.alloc(options.localExtra ?? 0), data])
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(method, 10)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt32LE(size, 24)
  central.writeUInt16LE(name.length, 28)
  central.writeUInt32LE(0o100755 * 0x10000, 38)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(before.length, 16)
  return Buffer.concat([before, central, Buffer.from(name), end])
}
