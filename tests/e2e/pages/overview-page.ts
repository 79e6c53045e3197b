import { expect } from '@playwright/test'
import type { TimbangWindow } from './timbang-window.ts'

/** Where the period stands, and the organisation's own result. */
export function overviewPage(win: TimbangWindow) {
  const { page } = win
  return {
    /** Gives every unit that misses it the organisation predicate "Baik". */
    async setOrganisationGood(setBy: string): Promise<void> {
      await win.go('overview')
      await win.button(win.w('overview.openOrganisation')).click()
      await page.getByRole('button', { name: /^(Pilih yang belum ditetapkan|Choose those not set) / }).click()
      await page.getByRole('combobox', { name: win.w('overview.predicate') }).click()
      await page.getByRole('option', { name: win.w('ui.good'), exact: true }).click()
      await page.getByLabel(win.w('overview.setBy')).fill(setBy)
      await page.getByRole('button', { name: /^(Tetapkan untuk|Set for)/ }).click()
      await expect(page.locator('.mantine-Notification-root')).toBeVisible()
    },
  }
}
