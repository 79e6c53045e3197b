import { expect, type Locator } from '@playwright/test'
import { answerOpenDialog } from '../support/app.ts'
import type { TimbangWindow } from './timbang-window.ts'

/** Import: files, recognised columns, check, done. */
export function importPage(win: TimbangWindow) {
  const { page } = win
  return {
    findings: (): Locator => page.getByRole('list', { name: win.w('imports.findings') }),
    commit: (): Locator => page.getByRole('button', { name: /^(Impor|Import) [\d.,]+ (baris|rows?)$/ }),
    /** From the staff screen to the first step. */
    async enter(): Promise<void> {
      await win.go('staff')
      await win.button(win.w('staff.importData')).click()
      await expect(win.button(win.w('imports.choose'))).toBeVisible()
    },
    /** Chooses files in the system's dialog, which is answered by the test. */
    async choose(...paths: readonly string[]): Promise<void> {
      await answerOpenDialog(win.timbang.app, paths)
      const first = win.button(win.w('imports.choose'))
      await ((await first.isVisible()) ? first : win.button(win.w('imports.chooseOther'))).click()
    },
    async write(): Promise<void> {
      await this.commit().click()
      await expect(win.button(win.w('imports.doneStaff'))).toBeVisible({ timeout: 60_000 })
    },
    async leave(): Promise<void> {
      // While files are read, the progress dialog has a button of the same name.
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await win.button(win.w('imports.cancelImport')).click()
    },
  }
}
