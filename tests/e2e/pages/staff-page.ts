import { expect, type Locator } from '@playwright/test'
import type { TimbangWindow } from './timbang-window.ts'

const filterWords = { conditions: 'staff.filterConditions' } as const

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
    /** The row numbers as painted, from the top. */
    async numbers(): Promise<readonly number[]> {
      const rows = await grid()
        .locator('[role="row"][row-index]')
        .evaluateAll((all) =>
          all.flatMap((row) => {
            const number = row.querySelector('[col-id="#"]')?.textContent
            return number === null || number === undefined
              ? []
              : [[Number(row.getAttribute('row-index')), Number(number)] as const]
          }),
        )
      return rows.toSorted(([one], [other]) => one - other).map(([, number]) => number)
    },
    /** How many of how many are shown, and by which filter. */
    sentence: (): Promise<string> => page.getByText(/^(Menampilkan|Showing) /).innerText(),
    /** "+ Tambah saringan": one choice of one list. */
    async filterBy(list: 'conditions', choice: string): Promise<void> {
      await win.button(win.w('staff.addFilterLabel')).click()
      // By the keys: a list that opens under the pointer closes again when the way to it is jumped over.
      await page.getByRole('menuitem', { name: win.w(filterWords[list]) }).press('ArrowRight')
      await page.getByRole('menuitemcheckbox', { name: choice, exact: true }).press('Enter')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
    },
    async showColumn(header: string): Promise<void> {
      await win.button(win.w('ui.gridColumns')).click()
      await page.getByRole('menuitemcheckbox').filter({ hasText: header }).first().click()
      await page.keyboard.press('Escape')
    },
    /** Types over the cell and confirms, as a person does. */
    async edit(name: string, column: string, text: string): Promise<void> {
      await (await this.cell(name, column)).click()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    async openDossier(name: string): Promise<Locator> {
      const cell = await this.cell(name, 'name')
      await cell.dblclick()
      const panel = page.getByRole('complementary', { name })
      await expect(panel).toBeVisible()
      return panel
    },
  }
}
