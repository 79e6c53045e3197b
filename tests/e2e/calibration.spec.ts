import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Locale } from '#renderer/i18n/locale.ts'
import { calibrationPage } from './pages/calibration-page.ts'
import { askEngine } from './pages/engine.ts'
import { meetingPage } from './pages/meeting-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { answerSaveDialog, launchTimbang, type RunningTimbang } from './support/app.ts'
import { workbookRows } from './support/files.ts'
import { findingsOf } from './support/findings.ts'

test.describe.configure({ mode: 'serial' })

test.describe('the calibration of the example agency', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow

  const periods = async () => (await askEngine(win.page, 'workspace.status', {}))?.periods ?? []
  /** What the engine computes now of the work results, with names. */
  const computed = async (place = 0) => {
    const periodId = (await periods())[place]?.id
    if (periodId === undefined) throw new Error('The example has no such period')
    const { runs, supervisors } = await askEngine(win.page, 'calibration.run', { periodId })
    const result = runs.find(({ dimension }) => dimension === 'work-results')?.result
    if (result === undefined) throw new Error('No calibration of work results')
    const nameOf = new Map(supervisors.map(({ id, name }) => [id, name]))
    const flagged = result.supervisors.filter(({ flag }) => flag !== null)
    return { result, flagged: flagged.map(({ supervisor }) => nameOf.get(supervisor) ?? ''), supervisors }
  }
  /** The address of the run that is kept. */
  const keptRun = async () => {
    const periodId = (await periods())[0]?.id
    return periodId === undefined ? null : (await askEngine(win.page, 'calibration.current', { periodId })).run
  }

  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    win = timbangWindow(timbang)
    await win.resize(1280, 800)
    await win.ready()
  })
  test.afterAll(() => timbang.close())

  test('names in words whom the computation flags, and puts the most lenient first', async () => {
    const calibration = calibrationPage(win)
    await calibration.open()
    const { result, flagged, supervisors } = await computed()
    expect(flagged.length).toBeGreaterThan(1)
    await expect(calibration.rows()).toHaveCount(supervisors.length)
    const [most] = result.supervisors.toSorted((a, b) =>
      a.leniency.kind === 'value' && b.leniency.kind === 'value' ? b.leniency.estimate - a.leniency.estimate : 0,
    )
    const lenient = supervisors.find(({ id }) => id === most?.supervisor)
    // Built into the example: these two units have lenient heads.
    expect(['PKM Melati', 'Bidang P2P']).toContain(lenient?.unitName)
    await expect(calibration.rows().first()).toContainText(lenient?.name ?? '–')
    await expect(calibration.words('known')).toContainText(lenient?.name ?? '–')
    await expect(calibration.list('favoured')).toContainText(win.w('calibration.hits'))
  })

  test('says of a period without a panel what cannot be known, and asks for the panel', async () => {
    const calibration = calibrationPage(win)
    const [now, before] = await periods()
    const { result } = await computed(1)
    expect(result.panel.scores).toBe(0)
    await win.choosePeriod(before?.name ?? '–')
    await calibration.open()
    await expect(calibration.words('unknown')).toContainText('Data belum cukup untuk membedakan')
    await expect(calibration.words('todo')).toContainText('Tambahkan penilaian ulang panel')
    await win.choosePeriod(now?.name ?? '–')
  })

  test('a supervisor is opened by key, sentences first', async () => {
    const calibration = calibrationPage(win)
    await calibration.open()
    const [, second] = await calibration.rows().all()
    await calibration.rows().first().focus()
    await win.page.keyboard.press('ArrowDown')
    await expect(second ?? win.page.locator('body')).toBeFocused()
    await win.page.keyboard.press('Enter')
    const panel = win.page.getByRole('complementary')
    await expect(panel).toBeVisible()
    await expect(panel.locator('p').first()).toContainText(/\.$/)
    await expect(panel).toContainText(win.w('calibration.distribution'))
    expect(await findingsOf(win.page)).toEqual([])
    await calibration.closePanel()
  })

  test('the table twin and the files hold the same supervisors', async () => {
    const { supervisors } = await computed()
    await win.button(win.w('ui.chartTable')).click()
    await expect(win.page.locator('main table').first().getByRole('row')).toHaveCount(supervisors.length + 1)
    const csv = join(timbang.folder, 'penilai.csv')
    await answerSaveDialog(timbang.app, csv)
    await win.button(win.w('ui.chartMenu')).click()
    await win.page.getByRole('menuitem', { name: win.w('ui.chartCsv') }).click()
    await expect(win.message(win.w('ui.chartSaved'))).toBeVisible()
    expect(readFileSync(csv, 'utf8').trim().split('\r\n')).toHaveLength(supervisors.length + 1)
    await win.clearMessages()
    const book = join(timbang.folder, 'penilai.xlsx')
    await answerSaveDialog(timbang.app, book)
    await win.button(win.w('calibration.export')).click()
    await win.page.getByRole('menuitem', { name: win.w('calibration.exportSupervisors') }).click()
    await expect(win.message(/penilai\.xlsx/)).toBeVisible()
    const rows = workbookRows(book).map((row) => row[0] ?? '')
    for (const { name } of supervisors) expect(rows).toContain(name)
    await win.clearMessages()
    await win.button(win.w('ui.chartChart')).click()
  })

  test('everybody’s proposal goes to a workbook, and the chart to a picture with every supervisor in it', async () => {
    const calibration = calibrationPage(win)
    const { result, supervisors } = await computed()
    const workbook = join(timbang.folder, 'usulan.xlsx')
    await answerSaveDialog(timbang.app, workbook)
    await win.button(win.w('calibration.export')).click()
    await win.page.getByRole('menuitem', { name: win.w('calibration.exportCases') }).click()
    await expect(win.message('usulan.xlsx')).toBeVisible()
    await win.clearMessages()
    const rows = workbookRows(workbook)
    const proposed = result.cases.filter(({ proposal }) => proposal.kind === 'proposed').length
    const figures = rows.filter((row) => /^\d+([.,]\d+)?$/.test(row[4] ?? ''))
    expect(figures).toHaveLength(proposed)
    const picture = join(timbang.folder, 'bagan.png')
    await answerSaveDialog(timbang.app, picture)
    await win.page
      .getByRole('button', { name: win.w('ui.chartMenu') })
      .first()
      .click()
    await win.page.getByRole('menuitem', { name: win.w('ui.chartPng') }).click()
    await expect(win.message(win.w('ui.chartSaved'))).toBeVisible()
    await win.clearMessages()
    // PNG: width and height stand at bytes 16 and 20. Heading 48, 26 a row, scale 24, margin 8.
    const bytes = readFileSync(picture)
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(bytes.readUInt32BE(20)).toBe(48 + supervisors.length * 26 + 24 + 8)
    expect(await calibration.rows().count()).toBe(supervisors.length)
  })

  test('another limit is tried out, thrown away, applied with a reason, and undone', async () => {
    const calibration = calibrationPage(win)
    const before = await keptRun()
    await calibration.flagPoints().focus()
    for (let step = 0; step < 8; step++) await win.page.keyboard.press('ArrowRight')
    const apply = win.button(win.w('calibration.apply'))
    await expect(apply).not.toHaveAttribute('aria-disabled', 'true')
    await win.button(win.w('calibration.discard')).click()
    await expect(apply).toHaveCount(0)
    expect((await keptRun())?.id).toBe(before?.id)

    await calibration.flagPoints().focus()
    for (let step = 0; step < 8; step++) await win.page.keyboard.press('ArrowRight')
    await expect(apply).not.toHaveAttribute('aria-disabled', 'true')
    await apply.click()
    await win
      .dialog()
      .getByRole('textbox', { name: win.w('calibration.applyReason') })
      .fill('Disepakati pimpinan')
    await win
      .dialog()
      .getByRole('button', { name: win.w('calibration.applyConfirm'), exact: true })
      .click()
    await expect(win.message(win.w('calibration.applied'))).toBeVisible()
    expect(await keptRun()).toMatchObject({ reason: 'Disepakati pimpinan', choices: { flagPoints: 7 } })
    await win.clearMessages()
    await win.page.keyboard.press('Control+z')
    await expect.poll(async () => (await keptRun())?.id).toBe(before?.id)
    await win.clearMessages()
  })

  test('how far proposals may go, and whose scores are left out, are one decision that names both', async () => {
    const calibration = calibrationPage(win)
    const before = await keptRun()
    const { flagged, supervisors } = await computed()
    const [name = '–'] = flagged
    const unitName = supervisors.find((one) => one.name === name)?.unitName
    await win.button(win.w('calibration.moreChoices')).click()
    const more = win.page.getByRole('dialog', { name: win.w('calibration.moreChoices') })
    await more.getByRole('slider', { name: win.w('calibration.mostShift') }).focus()
    await win.page.keyboard.press('Home')
    expect(await findingsOf(win.page)).toEqual([])
    await more.getByRole('combobox', { name: win.w('calibration.leftOut') }).fill(name)
    await win.page.getByRole('option', { name: `${name} (${unitName})` }).click()
    await win.page.keyboard.press('Escape')
    await expect(more).toHaveCount(0)
    const apply = win.button(win.w('calibration.apply'))
    await expect(apply).not.toHaveAttribute('aria-disabled', 'true')
    await win.button(win.w('calibration.showChanges')).click()
    const changes = calibration.panel(win.w('calibration.changes'))
    await expect(changes).toContainText(`tanpa penilaian ${name} (${unitName})`)
    await expect(changes.getByRole('row', { name })).toContainText(win.w('calibration.leftOutTag'))
    await calibration.closePanel()
    await apply.click()
    await expect(win.dialog()).toContainText(win.w('calibration.choseNoShift'))
    await expect(win.dialog()).toContainText(`tanpa penilaian ${name} (${unitName})`)
    await win
      .dialog()
      .getByRole('textbox', { name: win.w('calibration.applyReason') })
      .fill('Bidang ini dinilai ulang tersendiri')
    await win
      .dialog()
      .getByRole('button', { name: win.w('calibration.applyConfirm'), exact: true })
      .click()
    await expect(win.message(win.w('calibration.applied'))).toBeVisible()
    const leftOut = supervisors.filter((one) => one.name === name).map(({ id }) => id)
    expect(await keptRun()).toMatchObject({ choices: { mostShift: 0, leftOut } })
    await expect(calibration.rows()).toHaveCount(supervisors.length - 1)
    await win.clearMessages()
    await win.page.keyboard.press('Control+z')
    await expect.poll(async () => (await keptRun())?.id).toBe(before?.id)
    await win.clearMessages()
  })

  test('the listed cases are brought to the meeting once', async () => {
    const calibration = calibrationPage(win)
    await win.button(win.w('calibration.planMeeting')).click()
    await meetingPage(win).create({ place: 'Aula' })
    await calibration.open()
    const { result } = await computed()
    const listed = result.lookFirst.favoured.length + result.lookFirst.penalised.length
    const bring = win.page.getByRole('button', { name: /^Bawa \d+ kasus ke rapat$/ })
    await expect(bring).toBeVisible()
    expect(listed).toBeGreaterThan(0)
    await bring.click()
    await expect(win.button(win.w('calibration.bringNone'))).toHaveAttribute('aria-disabled', 'true')
    await expect(calibration.list('favoured')).toContainText(win.w('calibration.onAgenda'))
    await win.clearMessages()
  })

  test('says when a score changed since, and computes again', async () => {
    const periodId = (await periods())[0]?.id
    if (periodId === undefined) throw new Error('The example has no period')
    const { columns } = await askEngine(win.page, 'staff.board', { periodId, from: 0, count: 20 })
    const place = columns.workScore.findIndex((score) => score !== null && score < 99)
    const employeeId = columns.employeeId[place]
    if (employeeId === undefined) throw new Error('Nobody has a score')
    await askEngine(win.page, 'staff.recordCells', {
      periodId,
      mode: 'all-or-nothing',
      cells: [{ employeeId, field: 'resultScore', key: '1', text: '99', reason: '' }],
    })
    const again = win.button(win.w('calibration.computeAgain'))
    await again.click()
    await expect(win.message(win.w('calibration.computed'))).toBeVisible()
    await expect(again).toHaveCount(0)
    await win.clearMessages()
  })

  test('axe finds nothing serious, in both languages and three themes, with each panel', async () => {
    test.slow()
    const calibration = calibrationPage(win)
    await calibration.open()
    for (const [locale, theme] of [
      ['en', 'dark'],
      ['id', 'contrast'],
      ['id', 'light'],
    ] satisfies [Locale, 'dark' | 'contrast' | 'light'][]) {
      await win.setLanguage(locale)
      await win.setTheme(theme)
      expect(await findingsOf(win.page)).toEqual([])
      await win.button(win.w('calibration.formula')).click()
      await expect(calibration.panel(win.w('calibration.formula'))).toBeVisible()
      expect(await findingsOf(win.page)).toEqual([])
      await calibration.closePanel()
      await win.page.getByRole('button', { name: new RegExp(`^${win.w('calibration.allFindings')} \\(`) }).click()
      await expect(calibration.panel(win.w('calibration.allFindings'))).toBeVisible()
      expect(await findingsOf(win.page)).toEqual([])
      await calibration.closePanel()
    }
    await calibration.dimension('behaviour').click()
    await expect(calibration.rows().first()).toBeVisible()
    expect(timbang.pageErrors).toEqual([])
  })
})
