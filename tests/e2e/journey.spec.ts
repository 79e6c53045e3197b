import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { importPage } from './pages/import-page.ts'
import { meetingPage } from './pages/meeting-page.ts'
import { overviewPage } from './pages/overview-page.ts'
import { resultsPage } from './pages/results-page.ts'
import { staffPage } from './pages/staff-page.ts'
import { startPage } from './pages/start-page.ts'
import { supervisorsPage } from './pages/supervisors-page.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { launchTimbang, type RunningTimbang } from './support/app.ts'
import { docxText, hasProgram, integrityOf, pdfText, workbookRows } from './support/files.ts'
import {
  officeFiles,
  officeHead,
  officePeople,
  officeRaters,
  scoresFile,
  withoutWorkLevel,
  wronglyScored,
} from './support/office.ts'

const agency = 'Dinas Kearsipan'
const changed = wronglyScored
const proposed = 'Dian Puspita'
const kept = 'Gilang Ramadhan'
const number = '045.2/31/2026'
const task = 'Susun daftar arsip yang lengkap'
const reason = 'Berkas yang ditata melampaui target dan diperiksa langsung oleh panel.'

test.describe.configure({ mode: 'serial' })

test.describe('one evaluation meeting, from Excel files to signed-off results', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow
  let workspace: string

  test.beforeAll(async () => {
    timbang = await launchTimbang()
    win = timbangWindow(timbang)
    await win.resize(1280, 800)
    workspace = join(timbang.folder, 'arsip.timbang')
  })
  test.afterAll(() => timbang.close())

  test('a new workspace through the wizard', async () => {
    const start = startPage(win)
    await start.ready()
    await start.create(
      {
        agency,
        government: 'Pemerintah Kabupaten Cakra',
        place: 'Cakra',
        units: ['Sekretariat', 'Bidang Layanan', 'Bidang Pengolahan'],
        path: workspace,
      },
      'import',
    )
    await win.ready()
    await expect(win.button(win.w('imports.choose'))).toBeVisible()
    await expect(win.page.getByText(agency).first()).toBeVisible()
  })

  test('files of the office: a wrong cell is named and nothing is written, then all is taken', async () => {
    const { folder } = timbang
    const imports = importPage(win)
    const others = await officeFiles(folder)
    await imports.choose(...others, await scoresFile(folder, 'nilai-salah.xlsx', { wrong: true }))
    const finding = imports.findings().getByRole('listitem').filter({ hasText: 'delapan puluh' })
    await expect(finding).toContainText(/D\d+|kolom D/)
    await expect(finding).toContainText(String(rowOf(wronglyScored)))
    await expect(imports.commit()).toHaveAttribute('aria-disabled', 'true')
    expect((await askEngine(win.page, 'workspace.status', {}))?.employeeCount).toBe(0)

    await imports.choose(...others, await scoresFile(folder, 'nilai.xlsx', { wrong: false }))
    await expect(imports.findings().getByRole('listitem').filter({ hasText: 'delapan puluh' })).toHaveCount(0)
    await imports.write()
    expect((await askEngine(win.page, 'workspace.status', {}))?.employeeCount).toBe(officePeople.length + 1)
  })

  test('the grid: a block pasted from Excel, a cell by keyboard with its reason, undone again', async () => {
    const staff = staffPage(win)
    await win.go('staff')
    const levels = async () =>
      Promise.all(withoutWorkLevel.map(async (name) => (await staff.cell(name, 'workLevel')).innerText()))
    expect(await levels()).toEqual(withoutWorkLevel.map(() => win.w('staff.levelNone')))

    await (await staff.cell(withoutWorkLevel[0] ?? '', 'workLevel')).click()
    await win.paste(withoutWorkLevel.map(() => 'Sesuai').join('\n'))
    await expect.poll(levels).toEqual(withoutWorkLevel.map(() => win.w('ui.meets')))

    const cell = await staff.cell(kept, 'workLevel')
    await cell.click()
    await win.page.keyboard.press('3')
    await win.page
      .getByRole('textbox', { name: new RegExp(`^${win.w('staff.reasonField')}`) })
      .fill('Dipercepat atas permintaan pimpinan')
    await win.page.getByRole('button', { name: new RegExp(`^${win.w('staff.reasonSave')}`) }).click()
    await expect(cell).toHaveText(win.w('ui.above'))
    await win.button(`${win.w('common.undo')} (Ctrl Z)`).click()
    await expect(cell).toHaveText(win.w('ui.meets'))
    await win.clearMessages()
  })

  test('the dossier shows the evidence behind a row', async () => {
    const staff = staffPage(win)
    const dossier = await staff.openDossier(changed)
    await expect(dossier).toContainText(officeRaters[0])
    await expect(dossier).toContainText('126 berkas')
    await expect(dossier).toContainText('Membantu rekan tepat waktu')
    await win.button(win.w('ui.panelClose')).click()
  })

  test('supervisors stand side by side, said to be uncorrected', async () => {
    await supervisorsPage(win).open()
    for (const name of officeRaters) await expect(win.page.getByText(name).first()).toBeVisible()
  })

  test('the organisation predicate is set for every unit', async () => {
    await overviewPage(win).setOrganisationGood('Bupati Cakra')
    await win.clearMessages()
  })

  test('the meeting: attendance, one change with consent, one proposal, one kept, the consent list', async () => {
    const meeting = meetingPage(win)
    await win.go('meeting')
    await meeting.create({ place: 'Ruang Rapat', quorum: 2 })
    await meeting.everybodyPresent()
    await meeting.discuss([changed, proposed, kept])
    await meeting.open()

    await meeting.chooseCase(changed)
    await meeting.openScores()
    const document = 'Laporan penataan arsip, Oktober 2026'
    await meeting.fillChange({
      workLevel: 'above',
      behaviourLevel: 'above',
      reasonCode: 'A1',
      reason,
      document,
      consent: 'agreed',
    })
    await meeting.record()
    await expect(win.message(win.w('meeting.recorded'))).toBeVisible()

    await meeting.chooseCase(proposed)
    await meeting.fillChange({
      workLevel: 'below',
      reasonCode: 'A3',
      reason: 'Daftar arsip belum lengkap; penilai memeriksa dahulu.',
      document: 'Daftar arsip',
      consent: 'pending',
    })
    await meeting.record()
    await expect(win.message(win.w('meeting.recordedProposal'))).toBeVisible()

    await meeting.chooseCase(kept)
    await meeting.keepByKey()
    // The head is rated outside the agency: nothing to keep, so the case waits.
    await meeting.chooseCase(officeHead)
    await meeting.defer('Dinilai oleh bupati')
    while ((await meeting.waiting()) > 1) {
      await meeting.chooseNext()
      await meeting.keepByKey()
    }
    await meeting.decideConsentList()
    await win.clearMessages()

    await meeting.openNotes()
    await meeting.addNote('Panel membaca bukti sebelum nilai dibuka.', officeHead)
    await meeting.addFollowUp(task, proposed, '11/12/2026')
    await meeting.closeNotes()
    await meeting.close()
  })

  test('the results leave the laptop and say what was decided', async () => {
    const results = resultsPage(win)
    const at = (name: string) => join(timbang.folder, name)
    await win.go('results')
    await results.giveNumber(number)
    await results.exportTo('minutes', 'pdf', at('berita-acara.pdf'))
    await results.exportTo('minutes', 'docx', at('berita-acara.docx'))
    await results.exportTo('ratings', 'xlsx', at('nilai-akhir.xlsx'))
    await results.exportTo('ratings', 'pdf', at('nilai-akhir.pdf'))

    const minutes = docxText(at('berita-acara.docx'))
    for (const words of [number, agency, changed, proposed, 'Sangat Baik', reason]) {
      expect(minutes.toLowerCase()).toContain(words.toLowerCase())
    }
    const rows = workbookRows(at('nilai-akhir.xlsx'))
    const line = (name: string) => rows.find((row) => row.includes(name)) ?? []
    expect(line(changed)).toEqual(expect.arrayContaining(['Baik', 'Sangat Baik']))
    expect(line(changed).join(' ')).toContain(reason)
    expect(line(kept).filter((cell) => cell === 'Baik')).toHaveLength(2)
    expect(line(proposed).filter((cell) => cell === 'Baik')).toHaveLength(2)
  })

  test('the printed documents carry the same words', async () => {
    test.skip(!hasProgram('pdftotext'), 'pdftotext is not installed')
    const minutes = pdfText(join(timbang.folder, 'berita-acara.pdf'))
    for (const words of [number, changed, 'Sangat Baik', officeHead]) expect(minutes).toContain(words)
    expect(pdfText(join(timbang.folder, 'nilai-akhir.pdf'))).toContain(changed)
  })

  test('SQLite itself finds the file sound while the application is idle', async () => {
    test.skip(!hasProgram('sqlite3'), 'sqlite3 is not installed')
    await win.saved()
    expect(integrityOf(workspace)).toBe('ok')
  })

  test('opened again, the file says the same', async () => {
    const journal = (await askEngine(win.page, 'workspace.status', {}))?.journalLength
    expect(timbang.pageErrors).toEqual([])
    await timbang.app.close()
    const again = await launchTimbang({ args: [workspace] })
    try {
      const reopened = timbangWindow(again)
      await reopened.ready()
      expect((await askEngine(reopened.page, 'workspace.status', {}))?.journalLength).toBe(journal)
      await reopened.go('meeting')
      const row = reopened.page.getByRole('row').filter({ hasText: changed })
      await expect(row).toContainText('Sangat Baik')
      await reopened.go('results')
      await expect(reopened.page.getByLabel(reopened.w('results.number'))).toHaveValue(number)
      await reopened.go('follow-ups')
      await expect(reopened.page.getByText(task).first()).toBeVisible()
    } finally {
      await again.close()
    }
  })
})

/** Where a person's first score stands in the office's file: two rows each, below the headings. */
function rowOf(name: string): number {
  return officePeople.findIndex((one) => one.name === name) * 2 + 2
}
