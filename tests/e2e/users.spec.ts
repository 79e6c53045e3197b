import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import { meetingPage } from './pages/meeting-page.ts'
import { resultsPage } from './pages/results-page.ts'
import { startPage } from './pages/start-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { usersPage } from './pages/users-page.ts'
import { launchTimbang, type RunningTimbang } from './support/app.ts'
import { docxText, hasProgram, pdfText } from './support/files.ts'
import { findingsOf } from './support/findings.ts'
import { picture } from './support/pictures.ts'

const chair = { name: 'Ratna Dewi', duty: 'chair', pin: '482913' } as const
const secretary = { name: 'Sari Wulandari', duty: 'secretary', pin: '705164' } as const

const observer = { name: 'Joko Susilo', duty: 'observer', pin: '360482' } as const

test.describe.configure({ mode: 'serial' })

test.describe('users and duties', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow

  test.beforeAll(async () => {
    timbang = await launchTimbang()
    win = timbangWindow(timbang)
    await win.resize(1280, 800)
    const start = startPage(win)
    await start.ready()
    await start.tryExample()
    await win.ready()
  })
  test.afterAll(() => timbang.close())

  test('are named from the agency’s menu; until then nobody signs in', async () => {
    const users = usersPage(win, await agencyName(win))
    await expect(users.who()).toHaveCount(0)
    await users.open()
    expect(await findingsOf(win.page)).toEqual([])
    await picture(win, 'users-none')
    await users.add(chair, null)
    await users.add(secretary, chair)
    await picture(win, 'users-list')
    expect(await findingsOf(win.page)).toEqual([])
    await users.close()
    await expect(users.who()).toHaveText(chair.name)
  })

  test('a wrong PIN is refused where it was typed', async () => {
    const users = usersPage(win, await agencyName(win))
    await users.who().click()
    await picture(win, 'users-switch')
    await win.page.getByRole('menuitem', { name: new RegExp(`^${secretary.name}`) }).click()
    const form = win.page.getByRole('dialog', { name: win.w('users.signInTitle', { name: secretary.name }) })
    await form.getByLabel(win.w('users.pin'), { exact: true }).fill(chair.pin)
    await win.page.keyboard.press('Enter')
    await expect(form.getByText(errorSentence('E-AUTH-PIN', { name: secretary.name }, 'id'))).toBeVisible()
    expect(await findingsOf(win.page)).toEqual([])
    await picture(win, 'users-wrong-pin')
    await win.page.keyboard.press('Escape')
    await users.signIn(secretary.name, secretary.pin)
  })

  test('the secretary cannot close the meeting; the chair’s PIN does', async () => {
    const meeting = meetingPage(win)
    await win.go('meeting')
    await meeting.create({ place: 'Ruang rapat' })
    await meeting.everybodyPresent()
    await meeting.open()
    await win.button(win.w('meeting.closeMeeting')).click()
    const dialog = win.page.getByRole('dialog', { name: win.w('meeting.closeAsk') })
    const close = dialog.getByRole('button', { name: win.w('meeting.closeMeeting'), exact: true })
    await close.click()
    await expect(dialog.getByText(errorSentence('E-AUTH-APPROVAL', { names: chair.name }, 'id'))).toBeVisible()
    await picture(win, 'users-approval')
    const pin = dialog.getByLabel(win.w('users.pinOf', { name: chair.name }), { exact: true })
    await pin.fill(secretary.pin)
    await close.click()
    await expect(dialog.getByText(errorSentence('E-AUTH-PIN', { name: chair.name }, 'id'))).toBeVisible()
    expect(await findingsOf(win.page)).toEqual([])
    await pin.fill(chair.pin)
    await close.click()
    // A copy is taken and the whole trail followed before; on a busy machine that takes its time.
    await expect(win.button(win.w('meeting.toResults'))).toBeVisible({ timeout: 45_000 })
    await expect(win.page.getByText(win.w('users.state-stands'))).toBeVisible()
    await picture(win, 'users-closed')
  })

  test('the minutes name the duties and the approval, in DOCX and PDF', async () => {
    await meetingPage(win).toResults()
    const results = resultsPage(win)
    await picture(win, 'users-results')
    const expected = [
      'Tugas pada ruang kerja saat rapat dibuka',
      `${chair.name} Ketua`,
      `${secretary.name} Sekretaris`,
      'Penutupan rapat',
    ]
    const docx = join(timbang.folder, 'berita-acara.docx')
    await results.exportTo('minutes', 'docx', docx)
    for (const words of expected) expect(docxText(docx)).toContain(words)
    if (!hasProgram('pdftotext')) return
    const pdf = join(timbang.folder, 'berita-acara.pdf')
    await results.exportTo('minutes', 'pdf', pdf)
    for (const words of expected) expect(pdfText(pdf)).toContain(words)
  })

  test('an observer reads, and every step that is not his says whose it is', async () => {
    const users = usersPage(win, await agencyName(win))
    await users.open()
    await users.add(observer, chair)
    await users.close()
    await users.signIn(observer.name, observer.pin)
    await expect(win.page.getByText(win.w('users.readingText'))).toBeVisible()
    await expect(win.button(`${win.w('common.undo')} (Ctrl Z)`)).toBeDisabled()
    const approve = win.button(win.w('users.approveResults'))
    await expect(approve).toHaveAttribute('aria-disabled', 'true')
    await approve.hover()
    const sentence = errorSentence('E-AUTH-DUTY', { duty: 'observer', who: 'chair+secretary' }, 'id')
    await expect(win.page.getByText(sentence)).toBeVisible()
    expect(await findingsOf(win.page)).toEqual([])
    await picture(win, 'users-observer')
    await users.signIn(secretary.name, secretary.pin)
  })

  test('the trail tells who closed and who approved, in both languages', async () => {
    await win.go('trail')
    await expect(win.page.getByText(new RegExp(`disetujui ${chair.name}\\.`)).first()).toBeVisible()
    await win.setLanguage('en')
    await expect(win.page.getByText(new RegExp(`approved by ${chair.name}\\.`)).first()).toBeVisible()
  })

  test('a chair who forgot the PIN is reset by the holder, in red', async () => {
    const users = usersPage(win, await agencyName(win))
    await users.who().click()
    await win.page.getByRole('menuitem', { name: new RegExp(`^${chair.name}`) }).click()
    const form = win.page.getByRole('dialog', { name: win.w('users.signInTitle', { name: chair.name }) })
    await form.getByRole('button', { name: win.w('users.forgot') }).click()
    await form.getByRole('button', { name: win.w('users.forgotChair') }).click()
    const reset = win.page.getByRole('dialog', { name: win.w('users.resetTitle', { name: chair.name }) })
    await expect(reset.getByText(win.w('users.resetHolder'))).toBeVisible()
    await reset.getByLabel(win.w('users.resetReason')).fill('The chair is ill; PIN unknown.')
    await reset.getByLabel(win.w('users.newPin'), { exact: true }).fill('604817')
    await reset.getByLabel(win.w('users.pinAgain'), { exact: true }).fill('604817')
    expect(await findingsOf(win.page)).toEqual([])
    await picture(win, 'users-reset')
    await reset.getByRole('button', { name: win.w('users.reset'), exact: true }).click()
    await expect(win.page.getByText(/^EMERGENCY: the PIN of the chair/)).toBeVisible()
    await win.clearMessages()
    for (const theme of ['dark', 'contrast', 'light'] as const) {
      await win.setTheme(theme)
      expect(await findingsOf(win.page)).toEqual([])
      await picture(win, `users-trail-${theme}`)
    }
    await users.signIn(chair.name, '604817')
    await win.setTheme('dark')
    await users.open()
    await picture(win, 'users-list-dark-en')
    expect(await findingsOf(win.page)).toEqual([])
    await users.close()
  })
})

const agencyName = async (win: TimbangWindow): Promise<string> =>
  (await win.page.locator('header button[title$=".timbang"] span').innerText()).trim()
