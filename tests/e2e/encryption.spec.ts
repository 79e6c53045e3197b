import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import { askEngine } from './pages/engine.ts'
import { protectionPage } from './pages/protection-page.ts'
import { startPage } from './pages/start-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { answerSaveDialog, launchTimbang, type RunningTimbang } from './support/app.ts'
import { enginePid } from './support/engine-process.ts'
import { hasProgram } from './support/files.ts'
import { findingsOf } from './support/findings.ts'

test.describe.configure({ mode: 'serial' })

const passphrase = 'enam kata yang mudah diingat sendiri'
const another = 'kuda besi menyeberang jembatan panjang sekali'
const agency = 'Dinas Kearsipan Uji'
const employee = 'Nurlela Setiawati'

/** The form for one more person, with this name in it. */
async function newcomer(win: TimbangWindow, name: string): Promise<Locator> {
  await expect(
    win.page
      .getByRole('grid')
      .or(win.button(win.w('staff.addEmployee')))
      .first(),
  ).toBeVisible()
  if (await win.button(win.w('staff.addEmployee')).isVisible()) await win.button(win.w('staff.addEmployee')).click()
  else {
    await win.button(win.w('staff.more')).click()
    await win.page.getByRole('menuitem', { name: win.w('staff.addEmployee') }).click()
  }
  const field = win.dialog().getByRole('textbox', { name: new RegExp(`^${win.w('staff.name')}`) })
  if (name !== '') await field.fill(name)
  return field
}

/** Every file below, so that nothing of a secret lies in any of them. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}

test.describe('a workspace encrypted from its first byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'timbang-sandi-'))
  const path = join(folder, 'rahasia.timbang')
  const userData = join(folder, 'user-data')
  let timbang: RunningTimbang
  let win: TimbangWindow
  let recoveryKey: string

  /** Settings, the list of errors, caches, and what a crash may have left. */
  function noSecretIn(place: string): void {
    const files = filesBelow(place)
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter((file) => file.endsWith('.dmp'))).toEqual([])
    for (const file of files) {
      const content = readFileSync(file)
      for (const secret of [passphrase, recoveryKey]) expect(content.includes(secret), file).toBe(false)
    }
  }

  async function start(args: readonly string[]): Promise<void> {
    timbang = await launchTimbang({ userData, args })
    win = timbangWindow(timbang)
    await win.resize(1280, 800)
  }
  test.afterAll(async () => {
    await timbang.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('the wizard offers it, asks twice, and gives a key on paper that has to be typed back', async () => {
    await start([])
    const begin = startPage(win)
    const protection = protectionPage(win)
    await begin.ready()
    await begin.beginNew()
    await win.page.getByLabel(win.w('agency.name')).fill(agency)
    await win.button(win.w('start.next')).click()
    await win.page.getByLabel(win.w('agency.unitAt', { number: 1, level: 1 })).fill('Sekretariat')
    await win.button(win.w('start.next')).click()
    await win.button(win.w('start.next')).click()
    await answerSaveDialog(timbang.app, path)
    await win.button(win.w('start.choosePlace')).click()
    const choice = win.page.getByRole('switch', { name: win.w('protection.wizardSwitch') })
    await expect(choice).not.toBeChecked()
    await choice.check({ force: true })
    const create = win.button(win.w('start.create'))
    await expect(create).toHaveAttribute('aria-disabled', 'true')
    await protection.field(win.w('protection.passphrase')).fill('pendek')
    await protection.field(win.w('protection.again')).fill('pendek')
    await expect(win.page.getByText(win.w('protection.tooShort'))).toBeVisible()
    await protection.field(win.w('protection.passphrase')).fill(passphrase)
    await expect(win.page.getByText(win.w('protection.notSame'))).toBeVisible()
    recoveryKey = await protection.choose(passphrase)
    expect(await findingsOf(win.page)).toEqual([])
    await create.click()
    await win.ready()
    expect(await askEngine(win.page, 'protection.state', {})).toMatchObject({ encrypted: true, hasRecoveryKey: true })

    await win.go('staff')
    await newcomer(win, employee)
    await win
      .dialog()
      .getByRole('button', { name: win.w('staff.addGo'), exact: true })
      .click()
    await expect(win.message(win.w('staff.added', { name: employee }))).toBeVisible()
    await timbang.close()
  })

  test('its bytes hold no name, and no file of Timbang holds a secret', async () => {
    const bytes = readFileSync(path)
    expect(bytes.subarray(0, 14).toString('latin1')).toBe('TIMBANG-SEALED')
    expect(bytes.includes(employee)).toBe(false)
    expect(bytes.includes(agency)).toBe(false)
    noSecretIn(userData)
    if (!hasProgram('sqlite3')) return
    const tried = spawnSync('sqlite3', [path, 'SELECT * FROM agency'], { encoding: 'utf8' })
    expect(tried.stderr).toContain('file is not a database')
    expect(tried.stdout).toBe('')
  })

  test('a new start asks for the passphrase, says at once that one is wrong, and opens by the right one', async () => {
    await start([path])
    const protection = protectionPage(win)
    await protection.locked()
    await expect(win.page.getByRole('heading', { name: win.w('protection.openTitle') })).toBeVisible()
    await expect(protection.secret()).toBeFocused()
    for (const locale of ['en', 'id'] as const) {
      await askEngine(win.page, 'preferences.set', { language: locale })
      await win.page.reload()
      win = timbangWindow(timbang, locale)
      await protectionPage(win).locked()
      expect(await findingsOf(win.page)).toEqual([])
    }
    const again = protectionPage(win)
    await again.unlock('bukan frasa sandi yang benar')
    await expect(win.page.getByText(errorSentence('E-OPEN-PASS', { tries: 4 }, 'id'))).toBeVisible()
    expect(await findingsOf(win.page)).toEqual([])
    await again.unlock(passphrase)
    await win.ready()
    await win.go('staff')
    await expect(win.page.getByText(employee).first()).toBeVisible()
  })

  test('locked, nothing of it is in the page; unlocked, what was half typed is back in its field', async () => {
    const protection = protectionPage(win)
    await win.go('staff')
    await newcomer(win, 'Rina Mar')
    await protection.lockNow()
    await protection.locked()
    await expect.poll(() => win.page.evaluate(() => document.documentElement.outerHTML)).not.toContain(employee)
    const html = await win.page.evaluate(() => document.documentElement.outerHTML)
    for (const word of [agency, 'Rina Mar', 'Sekretariat']) expect(html).not.toContain(word)
    expect(await win.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      passphrase,
    )
    expect(await askEngine(win.page, 'workspace.status', {})).toBeNull()
    await protection.unlock(passphrase)
    await win.ready()
    await expect(win.page.getByText(win.w('protection.keptTitle'))).toBeVisible()
    await expect(win.page.getByText('Rina Mar')).toBeVisible()
    expect(await findingsOf(win.page)).toEqual([])
    const field = await newcomer(win, '')
    await expect(field).toHaveValue('Rina Mar')
    await expect(win.page.getByText(win.w('protection.keptTitle'))).toHaveCount(0)
    await win.page.keyboard.press('Escape')
    await expect(win.dialog()).toHaveCount(0)
  })

  test('it locks with the computer, and the key on paper opens it', async () => {
    const protection = protectionPage(win)
    await timbang.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
    await protection.locked()
    await expect(win.page.getByText(win.w('protection.because-system'))).toBeVisible()
    await protection.unlock(recoveryKey.toLowerCase().replaceAll('-', ' '))
    await win.ready()
  })

  test('the engine dies while somebody types: the passphrase is asked for again, and the words are still there', async () => {
    const protection = protectionPage(win)
    await win.go('staff')
    await newcomer(win, 'Belum Selesai')
    process.kill(await enginePid(timbang), 'SIGKILL')
    await protection.locked()
    // A crash that a crash reporter would notice, with the memory of the engine in its report.
    process.kill(await enginePid(timbang), 'SIGSEGV')
    await win.page.waitForTimeout(1500)
    await protection.locked()
    await protection.unlock(passphrase)
    await win.ready()
    const field = await newcomer(win, '')
    await expect(field).toHaveValue('Belum Selesai')
    await win.page.keyboard.press('Escape')
    await expect(win.dialog()).toHaveCount(0)
    expect(await timbang.app.evaluate(({ crashReporter }) => crashReporter.getUploadedReports())).toEqual([])
    noSecretIn(userData)
  })

  test('the passphrase is changed, a plain copy is asked for twice, and the encryption is removed', async () => {
    const protection = protectionPage(win)
    const copy = join(folder, 'terbuka.timbang')
    let dialog = await protection.openDialog(agency)
    await expect(dialog.getByText(win.w('protection.sealedState'))).toBeVisible()
    expect(await findingsOf(win.page)).toEqual([])
    await dialog.getByRole('button', { name: win.w('protection.change') }).click()
    await protection.field(win.w('protection.current')).fill(passphrase)
    await protection.field(win.w('protection.passphrase')).fill(another)
    await protection.field(win.w('protection.again')).fill(another)
    await dialog.getByRole('button', { name: win.w('protection.change') }).click()
    await expect(win.message(win.w('protection.changed'))).toBeVisible()

    dialog = await protection.openDialog(agency)
    await dialog.getByRole('button', { name: win.w('protection.plainCopy') }).click()
    await expect(dialog.getByText(win.w('protection.plainCopyFirst'))).toBeVisible()
    await dialog.getByRole('button', { name: win.w('protection.plainCopyGoOn') }).click()
    await protection.field(win.w('protection.current')).fill(another)
    const save = dialog.getByRole('button', { name: win.w('protection.plainCopySave') })
    await expect(save).toHaveAttribute('aria-disabled', 'true')
    await dialog.getByRole('checkbox', { name: win.w('protection.plainCopyUnderstood') }).check()
    await answerSaveDialog(timbang.app, copy)
    await save.click()
    await expect(win.message(win.w('protection.plainCopied'))).toBeVisible()
    // The control: in a plain file the name stands in plain letters.
    expect(readFileSync(copy).includes(employee)).toBe(true)
    expect(readFileSync(path).includes(employee)).toBe(false)

    dialog = await protection.openDialog(agency)
    await dialog.getByRole('button', { name: win.w('protection.remove') }).click()
    await protection.field(win.w('protection.current')).fill(passphrase)
    await dialog.getByRole('button', { name: win.w('protection.remove') }).click()
    await expect(dialog.getByText(errorSentence('E-OPEN-PASS', { tries: 4 }, 'id'))).toBeVisible()
    await protection.field(win.w('protection.current')).fill(another)
    await dialog.getByRole('button', { name: win.w('protection.remove') }).click()
    await expect(win.message(win.w('protection.removed'))).toBeVisible()
    expect(readFileSync(path).includes(employee)).toBe(true)

    const { entries } = await askEngine(win.page, 'trail.list', { beforeSeq: null, limit: 50, command: null })
    expect(entries.map(({ command }) => command).filter((command) => command.startsWith('protection.'))).toEqual([
      'protection.remove',
      'protection.plainCopy',
      'protection.changePassphrase',
      'protection.add',
    ])
    // A plain workspace is not locked by the menu; it says why.
    await win.clearMessages()
    await protection.lockNow()
    await expect(win.message(win.w('protection.plainState'))).toBeVisible()
    expect(timbang.pageErrors).toEqual([])
  })
})
