import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildWorkbook, textRow } from '#tests/integration/documents/workbook-builder.ts'
import { type ImportBench, importBench } from '#tests/support/import-engine.ts'
import { readStored } from '#tests/support/read-stored.ts'
import { csvText } from '#tests/support/table-sheets.ts'
import { isTold, refusalOf } from './sentences.ts'

const [ani, budi, citra] = ['199608182022042001', '198001012005011001', '199005152023212003']

let bench: ImportBench
beforeEach(async () => {
  bench = await importBench()
})
afterEach(() => bench.close())

const staff = (...rows: string[][]) => csvText([['NIP', 'Nama', 'Jabatan', 'NIP Penilai'], ...rows])
const scores = (...rows: string[][]) => csvText([['NIP', 'Nilai', 'Skor'], ...rows])

/** Each list holds one good row and the bad ones; nothing of it may arrive as long as the bad ones are unanswered. */
const lists: readonly [what: string, finding: string, list: string][] = [
  ['one NIP for two people', 'duplicate-nip', staff([ani, 'Ani Uji', 'Perawat', ''], [ani, 'Dewi Lain', 'Bidan', ''])],
  ['a supervisor nobody knows', 'supervisor-unknown', staff([ani, 'Ani Uji', 'Perawat', '197001011995011009'])],
  [
    'supervisors in a circle',
    'supervision-cycle',
    staff([ani, 'Ani Uji', 'Kepala', budi], [budi, 'Budi Uji', 'Kepala', ani], [citra, 'Citra Uji', 'Bidan', ani]),
  ],
]

describe('a list with', () => {
  it.each(lists)('%s names it (%s) by row and column, and writes nothing at all', async (_, code, list) => {
    const before = await readStored(bench)
    const preview = await bench.preview(bench.file('daftar.csv', list))
    const found = preview.findings.filter((finding) => finding.code === code)
    expect(found.length).toBeGreaterThan(0)
    for (const finding of found) {
      expect(finding).toMatchObject({ blocking: true, row: expect.any(Number), column: expect.any(String) })
      expect(isTold(finding)).toBe(true)
    }
    expect(await refusalOf(bench.commit(preview.previewId))).toMatchObject({ code: 'E-IMPORT-OPEN', told: true })
    expect(await readStored(bench)).toEqual(before)
  })

  it('text in a number cell names the cell, and the score is not made 0', async () => {
    const people = await bench.preview(
      bench.file('pegawai.csv', staff([budi, 'Budi Uji', 'Kepala', ''], [ani, 'Ani Uji', 'Perawat', budi])),
    )
    await bench.commit(people.previewId)
    const preview = await bench.preview(
      bench.file('perilaku.csv', scores([ani, 'Akuntabel', '4'], [ani, 'Kompeten', 'empat'])),
    )
    const refused = preview.findings.filter((finding) => finding.severity === 'refused')
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ row: 3, column: 'C', blocking: true })
    expect(refused.every(isTold)).toBe(true)
    expect(await refusalOf(bench.commit(preview.previewId))).toMatchObject({ code: 'E-IMPORT-OPEN', told: true })
    expect((await readStored(bench)).behaviour_score).toEqual([])

    const rest = await bench.call('import.setAllAside', { previewId: preview.previewId })
    await bench.commit(rest.previewId)
    expect((await readStored(bench)).behaviour_score.map((row) => [row.value, row.score])).toEqual([['AK', 4]])
  })

  it('formulas takes their stored results and says so; one that reaches outside gives no value', async () => {
    const head = textRow(1, ['NIP', 'Nama', 'Jabatan', 'Golongan'])
    const text = (value: string) => `<c t="str"><f>UPPER(A9)</f><v>${value}</v></c>`
    const outside = '<c t="str"><f>[1]Lembar1!A1</f><v>IV/e</v></c>'
    const plain = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
    const row = (number: number, nip: string, name: string, grade: string) =>
      `<row r="${number}">${plain(nip)}${name}${plain('Perawat')}${grade}</row>`
    const data = [head, row(2, ani, text('Ani Uji'), plain('III/a')), row(3, budi, plain('Budi Uji'), outside)]
    const preview = await bench.preview(bench.file('rumus.xlsx', buildWorkbook({ sheets: [{ data: data.join('') }] })))
    const told = preview.findings.filter((finding) => ['formula-cells', 'external-values'].includes(finding.code))
    expect(told.map((finding) => finding.code).toSorted()).toEqual(['external-values', 'formula-cells'])
    expect(told.every(isTold)).toBe(true)
    const settled = preview.blocking === 0 ? preview : await setAside(preview.previewId)
    await bench.commit(settled.previewId)
    const stored = await readStored(bench)
    expect(stored.employee.find((person) => person.nip === ani)?.name).toBe('Ani Uji')
    expect(JSON.stringify(stored.placement)).not.toContain('IV/e')
  })

  const setAside = (previewId: string) => bench.call('import.setAllAside', { previewId })
})
