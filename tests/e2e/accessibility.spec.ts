import { expect, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { meetingPage } from './pages/meeting-page.ts'
import { staffPage } from './pages/staff-page.ts'
import { startPage } from './pages/start-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { launchTimbang, type RunningTimbang } from './support/app.ts'
import { findingsOf } from './support/findings.ts'

test.describe.configure({ mode: 'serial' })

/** Each language and each theme once; none of them changes what the other shows. */
const looks = [
  ['en', 'dark'],
  ['en', 'contrast'],
  ['id', 'light'],
] as const

test.describe('axe finds nothing serious', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow
  test.beforeAll(async () => {
    timbang = await launchTimbang()
    win = timbangWindow(timbang)
    await win.resize(1280, 800)
  })
  test.afterAll(() => timbang.close())

  test('on the start screen and in the wizard', async () => {
    const start = startPage(win)
    await start.ready()
    expect(await findingsOf(win.page)).toEqual([])
    await start.beginNew()
    expect(await findingsOf(win.page)).toEqual([])
    await start.leaveNew()
    await start.tryExample()
    await win.ready()
  })

  for (const place of ['overview', 'staff', 'calibration', 'results', 'follow-ups', 'trail'] as const) {
    test(`on ${place}, in both languages and three themes`, async () => {
      // Looking at every cell of the staff grid three times takes most of a minute on a slow machine.
      test.slow()
      await win.go(place)
      await expect(win.page.getByRole('heading', { level: 1 })).toBeVisible()
      for (const [locale, theme] of looks) {
        await win.setLanguage(locale)
        await win.setTheme(theme)
        await win.page.waitForTimeout(300)
        expect(await findingsOf(win.page)).toEqual([])
      }
    })
  }

  test('beside the dossier, among the indicators and on the import', async () => {
    const staff = staffPage(win)
    await win.go('staff')
    await staff.openDossier(await staff.nameAt(3))
    expect(await findingsOf(win.page)).toEqual([])
    await win.button(win.w('ui.panelClose')).click()
    await staff.showIndicators()
    expect(await findingsOf(win.page)).toEqual([])
    await win.button(win.w('staff.importData')).click()
    await expect(win.button(win.w('imports.choose'))).toBeVisible()
    expect(await findingsOf(win.page)).toEqual([])
  })

  test('in the meeting: none, prepared, in the room, with notes, closed', async () => {
    const meeting = meetingPage(win)
    await win.go('meeting')
    expect(await findingsOf(win.page)).toEqual([])
    await meeting.create({ place: 'Aula' })
    await meeting.everybodyPresent()
    expect(await findingsOf(win.page)).toEqual([])
    await meeting.open()
    await expect(meeting.decision()).toBeVisible()
    await meeting.openScores()
    expect(await findingsOf(win.page)).toEqual([])
    await meeting.openNotes()
    await win.page.waitForTimeout(400)
    expect(await findingsOf(win.page)).toEqual([])
    await meeting.closeNotes()
    await meeting.close()
    expect(await findingsOf(win.page)).toEqual([])
  })

  test('in the dialogs about the file, its users and help, in both languages and three themes', async () => {
    test.slow()
    const agency = (await askEngine(win.page, 'workspace.status', {}))?.agency.name ?? ''
    const fromMenu = async (entry: string): Promise<void> => {
      await win.button(agency).click()
      await win.page.getByRole('menuitem', { name: entry }).click()
    }
    const supportFile = () =>
      timbang.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('support-file')?.click())
    for (const [locale, theme] of [
      ['en', 'dark'],
      ['id', 'contrast'],
      ['id', 'light'],
    ] as const) {
      await win.setLanguage(locale)
      await win.setTheme(theme)
      for (const openIt of [
        () => fromMenu(win.w('users.menu')),
        () => fromMenu(win.w('protection.menu')),
        supportFile,
      ]) {
        await openIt()
        await expect(win.dialog()).toBeVisible()
        expect(await findingsOf(win.page, '[role="dialog"]')).toEqual([])
        await win.page.keyboard.press('Escape')
        await expect(win.dialog()).toHaveCount(0)
      }
    }
  })

  test('negative control: it does notice a picture without words', async () => {
    await win.page.evaluate(() => {
      const image = document.createElement('img')
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
      image.id = 'without-words'
      document.querySelector('main')?.append(image)
    })
    expect((await findingsOf(win.page)).join()).toContain('image-alt')
  })
})
