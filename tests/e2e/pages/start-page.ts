import { expect } from '@playwright/test'
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
    tryExample: () => win.button(win.w('start.exampleTry')).click(),
  }
}
