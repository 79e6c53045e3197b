import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import { askEngine } from './pages/engine.ts'
import { importPage } from './pages/import-page.ts'
import { staffPage } from './pages/staff-page.ts'
import { startPage } from './pages/start-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { answerOpenDialog, launchTimbang, projectFolder, type RunningTimbang } from './support/app.ts'
import { scoresFile } from './support/office.ts'

const fingerprint = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

test.describe('a file that is no workspace', () => {
  for (const [what, code, content] of [
    ['of another kind', 'E-OPEN-FOREIGN', Buffer.from('Bukan ruang kerja, melainkan catatan biasa.\n'.repeat(40))],
    ['that is empty', 'E-OPEN-EMPTY', Buffer.alloc(0)],
  ] as const) {
    test(`${what} is refused in words and stays as it is`, async () => {
      const timbang = await launchTimbang()
      try {
        const win = timbangWindow(timbang)
        await startPage(win).ready()
        const path = join(timbang.folder, 'asing.timbang')
        writeFileSync(path, content)
        const before = fingerprint(path)
        await answerOpenDialog(timbang.app, [path])
        await win.page.getByRole('button', { name: new RegExp(`^${win.w('start.open')}`) }).click()
        await expect(win.message(errorSentence(code, { path }, 'id'))).toBeVisible()
        await startPage(win).ready()
        expect(fingerprint(path)).toBe(before)
      } finally {
        await timbang.close()
      }
    })
  }
})

test.describe('with a workspace open', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow
  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    win = timbangWindow(timbang)
    await win.ready()
  })
  test.afterAll(() => timbang.close())

  const employees = async (): Promise<number | undefined> =>
    (await askEngine(win.page, 'workspace.status', {}))?.journalLength

  test('a sheet about something else is not recognised and cannot be written', async () => {
    const imports = importPage(win)
    const before = await employees()
    const path = join(timbang.folder, 'menu-kantin.csv')
    writeFileSync(path, 'Menu;Harga\nSoto;15000\nPecel;12000\n')
    await imports.enter()
    await imports.choose(path)
    await expect(
      imports
        .commit()
        .or(win.page.getByRole('button', { name: /^Impor \d+ baris$/ }))
        .first(),
    ).toHaveAttribute('aria-disabled', 'true')
    expect(await employees()).toBe(before)
    await imports.leave()
  })

  test('50 MB under the name of a workbook are refused, and the window goes on', async () => {
    const imports = importPage(win)
    const before = await employees()
    const path = join(timbang.folder, 'besar.xlsx')
    const file = openSync(path, 'w')
    ftruncateSync(file, 50 * 1024 * 1024)
    closeSync(file)
    await imports.enter()
    await imports.choose(path)
    await expect(win.message(/Tidak ada data yang diubah/)).toBeVisible({ timeout: 30_000 })
    expect(await employees()).toBe(before)
    await win.clearMessages()
  })

  test('an import that is left halfway changes nothing', async () => {
    const imports = importPage(win)
    const before = await employees()
    await imports.enter()
    await imports.choose(await scoresFile(timbang.folder, 'nilai.xlsx', { wrong: false }))
    await expect(
      imports
        .findings()
        .or(win.page.getByText(win.w('imports.findingsNone')))
        .first(),
    ).toBeVisible()
    await imports.leave()
    await expect(win.button(win.w('imports.choose'))).toBeVisible()
    expect(await employees()).toBe(before)
  })
})

test('two Timbang on one file: the second is told where it is open, and opens it once the first is closed', async () => {
  const first = await launchTimbang({ args: ['--example'] })
  // A laptop user of their own, so that it is not the same application handing its file over.
  let second: RunningTimbang | null = null
  try {
    const win = timbangWindow(first)
    await win.ready()
    const path = (await askEngine(win.page, 'workspace.status', {}))?.path ?? ''
    const locked = { path, computer: hostname() }
    second = await launchTimbang({ args: [path] })
    const other = timbangWindow(second)
    const openHere = async () => (await askEngine(other.page, 'workspace.status', {}))?.path ?? null

    await other.refused('E-OPEN-LOCKED', locked)
    await startPage(other).ready()
    expect(await openHere()).toBeNull()
    // With a workspace of their own open, that one stays open.
    await startPage(other).tryExample()
    await other.ready()
    const own = await openHere()
    await other.askToOpen(path)
    await other.refused('E-OPEN-LOCKED', locked)
    expect(await openHere()).toBe(own)
    expect((await askEngine(win.page, 'workspace.status', {}))?.path).toBe(path)

    await first.app.close()
    await other.openOther(path)
    await other.ready()
    await other.go('staff')
    await expect(staffPage(other).grid()).toBeVisible()
  } finally {
    await second?.close()
    await first.close()
  }
})

test('started again with the file that is already open, Timbang shows the same window', async () => {
  const timbang = await launchTimbang({ args: ['--example'] })
  try {
    const win = timbangWindow(timbang)
    await win.ready()
    const status = await askEngine(win.page, 'workspace.status', {})
    const userData = await timbang.app.evaluate(({ app }) => app.getPath('userData'))
    const again = spawn(process.env.ELECTRON_EXEC_PATH ?? '', ['--log-level=3', projectFolder, status?.path ?? ''], {
      env: { ...process.env, TIMBANG_USER_DATA: userData },
      stdio: 'ignore',
    })
    expect(await new Promise((resolve) => again.once('exit', resolve))).toBe(0)
    await win.ready()
    expect(await askEngine(win.page, 'workspace.status', {})).toMatchObject({ path: status?.path })
    expect(timbang.app.windows()).toHaveLength(1)
  } finally {
    await timbang.close()
  }
})
