import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '#cli/run-command-line.ts'
import { createNodeEngine } from '#engine/hosts/node.ts'
import { wasmBytes } from '#tests/bench/bench-agency.ts'
import { brokenFigures } from '#tests/support/rated-cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'timbang-cli-kalibrasi-'))
const example = join(folder, 'a.timbang')

async function timbang(...argv: string[]) {
  const out: string[] = []
  const complaints: string[] = []
  const code = await runCommandLine(argv, {
    engine: (locale) => createNodeEngine(wasmBytes, locale, (line) => complaints.push(line)),
    print: (text) => out.push(text),
    complain: (text) => complaints.push(text),
    language: 'id',
    today: () => new Date('2026-11-23T02:00:00Z'),
  })
  return { code, out: out.join('\n'), complaints: complaints.join('\n') }
}

interface Sentenced {
  readonly code: string
  readonly sentence: string
}

beforeAll(async () => {
  expect((await timbang('new', example, '--example', '--seed', '1')).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('timbang calibrate', { timeout: 60_000 }, () => {
  it('gives everything as JSON, with names beside ids and a sentence beside every code', async () => {
    const before = readFileSync(example)
    const { code, out, complaints } = await timbang('calibrate', example, '--period', 'triwulan iii 2026', '--json')
    expect([code, complaints]).toEqual([0, ''])
    const data = JSON.parse(out)
    expect(data).toMatchObject({ period: { name: 'Triwulan III 2026' }, modelVersion: 'timbang-calibration-1' })
    expect(data.dimensions.map(({ dimension }: { dimension: string }) => dimension)).toEqual([
      'work-results',
      'behaviour',
    ])
    expect(brokenFigures(data)).toEqual([])
    for (const one of data.dimensions) {
      expect(one.inputsHash).toMatch(/^[0-9a-f]{64}$/)
      expect(one.model).toMatchObject({
        main: 'B',
        fallback: null,
        sentence: expect.stringMatching(/panel/),
      })
      expect(one.panel).toMatchObject({ scores: 96, employees: 48, panelists: 8, unknown: 0, unconnected: [] })
      expect(one.options.achievementCap).toBe(120)
      for (const supervisor of one.supervisors) {
        expect(supervisor.name).toMatch(/\w/)
        expect(supervisor.leniency).toMatchObject({
          kind: 'value',
          low: expect.any(Number),
          reliability: expect.any(Number),
        })
      }
      for (const employee of one.employees) {
        expect(employee.name).toMatch(/\w/)
        expect(['proposed', 'unchanged', 'no-score']).toContain(employee.proposal.kind)
        if (employee.proposal.kind === 'proposed') expect(employee.proposal.sentence).toMatch(/^Nilai usulan/)
      }
      for (const { code: finding, sentence } of one.findings as Sentenced[]) {
        expect(finding).toMatch(/^[a-z-]+$/)
        expect(sentence).toMatch(/^[A-Z0-9].*\.$/)
        expect(sentence).not.toMatch(/[{}…]|undefined|NaN/)
      }
    }
    expect(data.problems.map(({ code: problem }: Sentenced) => problem)).toContain('supervisor-changed')
    // Computing changes nothing.
    expect(readFileSync(example).equals(before)).toBe(true)
  })

  it('says the same in words first, in both languages', async () => {
    const id = await timbang('calibrate', example)
    expect(id.out).toMatch(/^Kalibrasi nilai Triwulan III 2026\nAngka memberi saran/)
    expect(id.out).toMatch(/Dipakai model dengan panel/)
    expect(id.out).toMatch(/poin lebih tinggi daripada .* capaian kinerja timnya dan penilaian ulang panel\./)
    expect(id.out).not.toMatch(/Data belum cukup untuk membedakan/)
    expect(id.out).toMatch(/dan \d+ lagi seperti ini/)
    const without = await timbang('calibrate', example, '--period', 'Triwulan II 2026')
    expect(without.out).toMatch(/Data belum cukup untuk membedakan atasan yang murah nilai dari tim yang memang bagus/)
    const en = await timbang('calibrate', example, '--lang', 'en', '--period', 'Triwulan II 2026')
    expect(en.out).toMatch(/^Calibration of scores, Triwulan II 2026\nFigures advise/)
    expect(en.out).toMatch(/The data cannot yet tell a generous supervisor from a truly good team/)
    expect(en.out.indexOf('points higher')).toBeLessThan(en.out.indexOf('Leniency of supervisors in points'))
    for (const { out } of [id, en]) expect(out).not.toMatch(/undefined|NaN|\{\w+\}/)
  })

  it('refuses in words what cannot be calibrated', async () => {
    const unknown = await timbang('calibrate', example, '--period', 'Triwulan IX 2026')
    expect([unknown.code, unknown.out]).toEqual([1, ''])
    expect(unknown.complaints).toMatch(/^E-RULE-PERIOD: Periode “Triwulan IX 2026”/)

    const empty = join(folder, 'kosong.timbang')
    await timbang('new', empty, '--agency', 'Dinas Baru')
    const none = await timbang('calibrate', empty, '--lang', 'en', '--json')
    expect([none.code, none.out]).toEqual([1, ''])
    expect(none.complaints).toMatch(/^E-CALIBRATE-EMPTY: Nobody has a complete score in Triwulan IV 2026 yet/)

    const missing = await timbang('calibrate', join(folder, 'tidak-ada.timbang'))
    expect([missing.code, missing.complaints]).toEqual([1, expect.stringMatching(/^E-OPEN-MISSING: /)])
  })

  it('refuses an encrypted and a damaged file, and opens the first with its passphrase', async () => {
    const secret = join(folder, 'sandi.txt')
    writeFileSync(secret, 'enam kata yang mudah diingat sendiri\n')
    const locked = join(folder, 'sandi.timbang')
    await timbang('new', locked, '--example', '--passphrase-file', secret)
    const shut = await timbang('calibrate', locked)
    expect([shut.code, shut.complaints]).toEqual([
      1,
      expect.stringMatching(/^E-OPEN-ENCRYPTED: .*\n.*--passphrase-file/),
    ])
    expect((await timbang('calibrate', locked, '--passphrase-file', secret)).out).toMatch(/^Kalibrasi nilai/)

    const damaged = join(folder, 'rusak.timbang')
    const bytes = readFileSync(example)
    bytes.fill(0x5a, 4096, 400_000)
    writeFileSync(damaged, bytes)
    const broken = await timbang('calibrate', damaged, '--json')
    expect([broken.code, broken.out]).toEqual([1, ''])
    expect(broken.complaints).toMatch(/^E-OPEN-DAMAGED: /)
  })

  it.each([
    [['calibrate']],
    [['calibrate', 'a', 'b']],
    [['calibrate', 'a', '--periode', 'x']],
    [['calibrate', 'a', '--period']],
  ])('answers %j with how to use it and exit code 2', async (argv) => {
    expect((await timbang(...argv)).code).toBe(2)
  })
})
