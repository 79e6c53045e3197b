import { expect, type Locator } from '@playwright/test'
import type { ReportFormat, ReportKind } from '#contract/reports.ts'
import { answerSaveDialog } from '../support/app.ts'
import type { TimbangWindow } from './timbang-window.ts'

const formatWords = {
  pdf: 'results.formatPdf',
  docx: 'results.formatDocx',
  xlsx: 'results.formatXlsx',
  csv: 'results.formatCsv',
  html: 'results.formatHtml',
  json: 'results.formatJson',
} as const satisfies Record<ReportFormat, string>

/** Documents of the meeting: preview, number of the minutes, export. */
export function resultsPage(win: TimbangWindow) {
  const { page } = win
  const row = (kind: ReportKind): Locator =>
    page.getByRole('row').filter({ has: page.getByRole('button', { name: win.w(`results.${kind}`), exact: true }) })
  return {
    row,
    preview: (kind: ReportKind): Locator =>
      page.getByRole('region', { name: win.w('results.preview', { document: win.w(`results.${kind}`) }) }),
    async choose(kind: ReportKind): Promise<void> {
      await row(kind).getByRole('button').click()
      await expect(this.preview(kind).locator('iframe')).toBeVisible()
    },
    async giveNumber(number: string): Promise<void> {
      await page.getByLabel(win.w('results.number')).fill(number)
      await win.button(win.w('results.saveNumber')).click()
      await expect(win.message(win.w('results.numberSaved'))).toBeVisible()
    },
    /** Exports the chosen document; the save dialog is answered with this path. */
    async exportTo(kind: ReportKind, format: ReportFormat, path: string): Promise<void> {
      await this.choose(kind)
      await answerSaveDialog(win.timbang.app, path)
      await win.button(win.w('results.exportAs', { format: win.w(formatWords[format]) })).click()
      await expect(win.message(win.w('results.exported', { name: win.w(`results.${kind}`) }))).toBeVisible({
        timeout: 60_000,
      })
      await win.clearMessages()
    },
  }
}
