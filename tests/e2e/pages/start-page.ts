import { expect } from '@playwright/test'
import { answerSaveDialog } from '../support/app.ts'
import type { TimbangWindow } from './timbang-window.ts'

export interface NewWorkspace {
  readonly agency: string
  readonly government: string
  readonly place: string
  readonly units: readonly string[]
  readonly path: string
}

/** The window before anything is open: recent files, the example, and the wizard of a new workspace. */
export function startPage(win: TimbangWindow) {
  const { page } = win
  const newWorkspace = () => page.getByRole('button', { name: new RegExp(`^${win.w('start.newWorkspace')}`) })
  return {
    ready: () => expect(newWorkspace()).toBeVisible(),
    newWorkspace,
    async beginNew(): Promise<void> {
      await newWorkspace().click()
      await expect(page.getByRole('heading', { name: win.w('start.step-agency') })).toBeVisible()
    },
    leaveNew: () => win.button(win.w('start.leaveWizard')).click(),
    /** The four steps of the wizard; units one a line, all at the top level. */
    async create({ agency, government, place, units, path }: NewWorkspace, then: 'overview' | 'import'): Promise<void> {
      await this.beginNew()
      await page.getByLabel(win.w('agency.name')).fill(agency)
      await page.getByLabel(win.w('agency.government')).fill(government)
      await page.getByLabel(win.w('agency.place')).fill(place)
      await win.button(win.w('start.next')).click()
      for (const [index, unit] of units.entries()) {
        if (index > 0) await win.button(win.w('agency.unitAdd')).click()
        await page.getByLabel(win.w('agency.unitAt', { number: index + 1, level: 1 })).fill(unit)
      }
      await win.button(win.w('start.next')).click()
      await win.button(win.w('start.next')).click()
      await answerSaveDialog(win.timbang.app, path)
      await win.button(win.w('start.choosePlace')).click()
      await win.button(win.w(then === 'import' ? 'start.createAndImport' : 'start.create')).click()
    },
    tryExample: () => win.button(win.w('start.exampleTry')).click(),
  }
}
