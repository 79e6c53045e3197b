import { createHash } from 'node:crypto'
import { readFileSync, truncateSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitImport } from '#application/import/commit-import.ts'
import { createImportPreviews } from '#application/import/previews.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { sqlWorkspace } from '#data/repositories/sql-workspace.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { openWorkspaceFile } from '#data/store/workspace-file.ts'
import { tableReader } from '#documents/readers/table-reader.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'
import { sheetKinds } from '#domain/import/fields.ts'
import { templateColumns } from '#domain/import/template.ts'
import { createEnvironment } from '#engine/environment.ts'
import { buildWorkbook } from '#tests/integration/documents/workbook-builder.ts'
import { type ImportBench, importBench } from '#tests/support/import-engine.ts'
import { readStored } from '#tests/support/read-stored.ts'
import { csvText } from '#tests/support/table-sheets.ts'

const ani = '199608182022042001'
const budi = '198001012005011001'

let bench: ImportBench
beforeEach(async () => {
  bench = await importBench()
})
afterEach(() => bench.close())

const everything = () => [
  bench.file(
    'pegawai.csv',
    csvText([
      ['NIP', 'Nama', 'Jabatan', 'Unit Kerja', 'NIP Penilai'],
      [budi, 'Budi Uji', 'Kepala', 'Bidang A', ''],
      [ani, 'Ani Uji', 'Perawat', 'Bidang A', budi],
    ]),
  ),
  bench.file(
    'skp.csv',
    csvText([
      ['NIP', 'Jenis', 'No RHK', 'RHK', 'No IKI', 'Indikator', 'Target', 'Realisasi', 'Umpan Balik'],
      [ani, 'Utama', '1', 'Kunjungan', '1.1', 'Jumlah', '3 unit', '3 unit', 'Pimpinan: baik'],
    ]),
  ),
  bench.file(
    'nilai.csv',
    csvText([
      ['NIP', 'No RHK', 'Skor', 'Rating Hasil Kerja', 'Rating Perilaku Kerja', 'Capaian Kinerja Organisasi'],
      [ani, '1', '82,5', 'Sesuai', 'Sesuai', 'Baik'],
    ]),
  ),
  bench.file(
    'perilaku.csv',
    csvText([
      ['NIP', 'Nilai', 'Skor', 'Ekspektasi Khusus Pimpinan'],
      [ani, 'Akuntabel', '4', 'Menjadi contoh'],
    ]),
  ),
]

describe('an import as a whole', () => {
  it('fills every kind of row, in one command that can be undone to exactly the state before', async () => {
    const before = await readStored(bench)
    const preview = await bench.preview(...everything())
    expect(preview.sheets.map((sheet) => sheet.kind)).toEqual(['staff', 'plan', 'assessment', 'behaviour'])
    expect(preview.blocking).toBe(0)
    const result = await bench.commit(preview.previewId)
    expect(result).toMatchObject({ rowsTaken: 5, newPersons: 2, newUnits: ['Bidang A'] })
    const after = await readStored(bench)
    // Column mappings are kept only where somebody corrected them.
    for (const [table, rows] of Object.entries(after).filter(([name]) => name !== 'import_mapping')) {
      expect(rows.length, table).toBeGreaterThan(0)
    }
    expect(after.journal.at(-1)).toMatchObject({ command: 'import.commit' })
    expect(after.import_run.map((run) => run.sha256)).toContain(
      createHash('sha256')
        .update(readFileSync(bench.path('skp.csv')))
        .digest('hex'),
    )

    await bench.call('history.undo', {})
    const undone = await readStored(bench)
    expect({ ...undone, journal: [] }).toEqual({ ...before, journal: [] })
    await bench.call('history.redo', {})
    expect({ ...(await readStored(bench)), journal: [] }).toEqual({ ...after, journal: [] })
  })

  it('writes nothing at all when the last of its rows fails', async () => {
    const paths = everything()
    const before = await readStored(bench)
    await bench.call('workspace.close', {})
    await withWorkspace(async (workspace, environment) => {
      const previews = createImportPreviews({
        workspace: () => workspace,
        environment,
        reader: async () => tableReader,
        load,
      })
      const job = { report: () => undefined, pause: async () => undefined }
      const preview = await previews.create({ paths, periodId: bench.periodId, options: {} }, job)
      const failing: Workspace = {
        ...workspace,
        command: (meta, work) =>
          workspace.command(meta, (tables, pins) => {
            const importRun = {
              ...tables.importRun,
              insertAll: () => {
                throw new Error('disk gone')
              },
            }
            return work({ ...tables, importRun } as WriteTables, pins)
          }),
      }
      await expect(commitImport(failing, environment, preview, job)).rejects.toThrow('disk gone')
      expect(workspace.history().undo).toBeNull()
      await commitImport(workspace, environment, previews.require(preview.id), job)
      expect(workspace.tables.employee.count()).toBe(2)
      workspace.undo()
    })
    expect({ ...(await readStored(bench)), journal: [] }).toEqual({ ...before, journal: [] })
  })

  it('is stale once the workspace has changed, and after it is written', async () => {
    const preview = await bench.preview(...everything())
    await bench.call('workspace.updateUnits', { units: [{ id: null, name: 'Bidang B', parent: null }] })
    await expect(bench.commit(preview.previewId)).rejects.toMatchObject({ code: 'E-IMPORT-STALE' })
    const fresh = await bench.preview(...everything())
    await bench.commit(fresh.previewId)
    await expect(bench.commit(fresh.previewId)).rejects.toMatchObject({ code: 'E-IMPORT-STALE' })
  })

  it('stops when it is cancelled', async () => {
    const running = bench.call('import.preview', { jobId: 'stop-me', paths: everything(), periodId: bench.periodId })
    await bench.call('jobs.cancel', { jobId: 'stop-me' })
    await expect(running).rejects.toMatchObject({ code: 'E-CANCELLED' })
    expect((await readStored(bench)).employee).toEqual([])
  })

  it('reports progress step by step', async () => {
    await bench.preview(...everything())
    const steps = new Set(bench.events.flatMap((event) => (event.type === 'progress' ? [event.step] : [])))
    expect([...steps]).toEqual(expect.arrayContaining(['reading', 'recognising', 'people', 'plans']))
  })

  it('exports its problems as a table with sentences', async () => {
    const preview = await bench.preview(
      bench.file(
        'a.csv',
        csvText([
          ['NIP', 'Nama', 'Jabatan'],
          ['1,99608E+17', 'Ani Uji', 'Perawat'],
        ]),
      ),
    )
    const path = bench.path('masalah.csv')
    const { count } = await bench.call('import.problems', {
      previewId: preview.previewId,
      path,
      format: 'csv',
      language: 'id',
    })
    expect(count).toBe(preview.findingCount)
    expect(readFileSync(path, 'utf8')).toContain('NIP kehilangan digit')
  })
})

describe('templates', () => {
  it.each(sheetKinds)('of %s are empty, carry their headings, and are recognised when filled', async (kind) => {
    const path = bench.path(`${kind}.xlsx`)
    await bench.call('import.template', { kind, path })
    const book = tableReader.read(`${kind}.xlsx`, readFileSync(path))
    expect(book.sheets[0]?.rows).toHaveLength(1)
    const filled = await workbookWriter.toXlsx({
      title: kind,
      author: 'uji',
      sheets: [
        {
          name: 'Isi',
          columns: templateColumns[kind].map(({ heading }) => ({ header: heading, width: 12, kind: 'text' })),
          rows: [templateColumns[kind].map(({ example }) => example)],
          frozenRows: 1,
          frozenColumns: 0,
        },
      ],
    })
    const preview = await bench.preview(bench.file('isi.xlsx', filled))
    expect(preview.sheets[0]?.kind).toBe(kind)
    expect(preview.sheets[0]?.columns.every((column) => column.field !== null)).toBe(true)
  })
})

describe('files that cannot be taken', () => {
  it('of 50 MB are refused before they are read', async () => {
    const path = bench.file('besar.xlsx', 'PK')
    truncateSync(path, 50 * 1024 * 1024)
    await expect(bench.preview(path)).rejects.toMatchObject({ code: 'E-IMPORT-LIMIT', params: { limit: 'file-size' } })
  })

  it('of more than 200,000 rows are refused', async () => {
    const path = bench.file('panjang.csv', `NIP;Nama;Jabatan\n${'1;A;B\n'.repeat(200_001)}`)
    await expect(bench.preview(path)).rejects.toMatchObject({ code: 'E-IMPORT-LIMIT', params: { limit: 'rows' } })
  })

  it('that are missing, of another kind or damaged are refused by name', async () => {
    await expect(bench.preview(bench.path('tidak-ada.csv'))).rejects.toMatchObject({ code: 'E-OPEN-MISSING' })
    await expect(bench.preview(bench.file('a.pdf', '%PDF-1.7'))).rejects.toMatchObject({ code: 'E-IMPORT-FORMAT' })
    await expect(bench.preview(bench.file('a.xlsx', 'bukan buku kerja'))).rejects.toMatchObject({
      code: 'E-IMPORT-DAMAGED',
    })
  })

  it('without a sheet we know cannot be written', async () => {
    const preview = await bench.preview(
      bench.file(
        'lain.csv',
        csvText([
          ['Merek', 'Harga'],
          ['A', '1'],
        ]),
      ),
    )
    expect(preview.findings.map((one) => one.code)).toEqual(['sheet-unrecognised'])
    await expect(bench.commit(preview.previewId)).rejects.toMatchObject({ code: 'E-IMPORT-SHEET' })
  })
})

describe('clean data', () => {
  it('reads back from the tables as it stood in the file', async () => {
    const person = fc.record({
      serial: fc.integer({ min: 1, max: 999 }),
      name: fc.stringMatching(/^[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}$/),
      target: fc.constantFrom('80 – 90%', '7-8 bulan', '3,5 dari skala 5', '3 unit', 'Rp51.727.239.612'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(person, { minLength: 1, maxLength: 12, selector: (one) => one.serial }),
        async (people) => {
          const own = await importBench()
          try {
            const nip = (serial: number) => `199001012015011${String(serial).padStart(3, '0')}`
            const staff = own.file(
              'p.csv',
              csvText([['NIP', 'Nama', 'Jabatan'], ...people.map((one) => [nip(one.serial), one.name, 'Perawat'])]),
            )
            const plan = own.file(
              's.csv',
              csvText([
                ['NIP', 'RHK', 'Indikator', 'Target'],
                ...people.map((one) => [nip(one.serial), 'Hasil', 'Ukuran', one.target]),
              ]),
            )
            const preview = await own.preview(staff, plan)
            expect(preview.blocking).toBe(0)
            await own.commit(preview.previewId)
            const stored = await readStored(own)
            const byId = new Map(stored.employee.map((row) => [row.id, row]))
            const results = new Map(stored.work_result.map((row) => [row.id, row.work_plan_id]))
            const plans = new Map(stored.work_plan.map((row) => [row.id, row.employee_id]))
            const read = stored.indicator.map((row) => {
              const owner = byId.get(plans.get(results.get(row.work_result_id) ?? '') ?? '')
              return `${owner?.nip} ${owner?.name} ${row.target}`
            })
            expect(read.toSorted()).toEqual(
              people.map((one) => `${nip(one.serial)} ${one.name} ${one.target}`).toSorted(),
            )
          } finally {
            await own.close()
          }
        },
      ),
      { numRuns: 8 },
    )
  })
})

const load = (path: string) => {
  const bytes = readFileSync(path)
  return { name: path.split('/').at(-1) ?? '', bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function withWorkspace(
  work: (workspace: Workspace, environment: ReturnType<typeof createEnvironment>) => Promise<void>,
) {
  const { createRequire } = await import('node:module')
  const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
  const environment = createEnvironment(
    { now: () => new Date('2026-11-23T02:00:00.000Z'), random: () => 0.5 },
    () => 'Uji',
  )
  const file = openWorkspaceFile(await loadSqlEngine(wasm), bench.path('kerja.timbang'), migrations, { schemaHashes })
  const workspace = sqlWorkspace(file, environment, () => undefined)
  try {
    await work(workspace, environment)
  } finally {
    workspace.close()
  }
}

describe('workbooks', () => {
  it('with formulas give their stored values and say so; numeric NIPs are refused as having lost digits', async () => {
    const path = bench.file('rumus.xlsx', formulaBook())
    const preview = await bench.preview(path)
    expect(preview.sheets[0]?.kind).toBe('staff')
    const codes = preview.findings.map((one) => one.code)
    expect(codes).toContain('formula-cells')
    expect(codes).toContain('nip-digits-lost')
  })
})

function formulaBook(): Uint8Array {
  const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`
  const rows = [
    `<row r="1">${text('A1', 'NIP')}${text('B1', 'Nama')}${text('C1', 'Jabatan')}</row>`,
    `<row r="2">${text('A2', ani)}${text('B2', 'Ani Uji')}<c r="C2" t="str"><f>"Pera"&amp;"wat"</f><v>Perawat</v></c></row>`,
    `<row r="3"><c r="A3"><v>199005152023212003</v></c>${text('B3', 'Citra Uji')}${text('C3', 'Bidan')}</row>`,
  ]
  return buildWorkbook({ sheets: [{ name: 'Pegawai', data: rows.join('') }] })
}
