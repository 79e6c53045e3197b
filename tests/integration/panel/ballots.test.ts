import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorSentence } from '#contract/error-sentences.ts'
import { tableReader } from '#documents/readers/table-reader.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'
import { cellText } from '#domain/import/table-cell.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { addPanelists, drawn, openExample, openSheet, type PanelistId, readRows } from './panel-office.ts'

type PeriodId = Awaited<ReturnType<typeof openExample>>
interface JsonBallot {
  codes: string[]
  scores: Record<string, Record<string, number | string | null>>
  content: { results: { statement: string }[] }[]
  [name: string]: unknown
}

let app: TestEngine
let periodId: PeriodId
let panelists: PanelistId[]

beforeEach(async () => {
  app = testEngine()
  periodId = await openExample(app)
  panelists = await addPanelists(app, periodId, 3)
  await app.call('panel.draw', drawn(periodId, { dossiers: 12 }))
}, 60_000)
afterEach(() => app.close())

const first = () => panelists[0] ?? ('' as PanelistId)

async function issue(format: 'xlsx' | 'json', name: string, panelistId = first()): Promise<string> {
  return (await app.call('panel.issueBallot', { panelistId, format, path: app.path(name) })).path
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as JsonBallot
const writeJson = (path: string, ballot: JsonBallot) => writeFileSync(path, JSON.stringify(ballot))

function fillJson(path: string, score: (index: number) => number | string | null): void {
  const ballot = readJson(path)
  ballot.codes.forEach((code, index) => {
    ballot.scores[code] = { 'work-results': score(index) }
  })
  writeJson(path, ballot)
}

const preview = (...paths: string[]) => app.call('panel.previewBallots', { jobId: 'b', periodId, paths })

/** Rewrites a workbook through reader and writer with some cells changed: what a spreadsheet program does. */
async function refill(
  path: string,
  change: (sheet: string, row: number, column: number, text: string) => string | number | null,
) {
  const { sheets } = tableReader.read('surat.xlsx', readFileSync(path))
  const bytes = await workbookWriter.toXlsx({
    title: 'x',
    author: 'x',
    sheets: sheets.map(({ name, rows }) => ({
      name,
      columns: Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) => ({
        header: cellText(rows[0]?.[column]),
        width: 10,
        kind: 'text' as const,
      })),
      rows: rows
        .slice(1)
        .map((row, index) =>
          Array.from(
            { length: row.length + 2 },
            (_, column) => change(name, index + 2, column, cellText(row[column])) || null,
          ),
        ),
      frozenRows: 0,
      frozenColumns: 0,
    })),
  })
  writeFileSync(path, bytes)
}

const scoresStored = () => readRows(app, 'SELECT score, way FROM panel_score ORDER BY score')

describe('a ballot file', () => {
  it('filled in as JSON elsewhere comes back as scores, and the merge is undone in one step', async () => {
    const path = await issue('json', 'surat.json')
    fillJson(path, (index) => (index === 0 ? null : index === 1 ? '81,5' : 70 + index))
    const count = readJson(path).codes.length
    const { previewId, reports } = await preview(path)
    expect(reports).toEqual([
      { file: 'surat.json', panelist: 'Panelis 1', given: count - 1, blank: 1, changes: 0, refused: [], problem: null },
    ])
    expect(await scoresStored()).toEqual([])
    expect(await app.call('panel.mergeBallots', { previewId })).toEqual({ scores: count - 1 })
    const stored = await scoresStored()
    expect(stored).toHaveLength(count - 1)
    expect(stored).toContainEqual([81.5, 'ballot'])
    const [ballot] = await readRows(app, 'SELECT merged_at, file_hash FROM ballot')
    expect(ballot?.[1]).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
    await app.call('history.undo', {})
    expect(await scoresStored()).toEqual([])
    expect((await preview(path)).reports[0]?.problem).toBeNull()
  })

  it('filled in as XLSX comes back the same, and has one open sheet with the dossiers beside it', async () => {
    const path = await issue('xlsx', 'surat.xlsx')
    const { sheets } = tableReader.read('surat.xlsx', readFileSync(path))
    expect(sheets.map(({ name }) => name)).toEqual(['Nilai', 'Berkas', 'Segel'])
    await refill(path, (sheet, row, column, text) => (sheet === 'Nilai' && row > 4 && column === 1 ? 60 + row : text))
    const { previewId, reports } = await preview(path)
    expect(reports[0]).toMatchObject({ given: 8, blank: 0, problem: null })
    await app.call('panel.mergeBallots', { previewId })
    expect((await scoresStored()).map(([score]) => score)).toEqual([65, 66, 67, 68, 69, 70, 71, 72])
    const { content } = await openSheet(app, first())
    expect(content.dossiers.map(({ scores }) => scores['work-results'])).toEqual([65, 66, 67, 68, 69, 70, 71, 72])
  })

  it('names every cell it cannot take, with sheet, row and reason, and then takes nothing at all', async () => {
    const good = await issue('json', 'baik.json', panelists[1])
    fillJson(good, () => 80)
    const path = await issue('xlsx', 'surat.xlsx')
    const wrong: Record<number, string | number> = { 5: 'bagus', 6: 101, 7: -1, 8: '80 poin', 9: '77,25' }
    await refill(path, (sheet, row, column, text) =>
      sheet === 'Nilai' && row > 4 && column === 1 ? (wrong[row] ?? null) : text,
    )
    const { previewId, reports } = await preview(good, path)
    expect(reports[0]?.problem).toBeNull()
    expect(reports[1]?.problem).toEqual({ code: 'E-BALLOT-CELLS', params: { file: 'surat.xlsx', count: 4 } })
    expect(reports[1]?.refused.map(({ sheet, row, because, value }) => [sheet, row, because, value])).toEqual([
      ['Nilai', 5, 'not-a-number', 'bagus'],
      ['Nilai', 6, 'out-of-range', '101'],
      ['Nilai', 7, 'out-of-range', '-1'],
      ['Nilai', 8, 'not-a-number', '80 poin'],
    ])
    await expect(app.call('panel.mergeBallots', { previewId })).rejects.toMatchObject({ code: 'E-BALLOT-CELLS' })
    expect(await scoresStored()).toEqual([])
  })

  it('is refused when merged already, chosen twice, empty, or no ballot at all', async () => {
    const path = await issue('json', 'surat.json')
    expect((await preview(path)).reports[0]?.problem?.code).toBe('E-BALLOT-EMPTY')
    fillJson(path, () => 80)
    const copy = app.path('salinan.json')
    copyFileSync(path, copy)
    const twice = await preview(path, copy)
    expect(twice.reports.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'E-BALLOT-DUPLICATE'])
    await expect(app.call('panel.mergeBallots', { previewId: twice.previewId })).rejects.toMatchObject({
      code: 'E-BALLOT-DUPLICATE',
    })
    const once = await preview(path)
    await app.call('panel.mergeBallots', { previewId: once.previewId })
    await expect(app.call('panel.mergeBallots', { previewId: once.previewId })).rejects.toMatchObject({
      code: 'E-BALLOT-STALE',
    })
    fillJson(copy, () => 20)
    expect((await preview(copy)).reports[0]?.problem).toEqual({
      code: 'E-BALLOT-MERGED',
      params: { file: 'salinan.json', name: 'Panelis 1' },
    })
    const other = app.path('lain.json')
    for (const text of ['', '{}', '[1]', 'bukan json', '{"format":"timbang-ballot-2"}']) {
      writeFileSync(other, text)
      expect((await preview(other)).reports[0]?.problem?.code, text).toBe('E-BALLOT-FORMAT')
    }
    writeFileSync(
      other,
      await workbookWriter.toXlsx({ title: 'x', author: 'x', sheets: [] }).catch(() => new Uint8Array([0x50])),
    )
    expect((await preview(other)).reports[0]?.problem).not.toBeNull()
    // A new ballot may change what an earlier one said.
    const again = await issue('json', 'baru.json')
    fillJson(again, (index) => (index === 0 ? 55 : 80))
    expect((await preview(again)).reports[0]).toMatchObject({ changes: 1, problem: null })
  })

  it('is refused when anything but the scores was touched', async () => {
    const path = await issue('json', 'surat.json')
    fillJson(path, () => 80)
    const original = readJson(path)
    const [one = '', two = ''] = original.codes
    const tampered: Record<string, (ballot: JsonBallot) => void> = {
      'another panelist': (ballot) => Object.assign(ballot, { panelist: panelists[1] }),
      'a code more': (ballot) => ballot.codes.push('P-99'),
      'a code exchanged': (ballot) => {
        const { [one]: score = {}, ...rest } = ballot.scores
        ballot.scores = { ...rest, 'P-99': score }
      },
      'a code left out': (ballot) => {
        const { [two]: _gone, ...rest } = ballot.scores
        ballot.scores = rest
      },
      'a dossier reworded': (ballot) => {
        const [dossier] = ballot.content
        const [result] = dossier?.results ?? []
        if (result === undefined) throw new Error('no result')
        result.statement = 'Luar biasa'
      },
      'another dimension': (ballot) => Object.assign(ballot.scores[one] ?? {}, { behaviour: 90 }),
      'another time': (ballot) => Object.assign(ballot, { issuedAt: '2026-01-01T00:00:00.000Z' }),
      'another seal': (ballot) => Object.assign(ballot, { seal: '0'.repeat(64) }),
    }
    for (const [what, change] of Object.entries(tampered)) {
      const ballot = structuredClone(original)
      change(ballot)
      writeJson(path, ballot)
      expect((await preview(path)).reports[0]?.problem?.code, what).toBe('E-BALLOT-TAMPERED')
    }
    // Control: untouched, and in another order of its parts, it is taken.
    const { scores, ...rest } = original
    writeJson(path, { scores: Object.fromEntries(Object.entries(scores).toReversed()), ...rest } as JsonBallot)
    expect((await preview(path)).reports[0]?.problem).toBeNull()
    const book = await issue('xlsx', 'surat.xlsx', panelists[1])
    await refill(book, (sheet, row, column, text) =>
      sheet === 'Nilai' && row === 5 && column === 0
        ? 'P-99'
        : sheet === 'Nilai' && row > 4 && column === 1
          ? 80
          : text,
    )
    expect((await preview(book)).reports[0]?.problem?.code).toBe('E-BALLOT-TAMPERED')
  }, 60_000)

  it('is refused from another workspace, another period, and a withdrawn draw', async () => {
    const path = await issue('json', 'surat.json')
    fillJson(path, () => 80)
    const { periods } = (await app.call('workspace.status', {})) ?? { periods: [] }
    const before = periods.find(({ id }) => id !== periodId)?.id ?? periodId
    const other = await app.call('panel.previewBallots', { jobId: 'b', periodId: before, paths: [path] })
    expect(other.reports[0]?.problem?.code).toBe('E-BALLOT-OLD')
    const { previewId } = await preview(path)
    await app.call('panel.withdraw', { periodId, reason: 'Uji' })
    await expect(app.call('panel.mergeBallots', { previewId })).rejects.toMatchObject({ code: 'E-BALLOT-STALE' })
    await app.call('panel.draw', drawn(periodId, { dossiers: 12 }))
    expect((await preview(path)).reports[0]?.problem?.code).toBe('E-BALLOT-OLD')

    const elsewhere = testEngine({ random: Math.random })
    try {
      const itsPeriod = await openExample(elsewhere, { anew: true })
      await addPanelists(elsewhere, itsPeriod, 3)
      await elsewhere.call('panel.draw', drawn(itsPeriod, { dossiers: 12 }))
      const found = await elsewhere.call('panel.previewBallots', { jobId: 'b', periodId: itsPeriod, paths: [path] })
      expect(found.reports[0]?.problem).toEqual({ code: 'E-BALLOT-FOREIGN', params: { file: 'surat.json' } })
    } finally {
      await elsewhere.close()
    }
    expect(errorSentence('E-BALLOT-FOREIGN', { file: 'surat.json' }, 'en')).toContain('another workspace')
  }, 60_000)
})
