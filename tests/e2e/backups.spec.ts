import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import { backupsPage } from './pages/backups-page.ts'
import { askEngine } from './pages/engine.ts'
import { protectionPage } from './pages/protection-page.ts'
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
  const pictures = process.env.TIMBANG_PICTURES
  /** For looking at: both sizes of window, light and dark, both languages where the window has its switch. */
  const picture = async (name: string, hasSwitch = true): Promise<void> => {
    if (pictures === undefined) return
    for (const [width, height, colours, language] of [
      [1280, 800, 'light', 'id'],
      [1920, 1080, 'light', 'id'],
      [1280, 800, 'dark', 'en'],
      [1920, 1080, 'dark', 'en'],
    ] as const) {
      await win.resize(width, height)
      await win.page.emulateMedia({ colorScheme: colours })
      if (hasSwitch) await win.setLanguage(language)
      await win.page.waitForTimeout(250)
      await win.page.screenshot({ path: join(pictures, `${name}-${win.locale()}-${colours}-${width}.png`) })
    }
    await win.page.emulateMedia({ colorScheme: 'light' })
    if (hasSwitch) await win.setLanguage('id')
    await win.resize(1280, 800)
  }
  const openRecent = () =>
    win.page
      .locator('[data-file]')
      .filter({ hasText: basename(path) })
      .first()
      .click()
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
    await picture('backups-differences')
    await backups.askToRestore()
    await expect(win.page.getByLabel(win.w('backups.why'))).toBeFocused()
    await picture('backups-question')
    await backups.goAhead('Nilai salah ketik')
    await expect(backups.done()).toBeVisible({ timeout: 20_000 })
    expect(await scoreNow()).toBe(before)
    const [aside = ''] = asideFiles()
    await expect(backups.done()).toContainText(aside)
    await picture('backups-done')
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
    await openRecent()
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

  test('a file with damaged pages is shown for inspection, with its newest copy to restore', async () => {
    const backups = backupsPage(win)
    await askEngine(win.page, 'workspace.close', {})
    await startPage(win).ready()
    const bytes = readFileSync(path)
    const middle = Math.floor(bytes.length / 2)
    writeFileSync(path, bytes.fill(0xa5, middle, middle + 3 * 4096))
    await openRecent()
    await expect(win.page.getByRole('heading', { level: 1, name: win.w('common.inspect') })).toBeVisible()
    await win.clearMessages()
    await picture('backups-inspect', false)
    await win.page.getByRole('button', { name: /^Pulihkan salinan/ }).click()
    await backups.copies().first().click()
    await expect(win.dialog().getByText(/E-OPEN-DAMAGED/)).toBeVisible()
    await picture('backups-damaged', false)
    await backups.restore('Halaman rusak')
    await expect(backups.done()).toBeVisible({ timeout: 20_000 })
    await win.page.keyboard.press('Escape')
    await win.ready()
    await expect(win.page.getByRole('heading', { level: 1, name: win.w('common.overview') })).toBeVisible()
    expect(asideFiles()).toHaveLength(3)
  })

  test('the folder can be changed; the place of a copy that fails is told in a banner that leads there', async () => {
    const folder = join(timbang.folder, 'cadangan lain')
    const backups = backupsPage(win)
    await backups.openFromMenu(agency)
    await answerOpenDialog(timbang.app, [folder])
    await win.button(win.w('backups.changeFolder')).click()
    await expect(win.dialog().getByText(folder, { exact: true })).toBeVisible()
    await backups.take()
    // The copy after the opening may come into this folder, too.
    await expect(backups.copies().filter({ hasText: win.w('backups.reason-asked') })).toHaveCount(1)
    expect(readdirSync(folder)).toHaveLength(1)
    await win.page.keyboard.press('Escape')

    // As a stick that is pulled out.
    renameSync(folder, `${folder} dicabut`)
    await askEngine(win.page, 'organisation.setStage', { periodId, stage: 'follow-up' })
    const banner = win.page.getByRole('status').filter({ hasText: win.w('backups.failed') })
    await expect(banner).toContainText('E-BACKUP-FOLDER')
    await picture('backups-failed')
    await banner.getByRole('button', { name: win.w('backups.open') }).click()
    await expect(win.dialog().getByText(win.w('backups.unreachable'))).toBeVisible()
    expect(await findingsOf(win.page)).toEqual([])
    await picture('backups-unreachable')
    await backups.take()
    await win.refused('E-BACKUP-FOLDER', { folder })
    expect(existsSync(folder)).toBe(false)
    await win.button(win.w('backups.standardFolder')).click()
    await expect(backups.copies().first()).toBeVisible()
    await backups.take()
    await expect(win.dialog().getByText(win.w('backups.failed'))).toHaveCount(0)
    await win.page.keyboard.press('Escape')
    await expect(banner).toHaveCount(0)
  })

  test('an encrypted copy of a file that is gone asks for its passphrase, and so does what was restored', async () => {
    const backups = backupsPage(win)
    const passphrase = 'enam kata yang tidak ditebak orang'
    await askEngine(win.page, 'protection.add', { passphrase, recoveryKey: null })
    await askEngine(win.page, 'backups.take', {})
    await askEngine(win.page, 'workspace.close', {})
    await startPage(win).ready()
    rmSync(path)
    await win.button(win.w('backups.ofFile', { name: basename(path) })).click()
    const sealed = backups.copies().filter({ hasText: win.w('backups.encrypted') })
    await sealed.first().click()
    const secret = win.page.getByLabel(win.w('backups.secret'))
    await secret.fill('bukan ini, sungguh')
    await win.page.keyboard.press('Enter')
    await expect(win.dialog().getByText(errorSentence('E-OPEN-PASS', { tries: 4 }, 'id'))).toBeVisible()
    await expect(secret).toBeFocused()
    await picture('backups-secret', false)
    expect(await findingsOf(win.page)).toEqual([])
    await secret.fill(passphrase)
    await win.button(win.w('backups.secretUse')).click()
    await expect(win.dialog().getByText(win.w('backups.missing', { name: basename(path) }))).toBeVisible()
    await backups.restore('Berkas terhapus')
    await protectionPage(win).locked()
    await win.page.keyboard.press('Escape')
    await protectionPage(win).unlock(passphrase)
    await win.ready()
    expect(await scoreNow()).toBeDefined()
  })
})
