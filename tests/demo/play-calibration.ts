import { expect } from '@playwright/test'
import type { Stage } from './stage.ts'

/**
 * The calibration of a quarter without a panel, which cannot tell a generous supervisor from a good team and says so; then
 * of the latest one, whose blind panel can: who is found, one supervisor, what would follow without the panel, the checks.
 */
export async function calibrate(stage: Stage): Promise<void> {
  const { win, camera } = stage
  const { page } = win
  await win.go('calibration')
  await win.choosePeriod('Triwulan II 2026')
  await compute(stage)
  // The sentence of the engine itself: more evidence is needed, and how much.
  await expect(
    page.locator('main').getByText(/Data belum cukup untuk membedakan atasan yang murah nilai/),
  ).toBeVisible()
  await camera.shoot('kalibrasi-tanpa-panel')

  await win.choosePeriod('Triwulan III 2026')
  await compute(stage)
  const words = page.locator('main')
  await expect(words.getByText(/penilaian ulang panel/).first()).toBeVisible()
  await camera.shoot('kalibrasi', { wide: true, dark: true })
  await page.locator('main [aria-pressed]').first().click()
  await expect(page.getByRole('complementary').first()).toBeVisible()
  await camera.shoot('kalibrasi-penilai', { wide: true })
  await win.button(win.w('ui.panelClose')).click()

  await toPage(stage, 'calibration-pages')
  await camera.shoot('pemeriksaan-sebaran')
  await page.getByRole('radio', { name: win.w('calibrationPages.page-fairness'), exact: true }).click()
  await expect(page.getByText(win.w('calibrationPages.fairnessTodo'))).toBeVisible()
  await camera.shoot('pemeriksaan-kesetaraan')
  await toPage(stage, 'panel')
  await camera.shoot('panel', { wide: true })
}

async function compute({ win }: Stage): Promise<void> {
  await win.button(win.w('calibration.compute')).click()
  await expect(win.page.getByRole('heading', { name: win.w('calibration.known') })).toBeVisible({ timeout: 30_000 })
}

async function toPage({ win }: Stage, place: 'calibration-pages' | 'panel'): Promise<void> {
  await win.page
    .getByRole('navigation', { name: win.w('common.calibrationPages') })
    .getByRole('button', { name: win.w(`common.${place}`), exact: true })
    .click()
  await expect(win.page.getByRole('heading', { level: 1 })).toBeVisible()
}
