import { expect, type Locator } from '@playwright/test'
import type { Duty } from '#domain/model/user.ts'
import type { TimbangWindow } from './timbang-window.ts'

interface NewUser {
  readonly name: string
  readonly duty: Duty
  readonly pin: string
}

/** Users and duties, reached from the agency's menu, and the switch in the top bar. */
export function usersPage(win: TimbangWindow, agency: string) {
  const { page } = win
  const dialog = (title: string): Locator => page.getByRole('dialog', { name: title })
  const pinOf = (within: Locator, name: string): Locator =>
    within.getByLabel(win.w('users.pinOf', { name }), { exact: true })
  const who = (): Locator =>
    page.getByRole('button', {
      name: new RegExp(
        `^(${win.w('users.signedOut')}|${win.w('users.signedIn', { name: '', duty: '' }).split(':')[0]}:)`,
      ),
    })
  return {
    list: (): Locator => page.getByRole('list', { name: win.w('users.list') }),
    who,
    async open(): Promise<void> {
      await win.button(agency).click()
      await page.getByRole('menuitem', { name: win.w('users.menu') }).click()
      await expect(dialog(win.w('users.title'))).toBeVisible()
    },
    async close(): Promise<void> {
      await page.keyboard.press('Escape')
      await expect(dialog(win.w('users.title'))).toBeHidden()
    },
    /** In the open list; `chair`: whose PIN approves it, null for the first. */
    async add({ name, duty, pin }: NewUser, chair: NewUser | null): Promise<void> {
      await win.button(win.w(chair === null ? 'users.addFirst' : 'users.add')).click()
      const form = dialog(win.w('users.addTitle'))
      const field = form.getByLabel(win.w('users.name'), { exact: true })
      await expect(field).toBeFocused()
      await field.fill(name)
      if (chair !== null) {
        await form.getByRole('combobox', { name: win.w('users.duty') }).click()
        await page.getByRole('option', { name: win.w(`users.duty-${duty}`), exact: true }).click()
      }
      await pinOf(form, name).fill(pin)
      await form.getByLabel(win.w('users.pinAgain'), { exact: true }).fill(pin)
      if (chair !== null) await pinOf(form, chair.name).fill(chair.pin)
      await form.getByRole('button', { name: win.w('users.save'), exact: true }).click()
      await expect(this.list().getByText(name, { exact: true })).toBeVisible()
    },
    /** Passes the laptop on. */
    async signIn(name: string, pin: string): Promise<void> {
      await who().click()
      await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
      const form = dialog(win.w('users.signInTitle', { name }))
      await form.getByLabel(win.w('users.pin'), { exact: true }).fill(pin)
      await page.keyboard.press('Enter')
      await expect(form).toBeHidden()
      await expect(who()).toHaveText(name)
    },
    pinOf,
  }
}
