import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { staffPage } from './pages/staff-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { launchTimbang, type RunningTimbang } from './support/app.ts'

test.describe.configure({ mode: 'serial' })

/** Two programs with users' folders of their own, as two people on one shared computer would have them. */
test.describe('a workspace that another Timbang writes', () => {
  let writer: RunningTimbang
  let reader: RunningTimbang
  let writing: TimbangWindow
  let reading: TimbangWindow
  let path: string

  test.beforeAll(async () => {
    writer = await launchTimbang({ args: ['--example'] })
    writing = timbangWindow(writer)
    await writing.ready()
    path = (await askEngine(writer.page, 'workspace.status', {}))?.path ?? ''
    reader = await launchTimbang({ args: [path] })
    reading = timbangWindow(reader)
  })
  test.afterAll(async () => {
    await reader.close()
    await writer.close()
  })

  const banner = () => reading.page.getByText(reading.w('common.readOnlyAsked'))
  const employees = async (timbang: RunningTimbang) =>
    (await askEngine(timbang.page, 'workspace.status', {}))?.employeeCount ?? 0

  test('is refused with the offer to read it, and then shown with a banner that says so', async () => {
    const refusal = reading.message('E-OPEN-LOCKED')
    await expect(refusal).toBeVisible()
    await refusal.getByRole('button', { name: reading.w('common.openReadOnly') }).click()
    await reading.ready()
    await expect(banner()).toBeVisible()
    await expect(reading.page.getByText(reading.w('common.readOnlyAskedDetail'))).toBeVisible()
    expect(await employees(reader)).toBe(await employees(writer))
  })

  test('shows what the writer saved, and keeps its own hands off', async () => {
    const before = await employees(writer)
    await reading.go('staff')
    await expect(staffPage(reading).grid()).toBeVisible()
    await writing.go('staff')
    await writing.button(writing.w('staff.more')).click()
    await writing.page.getByRole('menuitem', { name: writing.w('staff.addEmployee') }).click()
    await writing
      .dialog()
      .getByRole('textbox', { name: new RegExp(`^${writing.w('staff.name')}`) })
      .fill('Aisyah Baru')
    await writing
      .dialog()
      .getByRole('button', { name: writing.w('staff.addGo'), exact: true })
      .click()
    await expect.poll(() => employees(writer)).toBe(before + 1)
    await expect.poll(() => employees(reader), { timeout: 8_000 }).toBe(before + 1)
    await expect(askEngine(reader.page, 'workspace.updateUnits', { units: [] })).rejects.toThrow('E-SAVE-RO')
  })

  test('stays open for reading when editing is refused, and is edited once the writer has gone', async () => {
    await reading.button(reading.w('common.openToEdit')).click()
    await expect(reading.message('E-OPEN-LOCKED')).toBeVisible()
    await expect(banner()).toBeVisible()
    await reading.clearMessages()
    await askEngine(writer.page, 'workspace.close', {})
    await reading.button(reading.w('common.openToEdit')).click()
    await expect(banner()).toHaveCount(0)
    expect(await askEngine(reader.page, 'workspace.status', {})).toMatchObject({ readOnly: false })
    expect([...reader.pageErrors, ...writer.pageErrors]).toEqual([])
  })
})

test('a workspace in a synchronised folder: the advice is given once', async () => {
  const first = await launchTimbang({ args: ['--example'] })
  const folder = join(first.folder, 'Nextcloud')
  const path = join(folder, 'dinas.timbang')
  const userData = join(first.folder, 'second')
  await timbangWindow(first).ready()
  mkdirSync(folder)
  copyFileSync((await askEngine(first.page, 'workspace.status', {}))?.path ?? '', path)
  for (const shown of [true, false]) {
    const timbang = await launchTimbang({ args: [path], userData })
    const win = timbangWindow(timbang)
    await win.ready()
    const advice = win.page.getByText(win.w('common.placeSynchronisedDetail'))
    await expect(advice).toHaveCount(shown ? 1 : 0)
    if (shown) await win.button(win.w('common.understood')).click()
    await expect(advice).toHaveCount(0)
    await timbang.close()
  }
  await first.close()
})
