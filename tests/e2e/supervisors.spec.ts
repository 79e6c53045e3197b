import { expect, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { meetingPage } from './pages/meeting-page.ts'
import { supervisorsPage } from './pages/supervisors-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { launchTimbang, type RunningTimbang } from './support/app.ts'

test.describe.configure({ mode: 'serial' })

test.describe('marked cases are brought to the meeting', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow
  /** The supervisor with the most marked cases, the people behind them, and somebody of another team. */
  let supervisor: string
  let team: readonly string[]
  let stranger: string

  const cases = async () => {
    const periodId = (await askEngine(win.page, 'workspace.status', {}))?.periods[0]?.id
    if (periodId === undefined) throw new Error('The example has no period')
    return askEngine(win.page, 'supervisors.compare', { periodId })
  }

  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    win = timbangWindow(timbang)
    await win.resize(1280, 800)
    await win.ready()
    const { supervisors, cases: marked } = await cases()
    const [most] = supervisors
      .map(({ supervisorId, name }) => ({ name, own: marked.filter((row) => row.supervisorId === supervisorId) }))
      .toSorted((one, other) => other.own.length - one.own.length)
    supervisor = most?.name ?? ''
    team = (most?.own ?? []).map((row) => row.name)
    stranger = marked.find((row) => !team.includes(row.name))?.name ?? ''
    expect(team.length).toBeGreaterThan(1)
  })
  test.afterAll(() => timbang.close())

  test('without a meeting the button says what is missing, and the one beside it leads there', async () => {
    const supervisors = supervisorsPage(win)
    await supervisors.open()
    const bring = supervisors.bring((await cases()).cases.length)
    await expect(bring).toHaveAttribute('aria-disabled', 'true')
    const reason = win.w('ui.disabledBecause', { reason: win.w('supervisors.bringNoMeeting') })
    // A pointer that was moved while the screen was still coming in has entered nothing.
    await expect(async () => {
      await win.page.mouse.move(1, 1)
      await bring.hover()
      await expect(win.page.getByRole('tooltip', { name: reason })).toBeVisible({ timeout: 1000 })
    }).toPass()
    await win.button(win.w('supervisors.planMeeting')).click()
    await meetingPage(win).create({ place: 'Aula' })
  })

  test('what the agenda holds already is not brought twice', async () => {
    const supervisors = supervisorsPage(win)
    await supervisors.open()
    await expect(supervisors.bring(0)).toHaveAttribute('aria-disabled', 'true')
    await expect(supervisors.caseOf(stranger)).toContainText(win.w('supervisors.onAgenda'))
    await expect(supervisors.caseBox(stranger)).toHaveCount(0)
  })

  test('of one supervisor only the chosen cases go to the agenda, and of nobody else', async () => {
    const meeting = meetingPage(win)
    const supervisors = supervisorsPage(win)
    const [leftOut = '', ...wanted] = team
    await win.go('meeting')
    await meeting.agreeWithout([...team, stranger])

    await supervisors.open()
    await expect(supervisors.bring(team.length + 1)).toBeVisible()
    await supervisors.choose(supervisor)
    await supervisors.teamOnly().check()
    await expect(supervisors.caseOf(stranger)).toHaveCount(0)
    await expect(supervisors.bring(team.length)).toBeVisible()
    await supervisors.caseBox(leftOut).uncheck()
    await supervisors.bring(wanted.length).click()
    await expect(win.message(win.w('supervisors.brought', { count: wanted.length }))).toBeVisible()
    for (const name of wanted) await expect(supervisors.caseOf(name)).toContainText(win.w('supervisors.onAgenda'))
    await expect(supervisors.caseOf(leftOut)).not.toContainText(win.w('supervisors.onAgenda'))
    await expect(supervisors.bring(0)).toHaveAttribute('aria-disabled', 'true')
    await win.clearMessages()
    await supervisors.teamOnly().uncheck()
    await expect(supervisors.bring(1)).toBeVisible()

    await win.button(win.w('supervisors.openAgenda')).click()
    for (const name of wanted) await expect(win.button(win.w('meeting.toConsent', { name }))).toBeVisible()
    for (const name of [leftOut, stranger])
      await expect(win.button(win.w('meeting.toConsent', { name }))).toHaveCount(0)
  })

  test('one undo takes the whole block from the agenda again', async () => {
    const supervisors = supervisorsPage(win)
    await supervisors.open()
    await win.page.keyboard.press('Control+z')
    await expect(supervisors.bring(team.length + 1)).toBeVisible()
    expect(timbang.pageErrors).toEqual([])
  })
})
