import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { backupsPage } from './pages/backups-page.ts'
import { askEngine } from './pages/engine.ts'
import { startPage } from './pages/start-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { answerOpenDialog, launchTimbang, type RunningTimbang } from './support/app.ts'

async function findingsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 5).map((node) => `${id}: ${node.target.join(' ')}`))
}

test.describe.configure({ mode: 'serial' })

test.describe('backups and restoring', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow
  let path = ''
  let agency = ''
  let periodId = ''
  let person = { id: '', name: '' }

  const scoreNow = async () => {
    const page = await askEngine(win.page, 'staff.rows', { periodId, employeeIds: [person.id] })
    return page.columns.results[0]?.scores[0]
  }
  const asideFiles = () => readdirSync(dirname(path)).filter((name) => name.includes('sebelum dipulihkan'))

  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    win = timbangWindow(timbang)
    await win.ready()
    await win.resize(1280, 800)
    const status = await askEngine(win.page, 'workspace.status', {})
    path = status?.path ?? ''
    agency = status?.agency.name ?? ''
    periodId = status?.periods[0]?.id ?? ''
    const { columns } = await askEngine(win.page, 'staff.board', { periodId })
    const rated = columns.results[0]?.scores.findIndex((score) => typeof score === 'number') ?? -1
    person = { id: columns.employeeId[rated] ?? '', name: columns.name[rated] ?? '' }
  })
  test.afterAll(() => timbang.close())

  test('a copy on demand, a changed score, the difference by name, and back', async () => {
    const backups = backupsPage(win)
    await backups.openFromMenu(agency)
    await backups.take()
    await expect(backups.copies().first()).toContainText(win.w('backups.reason-asked'))
    await win.page.keyboard.press('Escape')
    const before = await scoreNow()
    const changed = before === 61 ? '62' : '61'
    await askEngine(win.page, 'staff.recordCells', {
      periodId,
      cells: [{ employeeId: person.id, field: 'resultScore', key: '1', text: changed, reason: 'Uji' }],
    })
    expect(await scoreNow()).toBe(Number(changed))

    await backups.openFromMenu(agency)
    await backups
      .copies()
      .filter({ hasText: win.w('backups.reason-asked') })
      .first()
      .click()
    const difference = win.dialog().getByRole('listitem').filter({ hasText: person.name })
    await expect(difference.first()).toContainText(changed)
    expect(await findingsOf(win.page)).toEqual([])
    await backups.restore('Nilai salah ketik')
    await expect(backups.done()).toBeVisible({ timeout: 20_000 })
    expect(await scoreNow()).toBe(before)
    const [aside = ''] = asideFiles()
    await expect(backups.done()).toContainText(aside)
    await win.page.keyboard.press('Escape')
    await win.go('trail')
    await expect(win.page.getByText('Nilai salah ketik').first()).toBeVisible()
    // The file put aside is a workspace with the other score.
    await answerOpenDialog(timbang.app, [join(dirname(path), aside)])
    await win.page.getByRole('button', { name: agency, exact: true }).click()
    await win.page.getByRole('menuitem', { name: win.w('common.workspaceOpenOther') }).click()
    await expect.poll(async () => (await askEngine(win.page, 'workspace.status', {}))?.path).toContain(aside)
    expect(await scoreNow()).toBe(Number(changed))
  })

  test('a damaged file leads from its refusal to its copies, and back into work', async () => {
    await askEngine(win.page, 'workspace.close', {})
    await startPage(win).ready()
    writeFileSync(path, Buffer.alloc(70_000, 9))
    await win.page
      .locator('[data-file]')
      .filter({ hasText: basename(path) })
      .first()
      .click()
    await win
      .message('E-OPEN-FOREIGN')
      .getByRole('button', { name: win.w('backups.open') })
      .click()
    const backups = backupsPage(win)
    await backups.copies().first().click()
    await expect(win.dialog().getByText(/E-OPEN-FOREIGN/)).toBeVisible()
    await backups.restore('')
    await expect(backups.done()).toBeVisible({ timeout: 20_000 })
    await win.page.keyboard.press('Escape')
    await win.ready()
    expect(asideFiles()).toHaveLength(2)
    expect(existsSync(path)).toBe(true)
  })

  test('the folder can be changed; the place of a copy that fails is told in a banner that leads there', async () => {
    const folder = join(timbang.folder, 'cadangan lain')
    const backups = backupsPage(win)
    await backups.openFromMenu(agency)
    await answerOpenDialog(timbang.app, [folder])
    await win.button(win.w('backups.changeFolder')).click()
    await expect(win.dialog().getByText(folder, { exact: true })).toBeVisible()
    await expect(win.dialog().getByText(win.w('backups.none'))).toBeVisible()
    await backups.take()
    await expect(backups.copies()).toHaveCount(1)
    expect(readdirSync(folder)).toHaveLength(1)
    await win.button(win.w('backups.standardFolder')).click()
    await expect(backups.copies().nth(1)).toBeVisible()
    await win.page.keyboard.press('Escape')
  })
})
