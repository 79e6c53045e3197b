import { expect, type Locator } from '@playwright/test'
import type { TimbangWindow } from './timbang-window.ts'

/** The calibration: words, forest plot, the two lists, what-if, and one panel beside them. */
export function calibrationPage(win: TimbangWindow) {
  const { page } = win
  const main = (): Locator => page.locator('main')
  return {
    /** Goes there; what is not computed yet is computed. */
    async open(): Promise<void> {
      await win.go('calibration')
      const compute = win.button(win.w('calibration.compute'))
      const known = page.getByRole('heading', { name: win.w('calibration.known') })
      await expect(compute.or(known).first()).toBeVisible()
      if (await compute.isVisible()) await compute.click()
      await expect(known).toBeVisible()
      await win.clearMessages()
    },
    /** A column of words by its heading. */
    words: (heading: 'known' | 'unknown' | 'todo'): Locator =>
      main()
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: win.w(`calibration.${heading}`), exact: true }) })
        .last(),
    rows: (): Locator => main().locator('[aria-pressed]'),
    row: (name: string): Locator => main().locator('[aria-pressed]').filter({ hasText: name }),
    panel: (name: string): Locator => page.getByRole('complementary', { name }),
    async closePanel(): Promise<void> {
      await win.button(win.w('ui.panelClose')).click()
      await expect(page.getByRole('complementary')).toHaveCount(0)
    },
    list: (name: 'favoured' | 'penalised'): Locator =>
      page.getByRole('region', { name: win.w(`calibration.${name}`), exact: true }).first(),
    bring: (count: number): Locator => win.button(win.w('calibration.bring', { count })),
    flagPoints: (): Locator => page.getByRole('slider', { name: win.w('calibration.flagPoints') }),
    dimension: (name: 'work-results' | 'behaviour'): Locator =>
      page.getByRole('radio', { name: win.w(`calibration.dimension-${name}`), exact: true }),
  }
}
