import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import initSqlJs, { type Database } from 'sql.js'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { testDirectory } from '#tests/integration/store/support.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { dropGuards } from './ledger-bench.ts'

let example: string
let guards: readonly string[]

beforeAll(async () => {
  example = `${testDirectoryForAll()}/contoh.timbang`
  const app = testEngine()
  await app.call('workspace.createExample', { path: app.path('a.timbang'), seed: 2026, jobId: 'e' })
  await app.call('workspace.close', {})
  copyFileSync(app.path('a.timbang'), example)
  await app.close()
})

/** `testDirectory` ends with its test; this one is taken by every test. */
function testDirectoryForAll(): string {
  const app = testEngine()
  return app.folder
}

/** The example with something changed by another program, its guards put back so that the schema is ours. */
async function opened(change: (db: Database) => void, options = {}): Promise<TestEngine> {
  const { Database } = await initSqlJs()
  const db = new Database(readFileSync(example))
  const [triggers] = db.exec("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
  guards = (triggers?.values ?? []).map(([text]) => String(text))
  dropGuards(db)
  change(db)
  for (const guard of guards) db.run(guard)
  const path = `${testDirectory()}/kerja.timbang`
  writeFileSync(path, db.export())
  db.close()
  const app = testEngine(options)
  onTestFinished(() => app.close())
  await app.call('workspace.open', { path })
  return app
}

const nothing = () => undefined
const raiseOneScore = (db: Database) =>
  void db.run(
    'UPDATE behaviour_score SET score = 5 WHERE id = (SELECT id FROM behaviour_score WHERE score < 5 LIMIT 1)',
  )
const rewriteLastEntry = (db: Database) =>
  void db.run("UPDATE journal SET author = 'Orang lain' WHERE seq = (SELECT max(seq) FROM journal)")
const rewriteFirstEntry = (db: Database) => void db.run("UPDATE journal SET author = 'Orang lain' WHERE seq = 1")

const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

/** The gate refuses before it looks whether there is such a meeting. */
const closeSomeMeeting = (app: TestEngine) => codeOf(app.call('meetings.close', { meetingId: 'nowhere' as never }))

async function minutes(app: TestEngine): Promise<string> {
  const periodId = (await app.call('workspace.status', {}))?.periods[0]?.id as never
  const path = app.path('nilai.html')
  const subject = { periodId, meetingId: null, kind: 'ratings' as const, format: 'html' as const }
  await app.call('reports.export', { ...subject, target: { path }, jobId: 'x' })
  return readFileSync(path, 'utf8')
}

describe('a file whose trail does not hold', () => {
  it('says so at once when its last entries were rewritten', async () => {
    const app = await opened(rewriteLastEntry)
    expect(await app.call('trail.state', {})).toMatchObject({ state: 'broken', found: 1 })
    expect((await app.call('trail.state', {})).entry).toBeGreaterThan(0)
  })

  it.each([
    ['the first entry rewritten', rewriteFirstEntry, 'E-AUDIT-BROKEN'],
    ['a score changed beside the trail', raiseOneScore, 'E-AUDIT-ROWS'],
    ['control: nothing changed', nothing, 'E-NOT-FOUND'],
  ])('refuses to approve: %s', async (_, change, refusal) => {
    const app = await opened(change)
    expect(await closeSomeMeeting(app)).toBe(refusal)
    expect((await app.call('trail.state', {})).state).toBe(refusal === 'E-NOT-FOUND' ? 'whole' : 'broken')
  })

  it('marks what is exported, and nothing of a sound file', async () => {
    expect(await minutes(await opened(raiseOneScore))).toMatch(/TIDAK UNTUK DISAHKAN/)
    expect(await minutes(await opened(nothing))).not.toMatch(/TIDAK UNTUK DISAHKAN/)
  })

  it('is found in the background, and the windows hear of it', async () => {
    const app = await opened(raiseOneScore, { trailCheckAfter: 1 })
    await expect
      .poll(() => app.call('trail.state', {}), { timeout: 20_000 })
      .toMatchObject({ state: 'broken', entry: null })
    expect(app.events).toContainEqual({ type: 'changed', topics: ['trail', 'reports'], employeeIds: null })
  })
})
