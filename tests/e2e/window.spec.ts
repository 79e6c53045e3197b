import { copyFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import { fieldNames } from '#contract/import-names.ts'
import { askEngine } from './pages/engine.ts'
import { importPage } from './pages/import-page.ts'
import { meetingPage } from './pages/meeting-page.ts'
import { staffPage } from './pages/staff-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { answerSaveDialog, launchTimbang, type RunningTimbang } from './support/app.ts'
import { dropFiles } from './support/drop.ts'
import { workbookRows } from './support/files.ts'

test.describe.configure({ mode: 'serial' })

test.describe('one window, each way in and out once', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow

  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    win = timbangWindow(timbang)
    await win.ready()
    await win.resize(1440, 900)
  })
  test.afterAll(() => timbang.close())

  const status = () => askEngine(win.page, 'workspace.status', {})
  const staffFile = (name: string, headings: string, rows: readonly string[]): string => {
    const path = join(timbang.folder, name)
    writeFileSync(path, `${[headings, ...rows].join('\n')}\n`)
    return path
  }

  test('reading a large file is cancelled: a sentence, and nothing has changed', async () => {
    const imports = importPage(win)
    const before = await status()
    const rows = Array.from(
      { length: 60_000 },
      (_, index) =>
        `19${String(index).padStart(6, '0')}2015041${String(index % 1000).padStart(3, '0')};Pegawai ${index}`,
    )
    await imports.enter()
    await imports.choose(staffFile('besar.csv', 'NIP;Nama', rows))
    const progress = win.page.getByRole('dialog', { name: win.w('imports.reading') })
    await expect(progress.getByRole('progressbar')).toBeVisible()
    await progress.getByRole('button', { name: win.w('common.cancel'), exact: true }).click()
    await expect(win.message(errorSentence('E-CANCELLED', {}, 'id'))).toBeVisible()
    await expect(progress).toHaveCount(0)
    await expect(win.button(win.w('imports.choose'))).toBeVisible()
    expect(await status()).toEqual(before)
    await win.clearMessages()
  })

  test('a column matched by hand is matched by itself in the next file', async () => {
    const imports = importPage(win)
    const meaning = win.page.getByRole('combobox', {
      name: win.w('imports.meaningOf', { column: 'C', heading: 'Kode Kelas' }),
    })
    const toColumns = () =>
      win.page
        .getByRole('navigation', { name: win.w('imports.steps') })
        .getByRole('button', { name: win.w('imports.stepColumns') })
        .click()
    await imports.choose(staffFile('satu.csv', 'NIP;Nama;Kode Kelas', ['198812052015041003;Abdul Malik Tanjung;III/c']))
    await toColumns()
    await expect(meaning).toHaveValue(win.w('imports.columnUnused'))
    await meaning.click()
    await win.page.getByRole('option', { name: fieldNames.grade.id, exact: true }).click()
    await expect(win.page.getByText(win.w('imports.mappingManual'))).toBeVisible()
    await imports.write()

    await win.button(win.w('imports.doneMore')).click()
    await imports.choose(staffFile('dua.csv', 'NIP;Nama;Kode Kelas', ['199104172019032011;Abdul Nasir Lubis;II/d']))
    await toColumns()
    await expect(win.page.getByText(win.w('imports.mappingRemembered'))).toBeVisible()
    await expect(meaning).toHaveValue(fieldNames.grade.id)
    await imports.write()
    await win.clearMessages()
  })

  test('a table dropped on the window is read into the import', async () => {
    const path = staffFile('dilepas.csv', 'NIP;Nama', ['199505152020121009;Abdul Rahim Siagian'])
    await win.go('overview')
    await dropFiles(timbang, [path])
    await expect(win.page.getByText(basename(path)).first()).toBeVisible()
    const imports = importPage(win)
    await imports.write()
    await win.button(win.w('imports.doneStaff')).click()
    await expect(await staffPage(win).cell('Abdul Rahim Siagian', 'name')).toBeVisible()
    await win.clearMessages()
  })

  test('a view of the grid is saved under a name, left, taken up again and removed', async () => {
    const staff = staffPage(win)
    const shown = async (name: string) => (await staff.grid().getByText(name, { exact: true }).count()) > 0
    const views = win.page.getByRole('button', { name: new RegExp(`^${win.w('staff.views')}`) })
    const choose = async (item: string): Promise<void> => {
      await views.click()
      await win.page.getByRole('menuitem', { name: item, exact: true }).click()
    }
    await staff.search('Abdul Nasir')
    await expect.poll(() => shown('Abdul Malik Tanjung')).toBe(false)
    await choose(win.w('staff.viewSave'))
    await win.dialog().getByLabel(win.w('staff.viewName')).fill('Abdul saja')
    await win
      .dialog()
      .getByRole('button', { name: win.w('common.save'), exact: true })
      .click()
    await expect(win.message(win.w('staff.viewSaved', { name: 'Abdul saja' }))).toBeVisible()
    await expect(views).toHaveText(win.w('staff.viewNamed', { name: 'Abdul saja' }))
    await choose(win.w('staff.viewDefault'))
    await expect.poll(() => shown('Abdul Malik Tanjung')).toBe(true)
    await choose('Abdul saja')
    await expect.poll(() => shown('Abdul Malik Tanjung')).toBe(false)
    expect(await shown('Abdul Nasir Lubis')).toBe(true)
    await win.clearMessages()
  })

  test('the grid as it stands leaves as a workbook', async () => {
    const path = join(timbang.folder, 'pegawai.xlsx')
    // The system's file manager would outlive the test.
    await timbang.app.evaluate(({ shell }) => {
      shell.showItemInFolder = (shown) => Object.assign(globalThis, { shown })
    })
    await answerSaveDialog(timbang.app, path)
    await win.button(win.w('common.export')).click()
    await win.page.getByRole('menuitem', { name: win.w('staff.exportXlsx') }).click()
    await expect(win.message(win.w('staff.exported', { path }))).toBeVisible()
    expect(await timbang.app.evaluate(() => Reflect.get(globalThis, 'shown'))).toBe(path)
    const rows = workbookRows(path)
    expect(rows.some((row) => row.includes(win.w('staff.name')) && row.includes(win.w('staff.nip')))).toBe(true)
    // The saved view of the test before is still on: one person, and the sentence that says so.
    expect(rows.filter((row) => row.some((cell) => cell.startsWith('Abdul')))).toHaveLength(1)
    await win.clearMessages()
  })

  test('the dossier prints itself alone', async () => {
    const staff = staffPage(win)
    const dossier = await staff.openDossier('Abdul Nasir Lubis')
    const print = dossier.getByRole('button', { name: win.w('staff.print'), exact: true })
    await win.page.evaluate(() => {
      window.print = () => {
        const sheet = document.querySelector('[data-print-sheet]')
        const isShown = (element: Element | null) => element?.checkVisibility() ?? false
        document.documentElement.dataset.printed = JSON.stringify({
          words: sheet?.textContent ?? '',
          sheet: isShown(sheet),
          app: isShown(document.getElementById('root')),
        })
      }
    })
    await win.page.emulateMedia({ media: 'print' })
    await print.evaluate((button: HTMLElement) => button.click())
    await win.page.emulateMedia({ media: null })
    const printed = JSON.parse((await win.page.locator('html').getAttribute('data-printed')) ?? '{}')
    expect(printed).toMatchObject({ sheet: true, app: false })
    expect(printed.words).toContain('Abdul Nasir Lubis')
    await expect(win.page.locator('[data-print-sheet]')).toHaveCount(0)
    await win.button(win.w('ui.panelClose')).click()
  })

  test('somebody who came after the agenda was made is taken to the meeting from the dossier', async () => {
    const staff = staffPage(win)
    const meeting = meetingPage(win)
    const name = 'Abdul Samad Harahap'
    await win.go('meeting')
    await meeting.create({ place: 'Aula' })
    await dropFiles(timbang, [staffFile('susulan.csv', 'NIP;Nama', [`199707172022031004;${name}`])])
    await importPage(win).write()
    await win.button(win.w('imports.doneStaff')).click()
    await staff.search('Samad')
    await expect.poll(() => staff.nameAt(0)).toBe(name)
    const dossier = await staff.openDossier(name)
    const take = dossier.getByRole('button', { name: win.w('staff.takeToMeeting'), exact: true })
    await take.click()
    await expect(win.message(win.w('staff.taken'))).toBeVisible()
    await expect(take).toHaveAttribute('aria-disabled', 'true')
    await win.go('meeting')
    await expect(win.button(win.w('meeting.toConsent', { name }))).toBeVisible()
    await win.clearMessages()
  })

  test('a workspace dropped on the window is opened', async () => {
    const before = await status()
    const copy = join(timbang.folder, 'salinan-rapat.timbang')
    copyFileSync(before?.path ?? '', copy)
    await dropFiles(timbang, [copy])
    await expect.poll(async () => (await status())?.path).toBe(copy)
    await win.ready()
    expect((await status())?.employeeCount).toBe(before?.employeeCount)
    expect(timbang.pageErrors).toEqual([])
  })
})
