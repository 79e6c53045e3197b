import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { timbangWindow } from '#tests/e2e/pages/timbang-window.ts'
import { chooseToOpen, chooseToSave, launchTimbang, type RunningTimbang } from '#tests/e2e/support/app.ts'
import type { PageWorld } from '#tests/e2e/support/page-world.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type BenchRow, limitRow, median, percentile, ratioRow } from './bench-row.ts'
import { calibrationInWindow } from './window-calibration.ts'

const launches = 5
const edits = 60

interface WindowFiles {
  readonly folder: string
  readonly large: string
  readonly list: string
}

/** The figures of the real application: its start with the large agency, edits, an import, and its memory. */
export async function windowTimings(files: WindowFiles) {
  const empty: number[] = []
  const opened: number[] = []
  const byOverview: number[] = []
  const memories: number[] = []
  let runtime = ''
  const path = join(files.folder, 'window.timbang')
  copyFileSync(files.large, path)
  const userData = join(files.folder, 'user-data')
  // One launch of each beforehand, so that neither pays for a cold disk; then in turn, so that both meet the same load.
  await emptyStart(files.folder)
  await (await openedGrid(path, userData, { byOverview: true })).timbang.close()
  for (let launch = 0; launch < launches; launch++) {
    const start = await emptyStart(files.folder)
    empty.push(start.milliseconds)
    runtime = start.runtime
    const first = await openedGrid(path, join(files.folder, `fresh-${launch}`), { byOverview: true })
    byOverview.push(first.milliseconds)
    await first.timbang.close()
    const { milliseconds, timbang } = await openedGrid(path, userData)
    opened.push(milliseconds)
    memories.push(await memoryOf(timbang))
    await timbang.close()
  }
  const rows: BenchRow[] = [
    ratioRow('window: open to the painted staff grid', 'ms', median(opened), {
      reference: median(empty),
      factor: 2,
      extra: 1_000,
    }),
    ratioRow('window: the same for the first time, by way of the overview', 'ms', median(byOverview), {
      reference: median(empty),
      factor: 2,
      extra: 2_500,
    }),
    limitRow('window: memory after opening (main, renderer, engine)', 'MB', median(memories), 700),
  ]
  const { timbang } = await openedGrid(path, userData)
  try {
    rows.push(await editsOf(timbang.page))
    rows.push(...(await importsOf(timbang, files)))
  } finally {
    await timbang.close()
  }
  const calibrating = await openedGrid(path, userData)
  try {
    rows.push(...(await calibrationInWindow(calibrating.timbang)))
  } finally {
    await calibrating.timbang.close()
  }
  return { rows, runtime }
}

/** From the start of the process to the first picture of a window with nothing in it. */
async function emptyStart(folder: string) {
  const program = join(folder, 'empty-window')
  mkdirSync(program, { recursive: true })
  writeFileSync(join(program, 'package.json'), '{ "name": "empty-window", "main": "main.cjs" }')
  writeFileSync(join(program, 'main.cjs'), emptyProgram)
  const start = performance.now()
  const app = await _electron.launch({
    executablePath: process.env.ELECTRON_EXEC_PATH ?? '',
    args: ['--force-device-scale-factor=1', '--log-level=3', program],
    chromiumSandbox: true,
  })
  const page = await app.firstWindow()
  await page.waitForURL('data:**')
  await painted(page)
  const milliseconds = performance.now() - start
  const runtime = await app.evaluate(() => `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`)
  await app.close()
  return { milliseconds, runtime }
}

const emptyProgram = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
  window.once('ready-to-show', () => window.show())
  window.loadURL('data:text/html,<title>Empty</title>')
})
`

/**
 * From the start of the process with a file to the first rows of the staff grid on the screen. A workspace opens where
 * one left it, here in the staff grid; `byOverview`: opened for the first time, so somebody has to go there.
 */
async function openedGrid(path: string, userData: string, { byOverview = false } = {}) {
  const start = performance.now()
  const timbang = await launchTimbang({ args: [path], userData })
  if (byOverview) {
    const window = timbangWindow(timbang)
    await window.ready()
    await window.go('staff')
  }
  await firstRowStands(timbang.page)
  await painted(timbang.page)
  return { milliseconds: performance.now() - start, timbang }
}

/** Looks at every picture the page draws: a test's own waiting looks only every half second. */
const firstRowStands = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const cell = document.querySelector('[role="row"][row-index="0"] [col-id="name"]')
          if (/\w/.test(cell?.textContent ?? '')) resolve(undefined)
          else requestAnimationFrame(look)
        }
        look()
      }),
  )

/** Two frames later what stands in the document has been drawn. */
const painted = (page: Page) =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  )

/** Resident memory of main, renderer and engine as Electron reports it, once all ten thousand rows are there. */
async function memoryOf({ app, page }: RunningTimbang): Promise<number> {
  await page.locator('[role="grid"][aria-rowcount]').first().waitFor()
  await page.waitForTimeout(6_000)
  return sumOfMemory(app)
}

const sumOfMemory = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ app: shell }) =>
    shell
      .getAppMetrics()
      .filter(({ type, name }) => type === 'Browser' || type === 'Tab' || name === 'Timbang engine')
      .reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0),
  )

/** Single scores from the page: from the call to its answer, which comes when the change is on disk. */
async function editsOf(page: Page): Promise<BenchRow> {
  const times = await page.evaluate(async (count) => {
    const { timbang } = globalThis as unknown as PageWorld
    const ask = async <Value>(name: string, input: unknown) => {
      const reply = await timbang.call(name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
      return reply.value as Value
    }
    const status = await ask<{ periods: { id: string }[] }>('workspace.status', {})
    const periodId = status.periods[0]?.id
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    const board = await ask<{ columns: { employeeId: string[] } }>('staff.board', { periodId, from: 0, count: 500 })
    const taken: number[] = []
    for (let edit = 0; edit < count; edit++) {
      const employeeId = board.columns.employeeId[(edit * 7) % 500]
      const cells = [{ employeeId, field: 'resultScore', key: '1', text: String(55 + (edit % 45)) }]
      const start = performance.now()
      await ask('staff.recordCells', { periodId, cells })
      taken.push(performance.now() - start)
      // A person types a score in no less than a third of a second; meanwhile the page draws what changed.
      await new Promise((resolve) => setTimeout(resolve, 350))
    }
    return taken
  }, edits)
  return limitRow('window: an edit acknowledged on disk, p95', 'ms', percentile(times, 0.95), 50)
}

/** An import into a fresh workspace while the staff grid is open, three times; and the longest silence of the page. */
async function importsOf(timbang: RunningTimbang, files: WindowFiles): Promise<readonly BenchRow[]> {
  const times: number[] = []
  const gaps: number[] = []
  await chooseToOpen(timbang, 'import', [files.list])
  for (let run = 0; run < 3; run++) {
    const input = newWorkspaceInput(join(files.folder, `window-import-${run}.timbang`))
    await chooseToSave(timbang, input.path)
    const measured = await timbang.page.evaluate(importAndWatch, { input, list: files.list, run })
    times.push(measured.milliseconds)
    gaps.push(measured.longestGap)
  }
  return [
    limitRow('window: import of a 10,000-row XLSX (preview and commit)', 'ms', median(times), 15_000),
    limitRow('window: longest gap of a 16 ms timer in the page during it', 'ms', median(gaps), 200),
  ]
}

async function importAndWatch({ input, list, run }: { input: unknown; list: string; run: number }) {
  const { timbang } = globalThis as unknown as PageWorld
  const ask = async <Value>(name: string, given: unknown) => {
    const reply = await timbang.call(name, given)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
    return reply.value as Value
  }
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const status = await ask<{ periods: { id: string }[] }>('workspace.create', input)
  await wait(3_000)
  let longestGap = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longestGap = Math.max(longestGap, now - last)
    last = now
  }, 16)
  const start = performance.now()
  const given = { jobId: `preview-${run}`, paths: [list], periodId: status.periods[0]?.id }
  const { previewId } = await ask<{ previewId: string }>('import.preview', given)
  await ask('import.commit', { jobId: `commit-${run}`, previewId })
  const milliseconds = performance.now() - start
  // The grid now asks for the new rows; that belongs to the import as well.
  await wait(4_000)
  clearInterval(timer)
  return { milliseconds, longestGap }
}
