import { expect } from '@playwright/test'
import { startPage } from '../e2e/pages/start-page.ts'
import type { Stage } from './stage.ts'

/** The start screen and the first step of a new workspace, then the example agency and its overview. */
export async function showStart({ win, camera }: Stage): Promise<void> {
  const start = startPage(win)
  await start.ready()
  await camera.shoot('mulai')
  await start.beginNew()
  await camera.shoot('ruang-kerja-baru', {
    speak: async (locale) => {
      await start.leaveNew()
      await win.setLanguage(locale)
      await start.beginNew()
    },
  })
  await start.leaveNew()
  await start.tryExample()
  await win.ready()
  await expect(win.page.getByRole('heading', { level: 1 })).toContainText(win.w('common.overview'))
  await camera.shoot('ringkasan', { wide: true, dark: true })
}
