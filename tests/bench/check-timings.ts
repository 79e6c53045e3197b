import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredRow } from '#application/ports/ledger-reader.ts'
import { appendEntry, journalHead } from '#data/repositories/journal.ts'
import { ledgerReader } from '#data/repositories/ledger-reader.ts'
import { openConnection } from '#data/store/connection.ts'
import type { WritableDatabase } from '#data/store/database.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { createEngine } from '#engine/compose.ts'
import { findDefectsBeside } from '#engine/hosts/check-pages.ts'
import { followBeside } from '#engine/hosts/follow-part.ts'
import { everyPath } from '#engine/path-access.ts'
import { wasmBytes } from './bench-agency.ts'
import { type BenchRow, limitRow, timed } from './bench-row.ts'

const wantedEntries = 1_000_000
const pairsAtATime = 10_000
/** The bench builds the application first. */
const built = (program: string) => join(import.meta.dirname, '../../out/main', program)

/** The full check of 10,000 employees and a trail of a million entries: how long it takes, and how soon it can be stopped. */
export async function checkTimings(files: { readonly folder: string; readonly large: string }): Promise<BenchRow[]> {
  const path = join(files.folder, 'long-trail.timbang')
  copyFileSync(files.large, path)
  await lengthenTrail(path, wantedEntries)
  const heard: string[] = []
  const engine = createEngine({
    wasmBytes,
    preferencesFolder: null,
    access: everyPath,
    printPdf: null,
    pagesChecker: null,
    defectsFinder: findDefectsBeside(wasmBytes, built('check-pages-thread.js')),
    trailFollower: followBeside(wasmBytes, built('follow-part-thread.js')),
    now: () => new Date(),
    random: Math.random,
    locale: 'id',
    log: (line) => process.stderr.write(`${line}\n`),
  })
  const call = async (name: string, input: unknown) => {
    const reply = await engine.handle('operator', name, input)
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.value
  }
  try {
    const opening = await timed(() => call('workspace.open', { path }))
    engine.subscribe((event) => event.type === 'progress' && heard.push(event.step))
    const checking = await timed(() => call('workspace.check', { jobId: 'bench', anchor: null }))
    const { trail, problems } = checking.value as { trail: { found: number; anchor: { count: number } }; problems: [] }
    if (trail.found > 0 || problems.length > 0 || trail.anchor.count < wantedEntries) throw new Error('not as made')
    const stopping = await stopAfter(engine, 1_000)
    const megabytes = Math.round(statSync(path).size / 2 ** 20)
    return [
      limitRow(`check: open ${megabytes} MB, every page read`, 'ms', opening.milliseconds, 5_000),
      limitRow(`check: 1,000,000 entries, ${heard.length} steps of progress`, 'ms', checking.milliseconds, 20_000),
      limitRow('check: longest wait of another call meanwhile', 'ms', stopping.longestWait, 300),
      limitRow('check: from cancelling to the end', 'ms', stopping.untilStopped, 300),
    ]
  } finally {
    await engine.close()
  }
}

/** Cancels a running check, and meanwhile asks for something else again and again. */
async function stopAfter(engine: ReturnType<typeof createEngine>, milliseconds: number) {
  const running = engine.handle('operator', 'trail.verify', { jobId: 'stopped', anchor: null })
  let longestWait = 0
  const until = performance.now() + milliseconds
  while (performance.now() < until) {
    const asked = await timed(() => engine.handle('operator', 'history.state', {}))
    longestWait = Math.max(longestWait, asked.milliseconds)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await engine.handle('operator', 'jobs.cancel', { jobId: 'stopped' })
  const { milliseconds: untilStopped, value } = await timed(() => running)
  if (value.ok || value.error.code !== 'E-CANCELLED') throw new Error('the check was not cancelled')
  return { longestWait, untilStopped }
}

/** Adds entries in pairs, which rename one person and give the name back, until the trail has at least so many. */
export async function lengthenTrail(path: string, entries: number): Promise<void> {
  const db = openConnection(await loadSqlEngine(wasmBytes), { path, readOnly: false })
  try {
    db.pragma('cache_size = -131072')
    const people = ledgerReader(db).rows('employee', Number.MIN_SAFE_INTEGER, 100_000)
    const pairs = Math.ceil((entries - journalHead(db).count) / 2)
    for (let done = 0; done < pairs; done += pairsAtATime) {
      db.transaction(() => {
        for (let pair = done; pair < Math.min(pairs, done + pairsAtATime); pair += 1) {
          const person = people[pair % people.length]
          if (person !== undefined) renameAndBack(db, person)
        }
      })
    }
  } finally {
    db.close()
  }
}

function renameAndBack(db: WritableDatabase, { id, text }: StoredRow): void {
  const row = JSON.parse(text) as { readonly name: string }
  const other = JSON.stringify({ ...row, name: `${row.name}, S.Kep.` })
  for (const [before, after] of [
    [text, other],
    [other, text],
  ] as const) {
    const entry = { at: '2026-11-23T02:00:00.000Z', author: 'Bench', command: 'staff.savePerson', summary: {} }
    appendEntry(db, { ...entry, reason: '', undoes: null }, [{ table: 'employee', rowId: id, before, after }])
  }
}
