import { expect, type Locator } from '@playwright/test'
import type { TimbangWindow } from './timbang-window.ts'

/** The supervisors side by side, and the marked cases that can be brought to the meeting. */
export function supervisorsPage(win: TimbangWindow) {
  const { page } = win
  const main = (): Locator => page.locator('main')
  return {
    /** The raw figures, behind the strip of the calibration. */
    async open(): Promise<void> {
      await win.go('calibration')
      await page
        .getByRole('navigation', { name: win.w('common.calibrationPages') })
        .getByRole('button', { name: win.w('common.supervisors'), exact: true })
        .click()
      await expect(page.getByText(win.w('supervisors.raw')).first()).toBeVisible()
    },
    /** The line of one supervisor in the chart; pressing it opens the panel beside. */
    line: (name: string): Locator => main().locator('[aria-pressed]').filter({ hasText: name }),
    async choose(name: string): Promise<void> {
      await this.line(name).click()
      await expect(page.getByRole('complementary', { name })).toBeVisible()
    },
    teamOnly: (): Locator => page.getByRole('checkbox', { name: win.w('supervisors.showCases') }),
    /** The row of one marked person in the list of cases, not in the panel beside it. */
    caseOf: (name: string): Locator =>
      main()
        .locator('tr:not(aside tr)')
        .filter({ has: page.getByRole('button', { name: win.w('supervisors.openDossier', { name }), exact: true }) }),
    caseBox: (name: string): Locator =>
      page.getByRole('checkbox', { name: win.w('supervisors.chooseCase', { name }), exact: true }),
    /** The button while it would bring so many; with none it is off. */
    bring: (count: number): Locator =>
      win.button(count === 0 ? win.w('supervisors.bringNone') : win.w('supervisors.bring', { count })),
  }
}
