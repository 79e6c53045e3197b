import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { timbangWindow } from './pages/timbang-window.ts'
import { chooseToOpen, chooseToSave, launchTimbang, projectFolder, type RunningTimbang } from './support/app.ts'
import { enginePid } from './support/engine-process.ts'
import type { PageWorld } from './support/page-world.ts'

/** What the engine answers when code in the page names a path by itself: "done", or the code of the refusal. */
const said = (page: Page, name: string, input: unknown): Promise<string> =>
  page.evaluate(
    async ([call, given]) => {
      const reply = await (globalThis as unknown as PageWorld).timbang.call(call, given)
      return reply.ok ? 'done' : reply.error.code
    },
    [name, input] as const,
  )

const openPath = async (page: Page) => (await askEngine(page, 'workspace.status', {}))?.path

/** Files dragged from the system's file manager and dropped on the window, as Chromium itself reports them. */
async function dropOnWindow(page: Page, files: readonly string[]): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [...files], dragOperationsMask: 1 }
    await devTools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  await devTools.detach()
}

test.describe('a page and the files of the user', () => {
  let timbang: RunningTimbang
  let page: Page
  const at = (name: string) => join(timbang.folder, name)
  const copies = ['dipilih', 'diam-diam', 'dijatuhkan', 'kedua'] as const

  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    page = timbang.page
    await timbangWindow(timbang).ready()
    const example = (await openPath(page)) ?? ''
    await askEngine(page, 'workspace.close', {})
    for (const name of copies) copyFileSync(example, at(`${name}.timbang`))
    await askEngine(page, 'workspace.open', { path: example })
    await timbangWindow(timbang).ready()
  })
  test.afterAll(() => timbang.close())

  test('a workspace nobody chose is not opened; the same one is, once it was chosen in the dialog', async () => {
    const before = await openPath(page)
    const path = at('dipilih.timbang')
    expect(await said(page, 'workspace.open', { path })).toBe('E-PATH-NOT-GRANTED')
    expect(await openPath(page)).toBe(before)
    await chooseToOpen(timbang, 'workspace', [path])
    expect(await said(page, 'workspace.open', { path })).toBe('done')
    expect(await openPath(page)).toBe(path)
  })

  test('neither a link nor another spelling leads from a chosen file to one nobody chose', async () => {
    const folder = at('tautan')
    mkdirSync(folder)
    symlinkSync(at('diam-diam.timbang'), join(folder, 'dipilih.timbang'))
    symlinkSync(timbang.folder, join(folder, 'atas'))
    await chooseToOpen(timbang, 'workspace', [at('dipilih.timbang')])
    for (const path of [
      join(folder, 'dipilih.timbang'),
      join(folder, 'atas', 'diam-diam.timbang'),
      `${folder}/../diam-diam.timbang`,
      `${at('dipilih.timbang')}/../diam-diam.timbang`,
    ])
      expect([path, await said(page, 'workspace.open', { path })]).toEqual([path, 'E-PATH-NOT-GRANTED'])
    // The control: a link to the chosen file is the chosen file.
    expect(await said(page, 'workspace.open', { path: join(folder, 'atas', 'dipilih.timbang') })).toBe('done')
  })

  test('nothing is read or written where the user chose nothing', async () => {
    const periodId = (await askEngine(page, 'workspace.status', {}))?.periods[0]?.id
    writeFileSync(at('rahasia.csv'), 'NIP;Nama\n197003121995032001;Ratna Dewi\n')
    const report = { periodId, meetingId: null, kind: 'ratings', format: 'json' }
    const attempts = [
      ['workspace.saveCopy', { path: at('a.timbang') }],
      ['workspace.createExample', { path: at('b.timbang'), seed: 1, jobId: 'b' }],
      ['import.template', { kind: 'staff', path: at('c.xlsx') }],
      ['trail.export', { path: at('d.csv'), command: null, language: 'id' }],
      ['reports.export', { ...report, target: { path: at('e.json') }, jobId: 'e' }],
      ['reports.export', { ...report, target: { folder: timbang.folder }, jobId: 'f' }],
      ['import.preview', { jobId: 'g', paths: [at('rahasia.csv')], periodId }],
    ] as const
    const files = readdirSync(timbang.folder)
    for (const [name, input] of attempts)
      expect([name, await said(page, name, input)]).toEqual([name, 'E-PATH-NOT-GRANTED'])
    expect(readdirSync(timbang.folder)).toEqual(files)
    // The control: the same calls after the user chose.
    for (const name of ['a.timbang', 'c.xlsx', 'd.csv', 'e.json']) await chooseToSave(timbang, at(name))
    await chooseToOpen(timbang, 'import', [at('rahasia.csv')])
    for (const index of [0, 2, 3, 4, 6]) {
      const [name, input] = attempts[index] ?? ['', {}]
      expect([name, await said(page, name, input)]).toEqual([name, 'done'])
    }
    for (const name of ['a.timbang', 'c.xlsx', 'd.csv', 'e.json']) expect(existsSync(at(name))).toBe(true)
  })

  test('a file dropped on the window opens; a file the page made itself has no place on the disk', async () => {
    const path = at('dijatuhkan.timbang')
    expect(await said(page, 'workspace.open', { path })).toBe('E-PATH-NOT-GRANTED')
    const places = await page.evaluate((name) => {
      const { shell } = (globalThis as unknown as PageWorld).timbang
      const invented = [new File(['isi'], name), { path: name, name }, name, null]
      return Promise.all(invented.map((file) => shell.pathOfDroppedFile(file)))
    }, path)
    expect(places).toEqual(['', '', '', ''])
    expect(await said(page, 'workspace.open', { path })).toBe('E-PATH-NOT-GRANTED')
    await dropOnWindow(page, [path])
    await expect.poll(() => openPath(page)).toBe(path)
  })

  test('tables dropped on the window are read', async () => {
    writeFileSync(at('jatuh.csv'), 'NIP;Nama\n197505142000031002;Bambang Sutejo\n')
    await dropOnWindow(page, [at('jatuh.csv')])
    await expect(page.getByText('jatuh.csv').first()).toBeVisible()
  })

  test('a second start hands over its file, and the first window opens it', async () => {
    const path = at('kedua.timbang')
    expect(await said(page, 'workspace.open', { path })).toBe('E-PATH-NOT-GRANTED')
    const userData = await timbang.app.evaluate(({ app }) => app.getPath('userData'))
    const second = spawn(process.env.ELECTRON_EXEC_PATH ?? '', ['--log-level=3', projectFolder, path], {
      env: { ...process.env, TIMBANG_USER_DATA: userData },
      stdio: 'ignore',
    })
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
    await expect.poll(() => openPath(page)).toBe(path)
  })

  test('the page learns what was chosen only after the engine knows it', async () => {
    const engine = await enginePid(timbang)
    await page.evaluate(() => {
      ;(globalThis as unknown as PageWorld).heard = []
    })
    process.kill(engine, 'SIGSTOP')
    await page.evaluate(() => {
      const { timbang: bridge, heard } = globalThis as unknown as PageWorld
      const options = { purpose: 'export', title: '', defaultName: 'a', extension: 'csv' } as const
      void bridge.shell.saveFileDialog(options).then((path) => heard.push(path))
    })
    const answered = () => page.evaluate(() => (globalThis as unknown as PageWorld).heard.length)
    await page.waitForTimeout(500)
    expect(await answered()).toBe(0)
    process.kill(engine, 'SIGCONT')
    await expect.poll(answered).toBe(1)
  })

  test('a new engine knows what was chosen before, and no more', async () => {
    const open = await openPath(page)
    const chosen = at('sesudah.timbang')
    await chooseToSave(timbang, chosen)
    const first = await enginePid(timbang)
    process.kill(first, 'SIGKILL')
    await expect.poll(() => enginePid(timbang)).not.toBe(first)
    await expect.poll(() => openPath(page).catch(() => 'not yet')).toBe(open)
    expect(await said(page, 'workspace.saveCopy', { path: chosen })).toBe('done')
    expect(await said(page, 'workspace.saveCopy', { path: at('sesudah-2.timbang') })).toBe('E-PATH-NOT-GRANTED')
    expect(await said(page, 'workspace.open', { path: at('diam-diam.timbang') })).toBe('E-PATH-NOT-GRANTED')
  })
})

test('recent files open again at the next start without a dialog; their neighbours do not', async () => {
  const first = await launchTimbang({ args: ['--example'] })
  await timbangWindow(first).ready()
  const userData = await first.app.evaluate(({ app }) => app.getPath('userData'))
  const path = (await openPath(first.page)) ?? ''
  await first.app.close()
  const neighbour = join(first.folder, 'tetangga.timbang')
  copyFileSync(path, neighbour)
  const second = await launchTimbang({ userData })
  expect(await said(second.page, 'workspace.open', { path: neighbour })).toBe('E-PATH-NOT-GRANTED')
  expect(await said(second.page, 'trail.export', { path, command: null, language: 'id' })).toBe('E-PATH-NOT-GRANTED')
  await second.page
    .getByRole('button', { name: /contoh-dinas-kesehatan/ })
    .first()
    .click()
  await timbangWindow(second).ready()
  expect(await openPath(second.page)).toBe(path)
  await second.close()
  await first.close()
})
