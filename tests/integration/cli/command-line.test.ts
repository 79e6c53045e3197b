import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import initSqlJs from 'sql.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '#cli/run-command-line.ts'
import { createEngine, type Engine } from '#engine/compose.ts'
import { createNodeEngine } from '#engine/hosts/node.ts'
import { everyPath } from '#engine/path-access.ts'

const wasmBytes = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
const folder = mkdtempSync(join(tmpdir(), 'timbang-cli-'))
const example = join(folder, 'a.timbang')

const timbang = (...argv: string[]) => timbangOn(nodeEngine, ...argv)

type MakeEngine = (locale: 'id' | 'en', log: (line: string) => void, command: { readsEveryPage?: boolean }) => Engine
const nodeEngine: MakeEngine = (locale, log, command) => createNodeEngine(wasmBytes, locale, log, command)

async function timbangOn(engine: MakeEngine, ...argv: string[]) {
  const out: string[] = []
  const complaints: string[] = []
  const code = await runCommandLine(argv, {
    engine: (locale, command) => engine(locale, (line) => complaints.push(line), command),
    print: (text) => out.push(text),
    complain: (text) => complaints.push(text),
    language: 'id',
    today: () => new Date('2026-11-23T02:00:00Z'),
  })
  return { code, out: out.join('\n'), complaints: complaints.join('\n') }
}

beforeAll(async () => {
  await timbang('new', example, '--example')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('command line', () => {
  it('makes the example and says who is in it', async () => {
    const { code, out } = await timbang('check', example, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ sound: true, problems: [], employees: 235 })
  })

  it('checks integrity, schema, chain and rows, and compares with a code from outside', async () => {
    const { out: logged } = await timbang('log', example, '--json')
    const { anchor, entries } = JSON.parse(logged)
    expect(entries.at(-1)).toMatchObject({ seq: 1, command: 'workspace.create' })
    const [hash, count] = [anchor.split(':')[0].replaceAll(' ', ''), Number(anchor.split(':')[1])]
    expect(entries[0]).toMatchObject({ seq: count, hash })

    const good = await timbang('check', example, '--anchor', `${hash}:${count}`)
    expect(good.code).toBe(0)
    expect(good.out).toMatch(/utuh\.\nStruktur tabel.*\nRantai jejak utuh: .*\nCocok dengan kode dari luar/)
    const without = await timbang('check', example, '--lang', 'en')
    expect(without.out).toMatch(/Without a code from outside the file/)

    const longer = await timbang('check', example, '--anchor', `${hash}:${count + 2}`, '--lang', 'en')
    expect([longer.code, longer.out.split('\n').at(-1)]).toEqual([
      1,
      expect.stringMatching(/entries missing at the end: 2/),
    ])
    const other = await timbang('check', example, '--anchor', `${'ab'.repeat(32)}:1`, '--json')
    expect([other.code, JSON.parse(other.out)]).toMatchObject([
      1,
      { sound: false, trail: { comparison: { kind: 'different' } } },
    ])
    expect(await timbang('check', example, '--anchor', 'ab')).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/^E-ANCHOR-DIGITS/),
    })
    expect((await timbang('check', example, '--anchor', '')).code).toBe(2)
  })

  it('lists the trail, one line for each entry and the code at the end', async () => {
    const { code, out } = await timbang('log', example)
    expect(code).toBe(0)
    const lines = out.split('\n')
    expect(lines.at(-2)).toMatch(/^1 {2}[0-9a-f]{8} {2}\S+Z {2}.* {2}Membuat ruang kerja/)
    expect(lines.at(-1)).toMatch(/^Kode jejak: ([0-9a-f]{8} ){8}: \d+ : \d\d$/)
  })

  it('names what another program changed', async () => {
    const path = join(folder, 'changed.timbang')
    const db = new (await initSqlJs()).Database(readFileSync(example))
    db.run('UPDATE behaviour_score SET score = CASE score WHEN 5 THEN 4 ELSE 5 END WHERE rowid = 1')
    writeFileSync(path, db.export())
    db.close()
    const { code, out } = await timbang('check', path)
    expect(code).toBe(1)
    expect(out).toMatch(/1 temuan/)
    expect(out).toMatch(
      /- behaviourScore \S.* berbeda dari yang tercatat pada entri \d+: score tercatat \d, di berkas \d\./,
    )
  })

  it('reads a large damaged file once, and inspects it as a small one', async () => {
    const path = join(folder, 'damaged.timbang')
    const bytes = readFileSync(example)
    bytes.fill(255, 4096 * 300, 4096 * 301)
    writeFileSync(path, bytes)
    const opensUnread: MakeEngine = (locale, log, { readsEveryPage = false }) => {
      const start = () => ({ done: Promise.resolve(), stop: () => undefined })
      const host = { wasmBytes, preferencesFolder: null, access: everyPath, printPdf: null, locale, log }
      const pagesChecker = readsEveryPage ? { from: 0, after: 2 ** 31 - 1, start } : null
      return createEngine({ ...host, pagesChecker, now: () => new Date(), random: Math.random })
    }
    const small = await timbang('check', path)
    expect(small.code).toBe(1)
    expect(small.complaints).toMatch(/^E-OPEN-DAMAGED/)
    const { code, out, complaints } = await timbangOn(opensUnread, 'check', path)
    expect([code, out]).toEqual([1, small.out])
    expect(complaints).toBe(small.complaints)
  })

  it('never overwrites a file', async () => {
    const { code, complaints } = await timbang('new', example, '--example')
    expect(code).toBe(1)
    expect(complaints).toMatch(/^E-OPEN-EXISTS: Sudah ada berkas/)
  })

  it('makes an empty workspace for the current quarter', async () => {
    const path = join(folder, 'empty.timbang')
    const { out } = await timbang('new', path, '--agency', 'Dinas Baru', '--json')
    expect(JSON.parse(out)).toMatchObject({ employees: 0, periods: [{ name: 'Triwulan IV 2026' }] })
  })

  it('exports ratings that programs can read, creating the folder', async () => {
    const out = join(folder, 'results')
    const { code, out: printed } = await timbang(
      'export',
      example,
      '--what',
      'ratings',
      '--format',
      'json',
      '--out',
      out,
      '--json',
    )
    expect(code).toBe(0)
    const data = JSON.parse(readFileSync(JSON.parse(printed).path, 'utf8'))
    expect(data).toMatchObject({ format: 'timbang-report', what: 'ratings', period: { name: 'Triwulan III 2026' } })
    const earlier = await timbang(
      'export',
      example,
      '--what',
      'ratings',
      '--format',
      'xlsx',
      '--out',
      out,
      '--period',
      'triwulan i 2026',
    )
    expect(earlier.code).toBe(0)
    expect(existsSync(join(out, 'nilai-akhir-triwulan-i-2026.xlsx'))).toBe(true)
  })

  it('refuses minutes of a meeting that was not held, in the language asked for', async () => {
    const { code, out, complaints } = await timbang(
      'export',
      example,
      '--what',
      'minutes',
      '--format',
      'docx',
      '--out',
      folder,
      '--lang',
      'en',
    )
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(complaints).toMatch(/^E-EXPORT-NOTHING: There is nothing to export yet/)
  })

  it('leaves a foreign file as it was', async () => {
    const path = join(folder, 'foreign.timbang')
    writeFileSync(path, 'bukan ruang kerja'.repeat(100))
    const before = readFileSync(path)
    const { code, complaints } = await timbang('check', path)
    expect(code).toBe(1)
    expect(complaints).toMatch(/^E-OPEN-FOREIGN/)
    expect(readFileSync(path)).toEqual(before)
  })

  it.each([
    [['frob']],
    [['new']],
    [['export', 'x.timbang', '--what', 'rating', '--format', 'json', '--out', '.']],
    [['export', 'x.timbang', '--what', 'ratings', '--format', 'json']],
    [['check', 'x.timbang', '--nonsense']],
    [[]],
  ])('answers %j with how to use it and exit code 2', async (argv) => {
    const { code } = await timbang(...argv)
    expect(code).toBe(2)
  })

  it('helps in both languages', async () => {
    expect((await timbang('--help')).out).toContain('Memeriksa keutuhan')
    expect((await timbang('--help', '--lang', 'en')).out).toContain('Checks that a workspace file is sound')
  })
})

describe('import', () => {
  const staff = join(folder, 'pegawai.csv')
  const path = join(folder, 'import.timbang')
  const rows = (nip: string) =>
    `NIP;Nama;Jabatan;Unit Kerja\r\n${nip};Ani Lestari;Bidan;Puskesmas Melati\r\n'199408132022041021;Budi Santoso;Perawat;Puskesmas Melati\r\n`

  it('shows what a file would do without writing it', async () => {
    await timbang('new', path)
    writeFileSync(staff, rows('199302112021041052'))
    const { code, out } = await timbang('import', path, staff, '--dry-run', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ written: false, blocking: 0, counts: { new: 2 } })
    expect(JSON.parse((await timbang('check', path, '--json')).out).employees).toBe(0)
  })

  it('names the cell that is refused and writes nothing', async () => {
    writeFileSync(staff, rows('199302312021041052'))
    const { code, out } = await timbang('import', path, staff)
    expect(code).toBe(1)
    expect(out).toMatch(/refused.*[Bb]aris 2.*kolom A/)
    expect(out).toContain('Tidak ada yang ditulis')
    expect(JSON.parse((await timbang('check', path, '--json')).out).employees).toBe(0)
  })

  it('writes everything once nothing is open', async () => {
    writeFileSync(staff, rows('199302112021041052'))
    const { code, out } = await timbang('import', path, staff)
    expect(code).toBe(0)
    expect(out).toContain('2 baris diimpor')
    expect(JSON.parse((await timbang('check', path, '--json')).out).employees).toBe(2)
  })
})

describe('check of a file that does not open', () => {
  const damaged = join(folder, 'rusak.timbang')
  const bytes = () => readFileSync(example)

  it('says which check failed, what can still be read and how far the chain holds, and leaves the file alone', async () => {
    const broken = bytes().fill(0xa5, Math.floor(bytes().length / 2), Math.floor(bytes().length / 2) + 12_288)
    writeFileSync(damaged, broken)
    const { code, out, complaints } = await timbang('check', damaged)
    expect(code).toBe(1)
    expect(complaints).toMatch(/^E-OPEN-DAMAGED: /)
    expect(out).toMatch(/^- Ukuran berkas: baik\n/)
    expect(out).toMatch(/- Halaman berkas: tidak baik \(E-OPEN-DAMAGED\)/)
    expect(out).toMatch(/Pegawai yang masih terbaca: \d+/)
    const told = JSON.parse((await timbang('check', damaged, '--json', '--lang', 'en')).out)
    expect(told).toMatchObject({ sound: false, refusal: { code: 'E-OPEN-DAMAGED' }, stopped: false })
    expect(told.tables.length).toBeGreaterThan(20)
    expect(readFileSync(damaged).equals(broken)).toBe(true)
    expect(existsSync(`${damaged}-journal`)).toBe(false)
  }, 60_000)

  it('says honestly that an encrypted file without its passphrase cannot be judged', async () => {
    const path = join(folder, 'sandi.timbang')
    const secret = join(folder, 'frasa.txt')
    writeFileSync(secret, 'enam kata yang mudah diingat sekali\n')
    expect((await timbang('new', path, '--passphrase-file', secret)).code).toBe(0)
    const { code, out, complaints } = await timbang('check', path)
    expect(code).toBe(1)
    expect(complaints).toMatch(/^E-OPEN-ENCRYPTED: .*\n?.*--passphrase-file/)
    expect(out).toMatch(/Tanpa frasa sandinya hanya kepala berkas yang dapat diperiksa/)
    const cut = join(folder, 'sandi-rusak.timbang')
    writeFileSync(cut, readFileSync(path).fill(0, 64, 8192))
    const told = JSON.parse((await timbang('check', cut, '--json')).out)
    expect(told).toMatchObject({ sound: false, encrypted: true })
    expect(told.steps.find((step: { step: string }) => step.step === 'header')).toMatchObject({ result: 'failed' })
  }, 60_000)

  it('a missing file is the answer itself', async () => {
    const { code, complaints } = await timbang('check', join(folder, 'tiada.timbang'))
    expect(code).toBe(1)
    expect(complaints).toMatch(/^E-OPEN-MISSING/)
  })
})
