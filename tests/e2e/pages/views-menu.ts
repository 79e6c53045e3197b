import { expect, type Locator } from '@playwright/test'
import type { TimbangWindow } from './timbang-window.ts'

/** "Tampilan": the named views of the staff grid. */
export function viewsMenu(win: TimbangWindow) {
  const { page } = win
  /** The button says which view is shown, or nothing while it is none of them. */
  const button = (shown: string | null): Locator =>
    win.button(shown === null ? win.w('staff.views') : win.w('staff.viewNamed', { name: shown }))
  const any = (): Locator => page.getByRole('button', { name: new RegExp(`^${win.w('staff.views')}(:|$)`) })
  const item = (name: string): Locator => page.getByRole('menuitem', { name, exact: true })
  return {
    button,
    item,
    open: () => any().click(),
    /** Names in the menu, in its order, without the one that shows everybody. */
    async names(): Promise<readonly string[]> {
      await any().click()
      await expect(item(win.w('staff.viewDefault'))).toBeVisible()
      const all = await page.getByRole('menuitem').allInnerTexts()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menuitem')).toHaveCount(0)
      return all.slice(1, all.indexOf(win.w('staff.viewSave')))
    },
    async choose(name: string): Promise<void> {
      await any().click()
      await item(name).click()
    },
    async save(name: string): Promise<void> {
      await any().click()
      await item(win.w('staff.viewSave')).click()
      const dialog = win.dialog()
      await dialog.getByLabel(win.w('staff.viewName')).fill(name)
      await dialog.getByRole('button', { name: win.w('common.save'), exact: true }).click()
      await expect(win.message(win.w('staff.viewSaved', { name }))).toBeVisible()
      await win.clearMessages()
    },
    async remove(name: string): Promise<void> {
      await any().click()
      await item(win.w('staff.viewRemove', { name })).click()
      await expect(win.message(win.w('staff.viewRemoved'))).toBeVisible()
    },
  }
}
