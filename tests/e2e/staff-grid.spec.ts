import { expect, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { staffPage } from './pages/staff-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { viewsMenu } from './pages/views-menu.ts'
import { launchTimbang, type RunningTimbang } from './support/app.ts'

test.describe.configure({ mode: 'serial' })

test.describe('the staff grid of a workspace that was just opened', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow
  const incomplete = 'Belum lengkap saja'
  const centres = 'Puskesmas, per indikator'
  const passing = 'Sementara'
  /** What the first view says of itself. */
  let filtered = ''

  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    win = timbangWindow(timbang)
    await win.resize(1280, 800)
    await win.ready()
  })
  test.afterAll(() => timbang.close())

  test('names the supervisor of everybody at the first sight', async () => {
    const staff = staffPage(win)
    const status = await askEngine(win.page, 'workspace.status', {})
    const periodId = status?.periods[0]?.id
    if (periodId === undefined) throw new Error('The example has no period')
    const { columns, supervisors } = await askEngine(win.page, 'staff.board', { periodId, from: 0, count: 10 })
    const names = new Map(supervisors.map(({ id, name }) => [id, name]))
    await win.go('staff')
    for (const [index, name] of columns.name.entries()) {
      const supervisor = names.get(columns.supervisorId[index] ?? '') ?? win.w('staff.supervisorNone')
      await expect(await staff.cell(name, 'supervisorId')).toHaveText(supervisor)
    }
  })

  test('numbers its rows from one, also after a search', async () => {
    const staff = staffPage(win)
    const all = await staff.sentence()
    await staff.search('Puskesmas')
    await expect.poll(() => staff.sentence()).not.toBe(all)
    const shown = Number(/\d+/.exec(await staff.sentence())?.[0])
    await expect.poll(() => staff.numbers()).toEqual(Array.from({ length: shown }, (_, index) => index + 1))
    await staff.search('')
    await expect.poll(() => staff.sentence()).toBe(all)
  })

  test('keeps named views: saved, chosen, and no longer named once something is changed', async () => {
    const staff = staffPage(win)
    const views = viewsMenu(win)
    const everybody = await staff.sentence()
    await staff.filterBy('conditions', win.w('staff.condition-incomplete'))
    await views.save(incomplete)
    filtered = await staff.sentence()
    expect(filtered).not.toBe(everybody)

    await views.choose(win.w('staff.viewDefault'))
    await expect.poll(() => staff.sentence()).toBe(everybody)
    await staff.search('Puskesmas')
    await staff.showIndicators()
    await views.save(centres)
    await views.save(passing)
    expect([...(await views.names())].toSorted()).toEqual([incomplete, centres, passing].toSorted())

    await views.choose(incomplete)
    await expect(views.button(incomplete)).toBeVisible()
    await expect(staff.grid()).toBeVisible()
    await expect.poll(() => staff.sentence()).toBe(filtered)
    await staff.search('Pusk')
    await expect(views.button(null)).toBeVisible()
    await views.choose(centres)
    await expect(views.button(centres)).toBeVisible()
    await expect(win.page.getByRole('region', { name: win.w('staff.indicatorGridLabel') })).toBeVisible()
    await expect(win.page.getByRole('searchbox', { name: win.w('staff.quick') })).toHaveValue('Puskesmas')
  })

  test('removes a view; one undo brings it back', async () => {
    const views = viewsMenu(win)
    const three = await views.names()
    await views.choose(passing)
    await views.remove(passing)
    await expect(views.button(null)).toBeVisible()
    expect(await views.names()).toEqual(three.filter((name) => name !== passing))
    await win
      .message(win.w('staff.viewRemoved'))
      .getByRole('button', { name: win.w('common.undo') })
      .click()
    await expect.poll(async () => [...(await views.names())].toSorted()).toEqual([...three].toSorted())
    await win.clearMessages()
    await views.remove(passing)
    await win.clearMessages()
  })

  test('has them again after the application was closed', async () => {
    const path = (await askEngine(win.page, 'workspace.status', {}))?.path ?? ''
    expect(timbang.pageErrors).toEqual([])
    await timbang.app.close()
    const again = await launchTimbang({ args: [path] })
    try {
      const reopened = timbangWindow(again)
      await reopened.ready()
      await reopened.go('staff')
      const staff = staffPage(reopened)
      const views = viewsMenu(reopened)
      await expect(staff.grid()).toBeVisible()
      expect([...(await views.names())].toSorted()).toEqual([incomplete, centres].toSorted())
      await views.choose(incomplete)
      await expect(views.button(incomplete)).toBeVisible()
      await expect.poll(() => staff.sentence()).toBe(filtered)
    } finally {
      await again.close()
    }
  })
})
