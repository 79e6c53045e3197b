import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { answerOpenDialog, answerSaveDialog, launchTimbang, type RunningTimbang } from './support/app.ts'
import { findingsOf } from './support/findings.ts'
import { picture } from './support/pictures.ts'

interface Ballot {
  codes: string[]
  scores: Record<string, Record<string, number | null>>
}

test.describe.configure({ mode: 'serial' })

test.describe('the panel', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow
  const ballot = () => join(timbang.folder, 'surat.json')
  const page = () => win.page
  const rowOf = (name: string): Locator => page().getByRole('row').filter({ hasText: name })
  const show = (view: 'panel' | 'agreement' | 'common') =>
    page()
      .getByRole('radio', { name: win.w(`panel.view-${view}`), exact: true })
      .click()

  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    win = timbangWindow(timbang)
    await win.resize(1280, 800)
    await win.ready()
  })
  test.afterAll(() => timbang.close())

  test('of the example tells how far it is and how far it agrees, in words first', async () => {
    test.slow()
    await win.go('calibration')
    await page()
      .getByRole('navigation', { name: win.w('common.calibrationPages') })
      .getByText(win.w('common.panel'))
      .click()
    await expect(page().getByRole('heading', { level: 1, name: win.w('panel.title') })).toBeVisible()
    await expect(page().getByText(win.w('panel.adviceTitle'))).toBeVisible()
    await picture(win, 'panel-done-id')
    for (const locale of ['en', 'id'] as const) {
      await win.setLanguage(locale)
      expect(await findingsOf(page())).toEqual([])
    }
    await show('agreement')
    await expect(page().getByText(win.w('panel.figures')).first()).toBeVisible()
    await page().getByText(win.w('panel.figures')).first().click()
    await picture(win, 'panel-agreement-id')
    expect(await findingsOf(page())).toEqual([])
    await win.setTheme('dark')
    expect(await findingsOf(page())).toEqual([])
    await picture(win, 'panel-agreement-dark')
    await win.setTheme('light')
  })

  test('is drawn anew after its draw was withdrawn with a reason', async () => {
    await show('panel')
    await win.button(win.w('panel.withdraw')).click()
    const dialog = page().getByRole('dialog', { name: win.w('panel.withdrawTitle') })
    await dialog.getByLabel(win.w('panel.reason')).fill('Panel diganti')
    await dialog.getByRole('button', { name: win.w('panel.withdraw') }).click()
    await page().getByLabel(win.w('panel.outsider')).fill('Dr. Nur Aini')
    await page().keyboard.press('Enter')
    await expect(rowOf('Dr. Nur Aini')).toBeVisible()
    await page().getByLabel(win.w('panel.dossiers'), { exact: true }).fill('24')
    await expect(page().getByText(/Dengan 24 berkas Anda akan mengetahui/)).toBeVisible()
    await win.clearMessages()
    await picture(win, 'panel-draw-id')
    expect(await findingsOf(page())).toEqual([])
    await win.button(win.w('panel.draw')).click()
    await expect(page().getByText(/^24 dari \d+ pegawai, di \d+ tim$/)).toBeVisible()
    await win.clearMessages()
    await picture(win, 'panel-drawn-id')
  })

  test('is scored on the laptop, one dossier after the other, by keyboard', async () => {
    await win.button(win.w('panel.scoreOf', { name: 'Dr. Nur Aini' })).click()
    await expect(
      page().getByRole('heading', { level: 1, name: win.w('panel.sheetOf', { name: 'Dr. Nur Aini' }) }),
    ).toBeVisible()
    const codes = page()
      .getByRole('navigation', { name: win.w('panel.codes') })
      .getByRole('button')
    const field = page().getByLabel(win.w('panel.dimension-work-results'))
    await field.fill('82,5')
    await page().keyboard.press('Enter')
    await expect(codes.first()).toContainText(win.w('panel.done'))
    await expect(codes.nth(1)).toHaveAttribute('aria-current', 'true')
    await picture(win, 'panel-sheet-id')
    expect(await findingsOf(page())).toEqual([])
    await field.fill('120')
    await page().keyboard.press('Enter')
    await expect(page().getByText(win.w('panel.outOfScale'))).toBeVisible()
    await codes.first().click()
    await expect(page().getByText(win.w('panel.saved', { score: '82,5' }))).toBeVisible()
    await win.button(win.w('panel.closeSheet')).click()
    await expect(rowOf('Dr. Nur Aini')).toContainText(/1 dari \d+/)
  })

  test('is scored in a file on another computer; a touched file is refused, the honest one taken', async () => {
    await answerSaveDialog(timbang.app, ballot())
    await win.button(win.w('panel.ballotOf', { name: 'Dr. Nur Aini' })).click()
    await page()
      .getByRole('menuitem', { name: win.w('panel.ballotJson') })
      .click()
    await expect(rowOf('Dr. Nur Aini')).toContainText(/surat dibagikan/)
    await win.clearMessages()
    const honest = JSON.parse(readFileSync(ballot(), 'utf8')) as Ballot
    honest.codes.forEach((code, index) => {
      honest.scores[code] = { 'work-results': 70 + index }
    })
    const touched = join(timbang.folder, 'diubah.json')
    writeFileSync(touched, JSON.stringify({ ...honest, panelist: 'lain' }))
    writeFileSync(ballot(), JSON.stringify(honest))
    await answerOpenDialog(timbang.app, [touched])
    await win.button(win.w('panel.merge')).click()
    const dialog = page().getByRole('dialog', { name: win.w('panel.mergeTitle') })
    await expect(dialog).toContainText(errorSentence('E-BALLOT-TAMPERED', { file: 'diubah.json' }, 'id'))
    await picture(win, 'panel-merge-refused')
    expect(await findingsOf(page())).toEqual([])
    await page().keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await answerOpenDialog(timbang.app, [ballot()])
    await win.button(win.w('panel.merge')).click()
    await expect(dialog).toContainText(win.w('panel.brings', { count: String(honest.codes.length) }))
    await dialog.getByRole('button', { name: win.w('panel.mergeConfirm') }).click()
    await expect(dialog).toHaveCount(0)
    await expect(rowOf('Dr. Nur Aini')).toContainText(/selesai/)
    await win.clearMessages()
  })

  test('has common cases that supervisors score, compared in words', async () => {
    await show('common')
    await win.button(win.w('panel.commonAdd')).first().click()
    const form = page().getByRole('dialog', { name: win.w('panel.commonAdd') })
    await form.getByLabel(win.w('panel.commonName')).fill('Laporan terlambat')
    await form.getByLabel(win.w('panel.commonText')).fill('Target 12 laporan, selesai 11, dua di antaranya terlambat.')
    await form.getByRole('button', { name: win.w('panel.commonSave') }).click()
    await expect(page().getByText('1. Laporan terlambat')).toBeVisible()
    const score = page().getByRole('button', { name: /^Beri nilai sebagai/ })
    for (const [index, value] of ['90', '70'].entries()) {
      await score.nth(index).click()
      await page()
        .getByLabel(win.w('panel.commonScore', { number: '1' }))
        .fill(value)
      await win.button(win.w('panel.commonSaveScores')).click()
      await expect(page().getByRole('dialog')).toHaveCount(0)
    }
    await expect(page().getByText(win.w('panel.commonAgreement'))).toBeVisible()
    await expect(page().getByText(win.w('panel.level-higher'))).toBeVisible()
    await win.clearMessages()
    await picture(win, 'panel-common-id')
    expect(await findingsOf(page())).toEqual([])
    expect(timbang.pageErrors).toEqual([])
  })
})
