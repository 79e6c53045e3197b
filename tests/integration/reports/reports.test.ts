import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableReader } from '#documents/readers/table-reader.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

let app: TestEngine

beforeAll(async () => {
  app = testEngine()
  await app.call('workspace.createExample', { path: app.path('example.timbang'), seed: 2026, jobId: 'make' })
})
afterAll(() => app.close())

const latest = { periodId: null, meetingId: null }
const into = (name: string) => ({ ...latest, jobId: 'export', target: { path: app.path(name) } })

describe('reports before a meeting', () => {
  it('say why they wait', async () => {
    const { documents } = await app.call('reports.list', latest)
    const minutes = documents.find((document) => document.kind === 'minutes')
    expect(minutes).toMatchObject({ state: 'waiting', because: ['no-meeting'] })
    expect(documents.find((document) => document.kind === 'ratings')).toMatchObject({
      state: 'draft',
      because: expect.arrayContaining(['no-meeting', 'undecided', 'unrated']),
    })
  })

  it('refuse minutes of a meeting that was not held', async () => {
    await expect(
      app.call('reports.export', { ...into('a.docx'), kind: 'minutes', format: 'docx' }),
    ).rejects.toMatchObject({
      code: 'E-EXPORT-NOTHING',
    })
  })

  it('say that PDF needs the desktop app', async () => {
    await expect(
      app.call('reports.export', { ...into('a.pdf'), kind: 'ratings', format: 'pdf' }),
    ).rejects.toMatchObject({
      code: 'E-NOT-HERE',
    })
  })

  it('write ratings for programs with originals and no invented finals', async () => {
    const { path } = await app.call('reports.export', { ...into('r.json'), kind: 'ratings', format: 'json' })
    const data = JSON.parse(readFileSync(path, 'utf8'))
    expect(data.period.name).toBe('Triwulan III 2026')
    expect(data.employees.length).toBeGreaterThan(200)
    expect(new Set(data.employees.map((employee: { state: string }) => employee.state))).toEqual(new Set(['undecided']))
    expect(
      data.employees.every((employee: { final: { predicate: unknown } }) => employee.final.predicate === null),
    ).toBe(true)
    const rated = data.employees.filter(
      (employee: { original: { predicate: unknown } }) => employee.original.predicate !== null,
    )
    expect(rated.length).toBe(data.distribution.before.total - data.distribution.before.unrated)
  })

  it('write a workbook that reads back as written', async () => {
    const { path } = await app.call('reports.export', { ...into('r.xlsx'), kind: 'ratings', format: 'xlsx' })
    const book = tableReader.read('r.xlsx', readFileSync(path))
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Nilai akhir', 'Sebaran'])
    const row = book.sheets[0]?.rows[4]?.map((cell) =>
      cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.value : cell.kind,
    )
    expect(row?.[1]).toMatch(/^\d{18}$/)
    expect(row?.[15]).toBe('Belum diputuskan')
  })

  it('never overwrite a file in a folder', async () => {
    const folder = {
      ...latest,
      jobId: 'export',
      target: { folder: app.folder },
      kind: 'recap' as const,
      format: 'html' as const,
    }
    const first = await app.call('reports.export', folder)
    const second = await app.call('reports.export', folder)
    expect(first.path).toMatch(/rekap-predikat-triwulan-iii-2026\.html$/)
    expect(second.path).toMatch(/rekap-predikat-triwulan-iii-2026 \(2\)\.html$/)
  })

  it('refuse a folder that is not there', async () => {
    await expect(
      app.call('reports.export', {
        ...latest,
        jobId: 'x',
        target: { path: app.path('no/such/a.html') },
        kind: 'recap',
        format: 'html',
      }),
    ).rejects.toMatchObject({ code: 'E-EXPORT-PATH' })
  })
})
