import { readFileSync, writeFileSync } from 'node:fs'
import initSqlJs from 'sql.js'
import { seededGenerator } from '#application/example/chance.ts'
import type { CallOutput } from '#contract/contracts.ts'
import type { PanelDimension } from '#domain/model/panel.ts'
import type { TestEngine } from '#tests/support/in-memory-app.ts'

type PeriodId = NonNullable<CallOutput<'workspace.status'>>['periods'][number]['id']
export type PanelistId = CallOutput<'panel.get'>['panelists'][number]['id']

/** The file of the example without its panel, made once for all tests of a file: it takes seconds. */
let kept: Uint8Array | null = null

/** The example agency, opened, without the panel it brings along; its newest period. */
export async function openExample(app: TestEngine, { anew = false } = {}): Promise<PeriodId> {
  const path = app.path('x.timbang')
  if (kept === null || anew) {
    const periodId = await makeExample(app, path)
    await app.call('workspace.close', {})
    if (!anew) kept = readFileSync(path)
    await app.call('workspace.open', { path })
    return periodId
  }
  writeFileSync(path, kept)
  const status = await app.call('workspace.open', { path })
  return newestOf(status)
}

async function makeExample(app: TestEngine, path: string): Promise<PeriodId> {
  const periodId = newestOf(await app.call('workspace.createExample', { path, seed: 1, jobId: 'j' }))
  const { draw, panelists } = await app.call('panel.get', { periodId })
  if (draw !== null) await app.call('panel.withdraw', { periodId, reason: 'Uji' })
  for (const { id } of panelists) await app.call('panel.removePanelist', { periodId, panelistId: id })
  return periodId
}

function newestOf(status: CallOutput<'workspace.status'>): PeriodId {
  const [period] = status?.periods ?? []
  if (period === undefined) throw new Error('no period')
  return period.id
}

/** Named persons from outside as panelists. */
export async function addPanelists(app: TestEngine, periodId: PeriodId, count: number): Promise<PanelistId[]> {
  const ids: PanelistId[] = []
  for (let index = 0; index < count; index += 1) {
    const name = `Panelis ${index + 1}`
    ids.push((await app.call('panel.addPanelist', { periodId, userId: null, employeeId: null, name })).panelistId)
  }
  return ids
}

export const drawn = (
  periodId: PeriodId,
  change: Partial<{ seed: number; dossiers: number; perDossier: number }> = {},
) => ({
  periodId,
  seed: 7,
  dossiers: 30,
  perDossier: 2,
  dimensions: ['work-results' as PanelDimension],
  ...change,
})

/** Opens a panelist's sheet as the screen does in a workspace without named users. */
export async function openSheet(app: TestEngine, panelistId: PanelistId) {
  const { sheet } = await app.call('panel.openSheet', { panelistId, pin: null })
  return { sheet, content: await app.call('panel.sheet', { panelistId, sheet }) }
}

/** Rows of the workspace file itself, read by a plain sql.js without any of our code. */
export async function readRows(app: TestEngine, query: string): Promise<(string | number | null)[][]> {
  const { Database } = await initSqlJs()
  const db = new Database(readFileSync(app.path('x.timbang')))
  try {
    return (db.exec(query)[0]?.values ?? []) as (string | number | null)[][]
  } finally {
    db.close()
  }
}

/** What the supervisor gave the person behind each code, for a panel that is to agree with it. */
export async function truthBehind(app: TestEngine): Promise<(code: string) => number> {
  const rows = await readRows(
    app,
    `SELECT code, avg(score) FROM panel_case JOIN panel_draw ON panel_draw.id = draw_id
      JOIN assessment ON employee_id = subject_id AND assessment.period_id = panel_draw.period_id
      JOIN result_score ON assessment_id = assessment.id GROUP BY code`,
  )
  const known = new Map(rows.map(([code, score]) => [String(code), Number(score)]))
  return (code) => known.get(code) ?? 75
}

/** Every panelist scores the own dossiers on this laptop: near the truth, each with an own severity. */
export async function scoreAll(
  app: TestEngine,
  panelists: readonly PanelistId[],
  only: (panelist: number, code: string) => boolean = () => true,
): Promise<void> {
  const truth = await truthBehind(app)
  const chance = seededGenerator(3)
  for (const [index, panelistId] of panelists.entries()) {
    const { sheet, content } = await openSheet(app, panelistId)
    for (const { code } of content.dossiers) {
      const score = Math.round(Math.min(100, Math.max(0, truth(code) + index - 2 + 6 * (chance() - 0.5))))
      if (only(index, code))
        await app.call('panel.giveScore', { panelistId, sheet, code, dimension: 'work-results', score })
    }
  }
}
