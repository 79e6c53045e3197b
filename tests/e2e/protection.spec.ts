import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import type { Locale } from '#renderer/i18n/locale.ts'
import { askEngine } from './pages/engine.ts'
import { protectionPage } from './pages/protection-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { usersPage } from './pages/users-page.ts'
import { launchTimbang, type RunningTimbang } from './support/app.ts'
import { hasProgram, pdfText } from './support/files.ts'
import { findingsOf } from './support/findings.ts'
import { picture } from './support/pictures.ts'

test.describe.configure({ mode: 'serial' })

const passphrase = 'enam kata yang mudah diingat sendiri'
const chair = { name: 'Ratna Dewi', duty: 'chair', pin: '482913' } as const
const secretary = { name: 'Sari Wulandari', duty: 'secretary', pin: '705164' } as const
const looks = [
  ['id', 'light'],
  ['id', 'dark'],
  ['en', 'contrast'],
] as const

test.describe('a plain workspace that is encrypted later', () => {
  const folder = mkdtempSync(join(tmpdir(), 'timbang-kelak-'))
  const userData = join(folder, 'user-data')
  let timbang: RunningTimbang
  let win: TimbangWindow
  let agency: string
  let path: string

  async function start(args: readonly string[], locale: Locale): Promise<void> {
    timbang = await launchTimbang({ userData, args })
    win = timbangWindow(timbang, locale)
    await win.resize(1280, 800)
  }
  const open = () => protectionPage(win).openDialog(agency)
  const close = async (): Promise<void> => {
    await win.page.keyboard.press('Escape')
    await expect(win.dialog()).toHaveCount(0)
  }
  const inDialog = () => findingsOf(win.page, '[role="dialog"]')

  test.afterAll(async () => {
    await timbang.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is offered it in both languages and themes', async () => {
    await start(['--example'], 'id')
    await win.ready()
    const status = await askEngine(win.page, 'workspace.status', {})
    agency = status?.agency.name ?? ''
    path = status?.path ?? ''
    for (const [locale, theme] of looks) {
      await win.setLanguage(locale)
      await win.setTheme(theme)
      await open()
      await expect(win.page.locator('[data-recovery-key] span')).toHaveCount(8)
      expect(await inDialog()).toEqual([])
      await picture(win, `protection-add-${locale}-${theme}`)
      await close()
    }
    await win.setLanguage('id')
    await win.setTheme('light')
  })

  test('the key sheet is what the printer gets, and nothing else', async () => {
    test.skip(!hasProgram('pdftotext'), 'pdftotext reads the print')
    const dialog = await open()
    // The sheet stands in the page only while it is printed; a second one stays for our own printer.
    await win.page.evaluate(() => {
      globalThis.print = () => {
        const sheet = document.querySelector('[data-print-sheet]')
        if (sheet !== null) document.body.append(sheet.cloneNode(true))
      }
    })
    await dialog.getByRole('button', { name: win.w('protection.recoveryPrint') }).click()
    const sheet = win.page.locator('body > [data-print-sheet]')
    await expect(sheet).toHaveCount(1)
    await expect(sheet).toBeHidden()
    const bytes = await timbang.app.evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({})
      return pdf?.toString('base64') ?? ''
    })
    await sheet.evaluate((element) => element.remove())
    const print = join(folder, 'lembar-kunci.pdf')
    writeFileSync(print, Buffer.from(bytes, 'base64'))
    const words = pdfText(print)
    const groups = await win.page.locator('[data-recovery-key] span').allTextContents()
    expect(groups).toHaveLength(8)
    for (const group of groups) expect(words).toContain(group)
    expect(words).toContain(win.w('protection.sheetTitle'))
    expect(words).toContain(path.split(/[\\/]/).at(-1))
    for (const other of [agency, win.w('common.overview'), win.w('protection.add')]) expect(words).not.toContain(other)
    expect(
      Buffer.from(bytes, 'base64')
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g),
    ).toHaveLength(1)
    await close()
  })

  test('is encrypted where it lies, and every dialog about it can be read by anybody', async () => {
    test.slow()
    const dialog = await open()
    await protectionPage(win).choose(passphrase)
    await dialog.getByRole('button', { name: win.w('protection.add') }).click()
    await expect(win.message(win.w('protection.added'))).toBeVisible()
    await win.clearMessages()
    for (const [locale, theme] of looks) {
      await win.setLanguage(locale)
      await win.setTheme(theme)
      const opened = await open()
      const button = (name: string): Locator => opened.getByRole('button', { name, exact: true })
      expect(await inDialog()).toEqual([])
      await picture(win, `protection-overview-${locale}-${theme}`)
      for (const task of ['change', 'recoveryReplace', 'recoveryWithdraw', 'plainCopy', 'remove'] as const) {
        await button(win.w(`protection.${task}`)).click()
        expect(await inDialog()).toEqual([])
        await picture(win, `protection-${task}-${locale}-${theme}`)
        if (task === 'plainCopy') {
          await button(win.w('protection.plainCopyGoOn')).click()
          expect(await inDialog()).toEqual([])
          await picture(win, `protection-plainCopy2-${locale}-${theme}`)
        }
        await button(win.w('common.back')).click()
      }
      await close()
    }
    await win.setLanguage('id')
    await win.setTheme('light')
  })

  test('is locked after ten minutes nobody touched it; its title names nobody, and a passphrase is not kept', async () => {
    const dialog = await open()
    await dialog.getByRole('button', { name: win.w('protection.change') }).click()
    await protectionPage(win).field(win.w('protection.current')).fill(passphrase)
    // Shown in plain letters it is a text field like any other.
    await dialog
      .getByRole('button', { name: win.w('protection.show') })
      .first()
      .click()
    // The windows of other tests come and go over the pointer of this screen, which makes movements.
    const devTools = await win.page.context().newCDPSession(win.page)
    await devTools.send('Input.setIgnoreInputEvents', { ignore: true })
    await win.page.clock.install()
    await win.page.clock.runFor(9 * 60_000)
    await expect(dialog).toBeVisible()
    await win.page.clock.runFor(2 * 60_000)
    await protectionPage(win).locked()
    await devTools.send('Input.setIgnoreInputEvents', { ignore: false })
    await devTools.detach()
    await expect(win.page.getByText(win.w('protection.because-idle'))).toBeVisible()
    const title = await timbang.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    expect(title).toBe(`${win.w('protection.lockedTitle')} · ${win.w('common.appName')}`)
    await win.page.clock.resume()
    for (const [locale, theme] of looks) {
      await askEngine(win.page, 'preferences.set', { language: locale, theme })
      await win.page.reload()
      win = timbangWindow(timbang, locale)
      await protectionPage(win).locked()
      expect(await findingsOf(win.page)).toEqual([])
      await picture(win, `unlock-${locale}-${theme}`)
    }
    await askEngine(win.page, 'preferences.set', { language: 'id', theme: 'light' })
    await win.page.reload()
    win = timbangWindow(timbang, 'id')
    await protectionPage(win).locked()
    await protectionPage(win).unlock(passphrase)
    await win.ready()
    await expect(win.page.getByText(win.w('protection.keptTitle'))).toHaveCount(0)
  })

  test('leaves copies without encryption to the chair once users are named, and proves a forgotten PIN by its key', async () => {
    test.slow()
    const users = usersPage(win, agency)
    await users.open()
    await users.add(chair, null)
    await users.add(secretary, chair)
    await users.close()
    await users.signIn(secretary.name, secretary.pin)
    const dialog = await open()
    for (const task of ['plainCopy', 'remove'] as const) {
      const button = dialog.getByRole('button', { name: win.w(`protection.${task}`) })
      await expect(button).toHaveAttribute('aria-disabled', 'true')
      await button.hover()
      await expect(
        win.page.getByText(errorSentence('E-AUTH-DUTY', { duty: 'secretary', who: 'chair' }, 'id')),
      ).toBeVisible()
    }
    await picture(win, 'protection-secretary')
    expect(await inDialog()).toEqual([])
    await close()
    await users.who().click()
    await win.page.getByRole('menuitem', { name: new RegExp(`^${chair.name}`) }).click()
    const form = win.page.getByRole('dialog', { name: win.w('users.signInTitle', { name: chair.name }) })
    await form.getByRole('button', { name: win.w('users.forgot') }).click()
    await form.getByRole('button', { name: win.w('users.forgotChair') }).click()
    const reset = win.page.getByRole('dialog', { name: win.w('users.resetTitle', { name: chair.name }) })
    const secret = reset.getByLabel(win.w('users.resetSecret'), { exact: true })
    await secret.fill('bukan frasa sandi yang benar')
    await reset.getByLabel(win.w('users.resetReason')).fill('PIN lupa')
    await reset.getByLabel(win.w('users.newPin'), { exact: true }).fill('604817')
    await reset.getByLabel(win.w('users.pinAgain'), { exact: true }).fill('604817')
    await reset.getByRole('button', { name: win.w('users.reset'), exact: true }).click()
    await expect(reset.getByText(errorSentence('E-OPEN-PASS', { tries: 4 }, 'id'))).toBeVisible()
    await picture(win, 'users-reset-encrypted')
    expect(await inDialog()).toEqual([])
    await secret.fill(passphrase)
    await reset.getByRole('button', { name: win.w('users.reset'), exact: true }).click()
    await expect(win.message(win.w('users.resetDone'))).toBeVisible()
    await users.signIn(chair.name, '604817')
    const opened = await open()
    await expect(opened.getByRole('button', { name: win.w('protection.remove') })).toHaveAttribute(
      'aria-disabled',
      'false',
    )
    await close()
  })

  test('is locked with the screen; five wrong tries make one wait, also in a Timbang that is started anew', async () => {
    test.slow()
    await timbang.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
    await protectionPage(win).locked()
    await expect(win.page.getByText(win.w('protection.because-system'))).toBeVisible()
    for (const tries of [4, 3, 2, 1]) {
      await protectionPage(win).unlock('bukan frasa sandi yang benar')
      await expect(win.page.getByText(errorSentence('E-OPEN-PASS', { tries }, 'id'))).toBeVisible()
    }
    await protectionPage(win).unlock('bukan frasa sandi yang benar')
    await expect(win.page.getByText(/Coba lagi sesudah 0:\d\d\./)).toBeVisible()
    // At once: the first wait is half a minute.
    await timbang.close()
    await start([path], 'id')
    await protectionPage(win).locked()
    await expect(win.page.getByText(/Coba lagi sesudah \d:\d\d\./)).toBeVisible()
    await expect(win.button(win.w('protection.unlock'))).toHaveAttribute('aria-disabled', 'true')
    expect(await findingsOf(win.page)).toEqual([])
    await picture(win, 'unlock-wait')
    expect(timbang.pageErrors).toEqual([])
  })
})
