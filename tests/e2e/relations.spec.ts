import { expect, type Locator, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { meetingPage } from './pages/meeting-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { usersPage } from './pages/users-page.ts'
import { launchTimbang, type RunningTimbang } from './support/app.ts'
import { findingsOf } from './support/findings.ts'
import { picture } from './support/pictures.ts'

const chair = { name: 'Ratna Dewi', duty: 'chair', pin: '482913' } as const
const observer = { name: 'Joko Susilo', duty: 'observer', pin: '360482' } as const

test.describe.configure({ mode: 'serial' })

test.describe('declared relations', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow
  /** Who rates and is in the room, and whose case is discussed. */
  let holder: string
  let subject: string

  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    win = timbangWindow(timbang)
    await win.resize(1280, 800)
    await win.ready()
  })
  test.afterAll(() => timbang.close())

  const panel = (title: string): Locator => win.page.getByRole('complementary', { name: title })
  const show = async () => {
    await win.page.evaluate(() => {
      window.location.hash = '#/relations'
    })
    await expect(win.page.getByRole('heading', { level: 1 })).toHaveText(win.w('relations.title'))
  }
  const choose = async (field: Locator, name: string) => {
    await field.click()
    await field.fill(name)
    await win.page
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click()
  }

  test('an empty list says who is to declare', async () => {
    const meeting = meetingPage(win)
    await win.go('meeting')
    await meeting.create({ place: 'Aula' })
    await meeting.everybodyPresent()
    const periodId = (await askEngine(win.page, 'workspace.status', {}))?.periods[0]?.id ?? ''
    const [planned] = await askEngine(win.page, 'meetings.list', { periodId })
    const room = await askEngine(win.page, 'meetings.room', { meetingId: planned?.id ?? '' })
    subject = room.items.find((item) => item.track === 'discussion')?.name ?? ''
    const supervisor = room.items.find((item) => item.name === subject)?.supervisor
    holder =
      room.participants.find((one) => one.role === 'supervisor' && ![supervisor, subject].includes(one.name))?.name ??
      ''
    await show()
    await expect(win.page.getByText(win.w('relations.emptyTitle'))).toBeVisible()
    expect(await findingsOf(win.page)).toEqual([])
    await picture(win, 'relations-empty')
  })

  test('one is recorded, listed, found, changed and withdrawn', async () => {
    await win.button(win.w('relations.add')).click()
    const form = panel(win.w('relations.newTitle'))
    await choose(form.getByRole('combobox', { name: win.w('relations.holder') }), holder)
    await choose(form.getByRole('combobox', { name: win.w('relations.subject') }), subject)
    await form.getByLabel(win.w('relations.remark')).fill('Sepupu')
    expect(await findingsOf(win.page)).toEqual([])
    await picture(win, 'relations-form')
    await form.getByRole('button', { name: win.w('common.save'), exact: true }).click()
    const grid = win.page.getByRole('region', { name: win.w('relations.grid') })
    await expect(grid.getByText(subject)).toBeVisible()
    await expect(grid.getByText('Sepupu')).toBeVisible()
    await win.clearMessages()
    await picture(win, 'relations-list')
    expect(await findingsOf(win.page)).toEqual([])
    await win.page.getByLabel(win.w('relations.find')).fill('tidak ada yang begini')
    await expect(win.page.getByText(win.w('relations.nothingFound'))).toBeVisible()
    await win.page.getByLabel(win.w('relations.find')).fill(holder.slice(0, 6))
    await grid.getByText(subject).dblclick()
    const open = panel(win.w('relations.editTitle'))
    await open.getByLabel(win.w('relations.remark')).fill('Sepupu satu kali')
    await open.getByRole('button', { name: win.w('common.save'), exact: true }).click()
    await expect(grid.getByText('Sepupu satu kali')).toBeVisible()
  })

  test('who has not handed in a statement stands on a list', async () => {
    await win.page.getByRole('radio', { name: win.w('relations.view-statements') }).click()
    const grid = win.page.getByRole('region', { name: win.w('relations.raters') })
    await grid.getByText(holder, { exact: true }).dblclick()
    const open = panel(holder)
    await expect(open.getByText(subject)).toBeVisible()
    await picture(win, 'relations-statement')
    expect(await findingsOf(win.page)).toEqual([])
    await open.getByRole('button', { name: win.w('relations.receive') }).click()
    await expect(open.getByRole('button', { name: win.w('relations.removeStatement') })).toBeVisible()
    await win.clearMessages()
    await win.setLanguage('en')
    await win.setTheme('dark')
    await picture(win, 'relations-statements-dark')
    expect(await findingsOf(win.page)).toEqual([])
    await win.setTheme('light')
    await win.setLanguage('id')
  })

  test('the meeting proposes the recusal, and cannot decide before', async () => {
    const meeting = meetingPage(win)
    await win.go('meeting')
    await expect(win.page.getByText(win.w('relations.dueMeeting', { count: 1 }))).toBeVisible()
    await picture(win, 'relations-preparation')
    await meeting.open()
    await win.page
      .getByRole('button', { name: new RegExp(subject) })
      .first()
      .click()
    await expect(win.page.getByText(win.w('relations.dueCase', { name: holder }))).toBeVisible()
    await win.clearMessages()
    await picture(win, 'relations-room')
    expect(await findingsOf(win.page)).toEqual([])
    await win.button(win.w('relations.stay')).click()
    await win.dialog().getByLabel(win.w('relations.stayReason')).fill('Hanya mencatat')
    await win
      .dialog()
      .getByRole('button', { name: win.w('relations.stayConfirm') })
      .click()
    await expect(
      win.page.getByText(win.w('relations.waivedCase', { name: holder, reason: 'Hanya mencatat' })),
    ).toBeVisible()
    await win.button(win.w('relations.unstay')).click()
    await win.button(win.w('relations.recuseOne')).click()
    await expect(win.page.getByText(win.w('meeting.recusedCase', { names: holder }))).toBeVisible()
    await expect(win.page.getByText(win.w('relations.dueCase', { name: holder }))).toHaveCount(0)
  })

  test('an observer sees nothing of it', async () => {
    const agency = (await askEngine(win.page, 'workspace.status', {}))?.agency.name ?? ''
    const users = usersPage(win, agency)
    await users.open()
    await users.add(chair, null)
    await users.add(observer, chair)
    await users.close()
    await users.signIn(observer.name, observer.pin)
    await show().catch(() => undefined)
    await expect(win.page.getByText(win.w('relations.closedTitle'))).toBeVisible()
    await expect(win.page.getByText(subject)).toHaveCount(0)
    expect(await findingsOf(win.page)).toEqual([])
    await picture(win, 'relations-closed')
  })

  test('a declaration is withdrawn with a reason and stays on record', async () => {
    const agency = (await askEngine(win.page, 'workspace.status', {}))?.agency.name ?? ''
    await usersPage(win, agency).signIn(chair.name, chair.pin)
    const grid = win.page.getByRole('region', { name: win.w('relations.grid') })
    await grid.getByText(subject).dblclick()
    await win.button(win.w('relations.withdraw')).click()
    await win.dialog().getByLabel(win.w('relations.withdrawReason')).fill('Salah orang')
    await win
      .dialog()
      .getByRole('button', { name: win.w('relations.withdraw') })
      .click()
    await expect(panel(win.w('relations.withdrawnTitle')).getByText('Salah orang')).toBeVisible()
    await expect(grid.getByText(subject)).toHaveCount(0)
    await win.page.getByLabel(win.w('relations.showWithdrawn')).check()
    await expect(grid.getByText(subject)).toBeVisible()
    await picture(win, 'relations-withdrawn')
    expect(await findingsOf(win.page)).toEqual([])
  })
})
