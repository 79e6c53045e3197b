import type { Page } from '@playwright/test'
import { calibrationPage } from '#tests/e2e/pages/calibration-page.ts'
import { timbangWindow } from '#tests/e2e/pages/timbang-window.ts'
import type { RunningTimbang } from '#tests/e2e/support/app.ts'
import { type BenchRow, limitRow } from './bench-row.ts'

interface WatchedPage {
  longestGap: number
}

/** Everybody's calibration in the application: from going there to the supervisors on the screen, and how long the page was silent. */
export async function calibrationInWindow(timbang: RunningTimbang): Promise<readonly BenchRow[]> {
  const { page } = timbang
  const win = timbangWindow(timbang)
  const rows = calibrationPage(win).rows()
  const compute = win.button(win.w('calibration.compute'))
  await watch(page)
  const start = performance.now()
  await win.go('calibration')
  await compute.click()
  await rows.first().waitFor({ timeout: 60_000 })
  const milliseconds = performance.now() - start
  // What comes a moment later belongs to it as well.
  await page.waitForTimeout(2_000)
  const longestGap = await page.evaluate(() => (globalThis as unknown as WatchedPage).longestGap)
  return [
    limitRow('window: calibration of everybody, computed, kept and shown', 'ms', milliseconds, 15_000),
    limitRow('window: longest gap of a 16 ms timer in the page during it', 'ms', longestGap, 300),
  ]
}

const watch = (page: Page) =>
  page.evaluate(() => {
    const watched = globalThis as unknown as WatchedPage
    watched.longestGap = 0
    let last = performance.now()
    setInterval(() => {
      const now = performance.now()
      watched.longestGap = Math.max(watched.longestGap, now - last)
      last = now
    }, 16)
  })
