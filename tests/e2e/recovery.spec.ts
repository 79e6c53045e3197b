import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { staffPage } from './pages/staff-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { launchTimbang, type RunningTimbang } from './support/app.ts'
import { enginePid } from './support/engine-process.ts'
import { hasProgram } from './support/files.ts'
import type { PageWorld } from './support/page-world.ts'

/** From now on the page notes whether the start screen or a refusal in place of data was shown, however briefly. */
function watchForFlashes(win: TimbangWindow): Promise<void> {
  return win.page.evaluate(() => {
    const world = globalThis as unknown as PageWorld
    world.heard = []
    new MutationObserver(() => {
      for (const wrong of ['#start-title', 'main [role="alert"]']) {
        const words = document.querySelector(wrong)?.textContent
        if (words !== undefined && words !== null && !world.heard.includes(words)) world.heard.push(words)
      }
    }).observe(document.body, { childList: true, subtree: true })
  })
}

const flashes = (win: TimbangWindow) => win.page.evaluate(() => (globalThis as unknown as PageWorld).heard)

test.describe.configure({ mode: 'serial' })

test.describe('the engine dies while somebody types', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow
  const name = 'Nurlela Setiawati, S.Kep.'

  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    win = timbangWindow(timbang)
    await win.ready()
    await win.go('staff')
    await expect(staffPage(win).grid()).toBeVisible()
  })
  test.afterAll(() => timbang.close())

  test('the workspace is open again, the words are still there, and the next edit is on disk', async () => {
    const before = await askEngine(win.page, 'workspace.status', {})
    const field = await newcomer(win, name.slice(0, 12))
    await watchForFlashes(win)
    const first = await enginePid(timbang)

    process.kill(first, 'SIGKILL')
    await expect(win.page.getByText(win.w('common.engineRestarted'))).toBeVisible()
    await expect(field).toHaveValue(name.slice(0, 12))
    await expect(field).toBeFocused()
    await win.page.keyboard.type(name.slice(12))
    await win
      .dialog()
      .getByRole('button', { name: win.w('staff.addGo'), exact: true })
      .click()
    await expect(win.message(win.w('staff.added', { name }))).toBeVisible()
    expect(await askEngine(win.page, 'workspace.status', {})).toMatchObject({
      path: before?.path,
      employeeCount: (before?.employeeCount ?? 0) + 1,
    })
    expect(await flashes(win)).toEqual([])
  })

  test('a place asked for in the gap waits for the workspace; what was answered as saved has survived', async () => {
    const journal = (await askEngine(win.page, 'workspace.status', {}))?.journalLength
    // Asked past the page's own care, a new engine says that nothing is open: the gap is real.
    const unguarded = win.page.evaluate(async () => {
      const { timbang: bridge } = globalThis as unknown as PageWorld
      const answers: Promise<unknown>[] = []
      const until = performance.now() + 1500
      while (performance.now() < until) {
        answers.push(bridge.call('workspace.status', {}))
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      return Promise.all(answers)
    })
    process.kill(await enginePid(timbang), 'SIGKILL')
    for (const place of ['trail', 'calibration', 'results'] as const) await win.goByKey(place)
    await win.go('trail')
    await expect(win.page.getByText(name).first()).toBeVisible()
    expect(await unguarded).toContainEqual({ ok: true, value: null })
    expect((await askEngine(win.page, 'workspace.status', {}))?.journalLength).toBe(journal)
    expect(await flashes(win)).toEqual([])
  })

  test('a full disk: the sentence with its code, nothing lost, and once there is room the same words are saved', async () => {
    test.skip(!hasProgram('prlimit'), 'prlimit is not installed: no way to let the disk run full here')
    const pid = String(await enginePid(timbang))
    const mostBytes = (limit: string) => spawnSync('prlimit', ['--pid', pid, `--fsize=${limit}:`]).status
    const before = await askEngine(win.page, 'workspace.status', {})
    await win.go('staff')
    const field = await newcomer(win, 'Rina Marlina')
    expect(mostBytes('1024')).toBe(0)
    await confirm(win)
    await win.refused('E-SAVE-FULL')
    await expect(field).toHaveValue('Rina Marlina')
    expect((await askEngine(win.page, 'workspace.status', {}))?.employeeCount).toBe(before?.employeeCount)
    expect(mostBytes('unlimited')).toBe(0)
    await confirm(win)
    await expect(win.message(win.w('staff.added', { name: 'Rina Marlina' }))).toBeVisible()
    await win.clearMessages()
  })

  test('a file of which only reading is allowed: it is shown, not changed', async () => {
    test.skip(process.getuid?.() === 0, 'root may write every file')
    const path = join(timbang.folder, 'hanya-baca.timbang')
    copyFileSync((await askEngine(win.page, 'workspace.status', {}))?.path ?? '', path)
    chmodSync(path, 0o444)
    const before = readFileSync(path)
    await win.openOther(path)
    await win.go('staff')
    const field = await newcomer(win, 'Tidak Tersimpan')
    await confirm(win)
    await win.refused('E-SAVE-RO')
    await expect(field).toHaveValue('Tidak Tersimpan')
    expect(readFileSync(path).equals(before)).toBe(true)
    await leaveDialog(win)
  })

  test('a file replaced under the window is not written over', async () => {
    const path = join(timbang.folder, 'milik-saya.timbang')
    const other = join(timbang.folder, 'dari-rekan.timbang')
    copyFileSync(join(timbang.folder, 'hanya-baca.timbang'), path)
    copyFileSync(path, other)
    for (const file of [path, other]) chmodSync(file, 0o600)
    await win.openOther(path)
    await win.go('staff')
    const theirs = readFileSync(other)
    const employees = async () => (await askEngine(win.page, 'workspace.status', {}))?.employeeCount ?? 0
    const ofTheirs = await employees()
    await newcomer(win, 'Hanya Di Sini')
    await confirm(win)
    await expect.poll(employees).toBe(ofTheirs + 1)
    const field = await newcomer(win, 'Belum Tersimpan')
    renameSync(other, path)
    await confirm(win)
    await win.refused('E-SAVE-REPLACED')
    await expect(field).toHaveValue('Belum Tersimpan')
    expect(readFileSync(path).equals(theirs)).toBe(true)
    await leaveDialog(win)

    // Opened again, as the sentence says, it is the file that stands there now.
    await win.openOther(path)
    await expect.poll(employees).toBe(ofTheirs)
    await newcomer(win, 'Kini Tersimpan')
    await confirm(win)
    await expect(win.message(win.w('staff.added', { name: 'Kini Tersimpan' }))).toBeVisible()
    expect(readFileSync(path).equals(theirs)).toBe(false)
    expect(timbang.pageErrors).toEqual([])
  })
})

/** The form for one more person, with this name in it. */
async function newcomer(win: TimbangWindow, name: string): Promise<Locator> {
  await win.button(win.w('staff.more')).click()
  await win.page.getByRole('menuitem', { name: win.w('staff.addEmployee') }).click()
  const field = win.dialog().getByRole('textbox', { name: new RegExp(`^${win.w('staff.name')}`) })
  await field.fill(name)
  return field
}

const confirm = (win: TimbangWindow) =>
  win
    .dialog()
    .getByRole('button', { name: win.w('staff.addGo'), exact: true })
    .click()

async function leaveDialog(win: TimbangWindow): Promise<void> {
  await win.page.keyboard.press('Escape')
  await expect(win.dialog()).toHaveCount(0)
}
