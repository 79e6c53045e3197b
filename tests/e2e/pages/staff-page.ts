import { expect, type Locator } from '@playwright/test'
import type { TimbangWindow } from './timbang-window.ts'

/** The grid of staff and targets, and the dossier beside it. */
export function staffPage(win: TimbangWindow) {
  const { page } = win
  const grid = (): Locator => page.getByRole('region', { name: win.w('staff.gridLabel') })
  return {
    grid,
    /** The row of a person, as far as it is painted; both halves (frozen and scrolling) carry the same index. */
    async rowIndex(name: string): Promise<string> {
      const row = grid()
        .locator('[role="row"]')
        .filter({ has: page.locator('[col-id="name"]', { hasText: name }) })
        .first()
      await expect(row).toBeVisible()
      return (await row.getAttribute('row-index')) ?? ''
    },
    /** Name in the painted row with this place, counted from 0. */
    async nameAt(place: number): Promise<string> {
      const cell = grid().locator(`[role="row"][row-index="${place}"] [col-id="name"]`)
      await expect(cell).toBeVisible()
      return (await cell.innerText()).trim()
    },
    async cell(name: string, column: string): Promise<Locator> {
      const index = await this.rowIndex(name)
      return grid().locator(`[role="row"][row-index="${index}"] [col-id="${column}"]`)
    },
    search: (text: string) => page.getByRole('searchbox', { name: win.w('staff.quick') }).fill(text),
    showIndicators: () => page.getByRole('radio', { name: win.w('staff.viewIndicators') }).click(),
    showPeople: () => page.getByRole('radio', { name: win.w('staff.viewPeople') }).click(),
    async openDossier(name: string): Promise<Locator> {
      const cell = await this.cell(name, 'name')
      await cell.dblclick()
      const panel = page.getByRole('complementary', { name })
      await expect(panel).toBeVisible()
      return panel
    },
  }
}
