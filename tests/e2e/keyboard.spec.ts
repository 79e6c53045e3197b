import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { importPage } from './pages/import-page.ts'
import { type Keyboard, keyboard } from './pages/keyboard.ts'
import { meetingPage } from './pages/meeting-page.ts'
import { resultsPage } from './pages/results-page.ts'
import { staffPage } from './pages/staff-page.ts'
import { startPage } from './pages/start-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { answerOpenDialog, answerSaveDialog, launchTimbang, type RunningTimbang } from './support/app.ts'
import { docxText, workbookRows } from './support/files.ts'

const newcomers = [
  ['198812052015041003', 'Abdul Malik Tanjung'],
  ['199104172019032011', 'Abdul Nasir Lubis'],
] as const
const reason = 'Kegiatan di luar SKP dengan dampak terukur; disepakati panel.'
const note = 'Panel membaca bukti sebelum membuka nilai.'
const task = 'Susun rencana pengembangan'

test.describe.configure({ mode: 'serial' })

test.describe('the whole job with the keyboard alone', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow
  let keys: Keyboard
  let decidedName = ''

  test.beforeAll(async () => {
    timbang = await launchTimbang()
    win = timbangWindow(timbang)
    keys = keyboard(win)
    await win.resize(1440, 900)
  })
  test.afterAll(() => timbang.close())
  test.afterEach(() => keys.kept())

  test('the start screen: the example agency', async () => {
    await startPage(win).ready()
    await keys.use(win.button(win.w('start.exampleTry')))
    await win.ready()
    await keys.kept()
    await keys.seen()
  })

  test('the overview: every control it offers can be seen when it is reached', async () => {
    await expect(win.page.getByRole('heading', { level: 1 })).toBeVisible()
    for (let step = 0; step < 25; step++) {
      await keys.press('Tab')
      await keys.seen()
    }
  })

  test('a small file comes in', async () => {
    const unit = (await askEngine(win.page, 'workspace.status', {}))?.units[0]?.name ?? ''
    const path = join(timbang.folder, 'pegawai-baru.csv')
    const lines = newcomers.map(([nip, name]) => [nip, name, 'III/a', 'Pengelola Data', unit].join(';'))
    writeFileSync(path, `${['NIP;Nama;Golongan;Jabatan;Unit Kerja', ...lines].join('\n')}\n`)
    const before = (await askEngine(win.page, 'workspace.status', {}))?.employeeCount ?? 0
    const imports = importPage(win)
    await answerOpenDialog(timbang.app, [path])

    await keys.command(win.w('common.import'))
    await keys.use(win.button(win.w('imports.choose')))
    await keys.use(imports.commit())
    await expect(win.button(win.w('imports.doneStaff'))).toBeVisible()
    await keys.use(win.button(win.w('imports.doneStaff')))
    await expect(win.page.getByRole('heading', { level: 1, name: win.w('staff.title') })).toBeVisible()
    expect((await askEngine(win.page, 'workspace.status', {}))?.employeeCount).toBe(before + newcomers.length)
  })

  test('the grid: a score is edited and undone, a block is pasted', async () => {
    const grid = keyboardGrid(win, keys)
    await keys.use(win.button(win.w('ui.gridColumns')))
    const firstResult = win.page
      .getByRole('menuitemcheckbox')
      .filter({ hasText: win.w('staff.result', { number: '1' }) })
    await keys.to(firstResult.first(), { by: 'ArrowDown' })
    await keys.press('Enter', 'Escape')
    await keys.kept()

    await grid.enter()
    await grid.toColumn('result:1')
    await keys.press('ArrowDown', 'ArrowDown', 'ArrowDown')
    await keys.seen()
    const cells = await grid.below(2)
    const before = await Promise.all(cells.map((cell) => cell.innerText()))
    await keys.press('Enter', 'Control+a')
    await keys.type('77,25')
    await keys.press('Enter')
    await expect(cells[0] ?? grid.current()).toHaveText('77,25')
    await keys.kept()
    await keys.press('Control+z')
    await expect(cells[0] ?? grid.current()).toHaveText(before[0] ?? '')

    while ((await grid.row()) !== (await grid.rowOf(cells[0] ?? grid.current()))) await keys.press('ArrowUp')
    await win.paste('81,5\n82,5')
    await expect(cells[0] ?? grid.current()).toHaveText('81,50')
    await expect(cells[1] ?? grid.current()).toHaveText('82,50')
    await keys.kept()
  })

  test('the dossier opens, is entered with F6 and closed; the focus is back in the grid', async () => {
    const grid = keyboardGrid(win, keys)
    const name = await grid.name()
    await grid.toColumn('name', 'ArrowLeft')
    await keys.press('Enter')
    const panel = win.page.getByRole('complementary', { name })
    await expect(panel).toBeVisible()
    await keys.press('F6')
    await expect(panel.locator(':focus')).toHaveCount(1)
    await keys.use(panel.getByRole('button', { name: win.w('ui.panelClose'), exact: true }))
    await expect(panel).toHaveCount(0)
    await expect(grid.current()).toHaveAttribute('col-id', 'name')
    await keys.seen()
    await keys.press('F6')
    await expect(grid.current()).toHaveCount(0)
    await keys.press('Shift+F6')
    await expect(grid.current()).toHaveAttribute('col-id', 'name')
  })

  test('supervisors: one is opened and closed again', async () => {
    await win.goByKey('calibration')
    await keys.kept()
    await keys.use(win.button(win.w('calibration.compute')))
    await expect(win.page.locator('main [aria-pressed]').first()).toBeVisible()
    await keys.kept()
    await keys.to(win.button(win.w('calibration.formula')))
    await keys.use(win.page.locator('main [aria-pressed]').first())
    const panel = win.page.getByRole('complementary')
    await expect(panel).toBeVisible()
    await keys.press('F6')
    await keys.use(panel.getByRole('button', { name: win.w('ui.panelClose'), exact: true }))
    await expect(panel).toHaveCount(0)
    await expect(win.page.locator('main [aria-pressed]').first()).toBeFocused()
  })

  test('the meeting is made, attended and opened', async () => {
    const meeting = meetingPage(win)
    await win.goByKey('meeting')
    await keys.use(win.button(win.w('meeting.create')))
    const form = meeting.createForm()
    await keys.fill(form.getByLabel(win.w('meeting.fieldPlace')), 'Aula')
    await keys.press('Enter')
    await expect(form).toBeHidden()
    await keys.kept()
    await keys.use(win.button(win.w('meeting.allPresent')))
    await expect(win.page.getByRole('radio', { name: win.w('meeting.present'), checked: true }).first()).toBeVisible()
    await keys.kept()
    await keys.use(win.button(win.w('meeting.openMeeting')), { by: 'Shift+Tab' })
    await expect(meeting.agenda()).toBeVisible()
    await keys.kept()
  })

  test('a case is opened and decided with reason, evidence and consent', async () => {
    const meeting = meetingPage(win)
    const column = meeting.decision()
    await keys.to(meeting.agenda().locator('button[aria-current="true"]'))
    await keys.press('ArrowDown')
    decidedName = await meeting.agenda().locator('button:focus b').innerText()
    await keys.press('Enter')
    await expect(win.page.getByRole('region', { name: decidedName, exact: true })).toBeVisible()
    await keys.kept()

    const level = await meeting.checkedWorkLevel()
    const levels = column.getByRole('radiogroup', { name: win.w('meeting.workLevel'), exact: true })
    await keys.to(levels.locator('[tabindex="0"]'))
    await keys.press(level === 'above' ? '2' : '3')
    const code = column.getByRole('combobox', { name: win.w('meeting.reasonCode') })
    await keys.use(code)
    await keys.press('ArrowDown', 'ArrowDown', 'Enter')
    await expect(code).not.toHaveValue('')
    await keys.fill(column.getByRole('textbox', { name: win.w('meeting.reasonText') }), reason)
    await keys.use(meeting.linkEvidence())
    const picker = meeting.evidencePicker()
    await keys.use(picker.getByRole('checkbox').first(), { key: 'Space' })
    await keys.use(picker.getByRole('button', { name: win.w('meeting.evidenceUse', { count: 1 }) }))
    await expect(picker).toBeHidden()
    await keys.kept()
    const consent = meeting.consent()
    await keys.to(consent.locator('[tabindex="0"]'))
    await keys.press('1')
    await expect(consent.getByRole('radio', { name: win.w('meeting.consentAgreed'), exact: true })).toBeChecked()
    await keys.press('Control+Enter')
    await expect(win.message(win.w('meeting.recorded'))).toBeVisible()
    await keys.kept()
  })

  test('a note and an action item, then the meeting is closed', async () => {
    const meeting = meetingPage(win)
    const drawer = meeting.notes()
    await keys.press('n')
    await expect(drawer).toBeVisible()
    await keys.fill(drawer.getByLabel(win.w('meeting.noteText'), { exact: true }), note)
    await keys.use(drawer.getByRole('button', { name: win.w('meeting.noteAdd') }))
    await expect(drawer.getByRole('listitem').filter({ hasText: note })).toBeVisible()
    await keys.kept()
    await expect(drawer.getByLabel(win.w('meeting.noteText'), { exact: true })).toBeFocused()
    await keys.fill(drawer.getByLabel(win.w('meeting.actionTask')), task)
    await keys.fill(drawer.getByLabel(win.w('meeting.actionDue')), '11/12/2026')
    await keys.use(drawer.getByRole('button', { name: win.w('meeting.actionAdd') }))
    await expect(drawer.getByRole('listitem').filter({ hasText: task })).toBeVisible()
    await expect(drawer.getByLabel(win.w('meeting.actionTask'))).toBeFocused()
    await keys.press('Escape')
    await expect(drawer).toBeHidden()
    await keys.kept()

    await keys.command(win.w('meeting.closeMeeting'))
    await keys.use(meeting.closeDialog().getByRole('button', { name: win.w('meeting.closeMeeting'), exact: true }))
    await expect(win.button(win.w('meeting.toResults'))).toBeVisible()
    await keys.kept()
    await keys.use(win.button(win.w('meeting.toResults')))
  })

  test('minutes and final ratings leave the laptop and say it', async () => {
    const results = resultsPage(win)
    for (const [kind, extension, words] of [
      ['minutes', 'docx', 'results.formatDocx'],
      ['ratings', 'xlsx', 'results.formatXlsx'],
    ] as const) {
      const path = join(timbang.folder, `${kind}.${extension}`)
      await answerSaveDialog(timbang.app, path)
      await keys.use(results.row(kind).getByRole('button'))
      await expect(results.preview(kind).locator('iframe')).toBeVisible()
      await keys.use(win.button(win.w('results.exportAs', { format: win.w(words) })))
      await expect(win.message(win.w('results.exported', { name: win.w(`results.${kind}`) }))).toBeVisible()
      await keys.kept()
    }
    const minutes = docxText(join(timbang.folder, 'minutes.docx')).toLowerCase()
    for (const said of [decidedName, reason, task]) expect(minutes.includes(said.toLowerCase()), said).toBe(true)
    const line = workbookRows(join(timbang.folder, 'ratings.xlsx')).find((row) => row.includes(decidedName)) ?? []
    expect(line.join(' ')).toContain(reason)
    expect(timbang.pageErrors).toEqual([])
  })
})

/** The grid as the focus sees it: where it stands, and how to get somewhere else with arrows. */
function keyboardGrid(win: TimbangWindow, keys: Keyboard) {
  const { page } = win
  const current = (): Locator => page.locator('[role="gridcell"]:focus')
  const cellAt = (row: number, column: string): Locator =>
    staffPage(win).grid().locator(`[role="row"][row-index="${row}"] [col-id="${column}"]`)
  const rowOf = async (cell: Locator): Promise<number> =>
    Number(await cell.evaluate((element) => element.closest('[row-index]')?.getAttribute('row-index') ?? '-1'))
  const column = async (): Promise<string> => (await current().getAttribute('col-id')) ?? ''
  return {
    current,
    rowOf,
    row: () => rowOf(current()),
    name: async () => (await cellAt(await rowOf(current()), 'name').innerText()).trim(),
    /** The cells of this column from the focused one downwards. */
    async below(count: number): Promise<readonly Locator[]> {
      const row = await rowOf(current())
      const key = await column()
      return Array.from({ length: count }, (_, step) => cellAt(row + step, key))
    },
    /** Tab to the headings, then down into the first row. */
    async enter(): Promise<void> {
      const headings = staffPage(win).grid().locator('[role="columnheader"]:focus')
      for (let step = 0; step < 30 && (await headings.count()) === 0; step++) await keys.press('Tab')
      for (let step = 0; step < 4 && (await current().count()) === 0; step++) await keys.press('ArrowDown')
      await expect(current()).toHaveCount(1)
    },
    async toColumn(key: string, by: 'ArrowLeft' | 'ArrowRight' = 'ArrowRight'): Promise<void> {
      for (let step = 0; step < 25 && (await column()) !== key; step++) await keys.press(by)
      expect(await column()).toBe(key)
    },
  }
}
