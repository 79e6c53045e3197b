import type { Locator } from '@playwright/test'
import type { TimbangWindow } from './timbang-window.ts'

/** The dialog "Cadangan dan pemulihan". */
export function backupsPage(win: TimbangWindow) {
  const { page } = win
  return {
    copies: (): Locator => page.getByRole('list', { name: win.w('backups.copies') }).getByRole('button'),
    async openFromMenu(agency: string): Promise<void> {
      await page.getByRole('button', { name: agency, exact: true }).click()
      await page.getByRole('menuitem', { name: win.w('backups.menu') }).click()
    },
    take: () => win.button(win.w('backups.takeNow')).click(),
    /** Up to the question whether to go ahead. */
    askToRestore: () => win.button(win.w('backups.restore')).click(),
    async restore(reason: string): Promise<void> {
      await this.askToRestore()
      await this.goAhead(reason)
    },
    async goAhead(reason: string): Promise<void> {
      await page.getByLabel(win.w('backups.why')).fill(reason)
      await win.button(win.w('backups.confirm')).click()
    },
    done: (): Locator => page.getByRole('status').filter({ hasText: win.w('backups.done') }),
  }
}
