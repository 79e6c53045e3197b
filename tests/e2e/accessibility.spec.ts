import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { Locale } from '#renderer/i18n/locale.ts'
import { meetingPage } from './pages/meeting-page.ts'
import { staffPage } from './pages/staff-page.ts'
import { startPage } from './pages/start-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { launchTimbang, type RunningTimbang } from './support/app.ts'

/** What axe calls serious or critical, one line each, so that a failure says what and where. */
async function findingsOf(page: Page): Promise<readonly string[]> {
  // In its default mode axe opens a page of its own, which Electron does not have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 5).map((node) => `${id}: ${node.target.join(' ')}`))
}

test.describe.configure({ mode: 'serial' })

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

  for (const place of ['overview', 'staff', 'supervisors', 'results', 'follow-ups', 'trail'] as const) {
    test(`on ${place}, in both languages and three themes`, async () => {
      // Looking at every cell of the staff grid five times takes most of a minute on a slow machine.
      test.slow()
      await win.go(place)
      await expect(win.page.getByRole('heading', { level: 1 })).toBeVisible()
      for (const locale of ['en', 'id'] satisfies Locale[]) {
        await win.setLanguage(locale)
        await win.page.waitForTimeout(300)
        expect(await findingsOf(win.page)).toEqual([])
      }
      for (const theme of ['dark', 'contrast', 'light'] as const) {
        await win.setTheme(theme)
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
