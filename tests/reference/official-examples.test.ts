import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { findingLines, type ImportBench, importBench } from '#tests/support/import-engine.ts'
import { readStored } from '#tests/support/read-stored.ts'

const folder = process.env.TIMBANG_REFERENCE
if (folder === undefined) process.stderr.write('TIMBANG_REFERENCE is not set: the official examples are skipped.\n')
const official = (name: string) => join(folder ?? '', 'regulation', name)
const all = ['employees.csv', 'work_results.csv', 'indicators.csv', 'behaviours.csv', 'ratings.csv']

describe.skipIf(folder === undefined)('the worked examples of PermenPANRB 6/2022', () => {
  let bench: ImportBench | null = null
  afterEach(async () => {
    await bench?.close()
    bench = null
  })

  async function imported() {
    bench = await importBench({ kind: 'quarterly', year: 2026, ordinal: 4 })
    const preview = await bench.preview(...all.map(official))
    expect(
      preview.findings.filter((f) => f.blocking),
      findingLines(preview).join('\n'),
    ).toEqual([])
    await bench.commit(preview.previewId)
    return { bench, preview, stored: await readStored(bench) }
  }

  it('recognises every file as what it is', async () => {
    bench = await importBench({ kind: 'quarterly', year: 2026, ordinal: 4 })
    const preview = await bench.preview(...all.map(official))
    expect(preview.sheets.map((sheet) => sheet.kind)).toEqual(['staff', 'plan', 'plan', 'behaviour', 'assessment'])
  })

  it('takes 15 persons, five of them rated, and 96 results, 102 indicators and 70 behaviour rows without loss', async () => {
    const { stored } = await imported()
    expect(stored.employee).toHaveLength(15)
    expect(stored.placement.filter((row) => row.rated === 1)).toHaveLength(5)
    expect(stored.assessment).toHaveLength(5)
    const rated = new Set(stored.placement.filter((row) => row.rated === 1).map((row) => row.employee_id))
    const plans = stored.work_plan.filter((plan) => rated.has(plan.employee_id))
    expect(plans).toHaveLength(5)
    const planIds = new Set(plans.map((plan) => plan.id))
    const results = stored.work_result.filter((result) => planIds.has(result.work_plan_id))
    // 10 + 3 + 5 + 9 + 4 results of the plans; the evaluation repeats them.
    expect(results).toHaveLength(31)
    // 11 + 7 + 9 + 13 + 11 indicators.
    expect(stored.indicator).toHaveLength(51)
    expect(stored.organisation_result.map((row) => row.predicate)).toEqual(expect.arrayContaining(['good']))
  })

  it('keeps the wording of every target and realisation', async () => {
    const { stored } = await imported()
    const targets = stored.indicator.map((row) => row.target)
    for (const wording of ['3,5 dari skala 5', '7-8 bulan', '80 – 90%', '80-90% Pemda', '30%'])
      expect(targets).toContain(wording)
    expect(
      stored.indicator.map((row) => String(row.realisation)).filter((text) => text.startsWith('25% berdasarkan')),
    ).toHaveLength(1)
  })

  it('shows the one printed predicate that contradicts the quadrant, and keeps it', async () => {
    const { preview, stored } = await imported()
    const conflicts = preview.findings.filter((finding) => finding.code === 'predicate-conflict')
    expect(conflicts.map((finding) => finding.params)).toEqual([
      expect.objectContaining({ printed: 'needs-improvement', quadrant: 'poor', work: 'meets', behaviour: 'below' }),
    ])
    const person = stored.employee.find((row) => row.nip_as_written === 'PST-03')
    const assessment = stored.assessment.find((row) => row.employee_id === person?.id)
    expect(assessment).toMatchObject({
      work_level: 'meets',
      behaviour_level: 'below',
      printed_predicate: 'needs-improvement',
    })
  })

  it('knows the raters by the office ids', async () => {
    const { stored } = await imported()
    const ids = new Map(stored.employee.map((row) => [row.id, row.nip_as_written]))
    const links = stored.supervision
      .map((row) => `${ids.get(row.employee_id)}→${ids.get(row.supervisor_id)}`)
      .toSorted()
    expect(links).toEqual(['DRH-01→EXT-02', 'DRH-02→DRH-01', 'DRH-05→DRH-02', 'PST-02→PST-01', 'PST-03→PST-02'])
  })

  it('takes both approaches', async () => {
    const { stored } = await imported()
    const ids = new Map(stored.employee.map((row) => [row.id, row.nip_as_written]))
    const approaches = Object.fromEntries(stored.work_plan.map((row) => [ids.get(row.employee_id), row.approach]))
    expect(approaches).toMatchObject({
      'PST-02': 'quantitative',
      'PST-03': 'quantitative',
      'DRH-01': 'qualitative',
      'DRH-05': 'qualitative',
    })
  })

  it('finds nothing new the second time', async () => {
    const { bench: running } = await imported()
    const again = await running.preview(...all.map(official))
    expect(again.counts).toMatchObject({ new: 0, changed: 0, refused: 0, open: 0 })
  })
})

describe.skipIf(folder === undefined)('the dirty staff list', () => {
  it('gives 30 persons: 27 PNS and 3 PPPK, each NIP of 18 digits', async () => {
    const bench = await importBench()
    try {
      const preview = await bench.preview(join(folder ?? '', 'imports', 'pegawai_nip_kotor.csv'))
      expect(
        preview.findings.filter((f) => f.blocking),
        findingLines(preview).join('\n'),
      ).toEqual([])
      await bench.commit(preview.previewId)
      const { employee, placement } = await readStored(bench)
      expect(employee).toHaveLength(30)
      expect(new Set(employee.map((row) => row.nip)).size).toBe(30)
      expect(employee.every((row) => /^\d{18}$/.test(String(row.nip)))).toBe(true)
      expect(employee.filter((row) => row.status === 'pns')).toHaveLength(27)
      expect(employee.filter((row) => row.status === 'pppk')).toHaveLength(3)
      expect(placement.filter((row) => row.post !== String(row.post).trim())).toEqual([])
      expect(placement.filter((row) => row.grade === '')).toEqual([])
    } finally {
      await bench.close()
    }
  })
})
