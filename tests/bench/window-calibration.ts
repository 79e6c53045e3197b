import type { Page } from '@playwright/test'
import { calibrationPage } from '#tests/e2e/pages/calibration-page.ts'
import { type TimbangWindow, timbangWindow } from '#tests/e2e/pages/timbang-window.ts'
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
  const whileShown = await longestGap(page)
  await lookAround(win)
  return [
    limitRow('window: calibration of everybody, computed, kept and shown', 'ms', milliseconds, 15_000),
    limitRow('window: longest gap of a 16 ms timer in the page during it', 'ms', whileShown, 300),
    limitRow('window: the same while everything on it is opened in turn', 'ms', await longestGap(page), 300),
  ]
}

/** All findings, one supervisor, the other rating, the table, the raw figures: as somebody does who wants to know. */
async function lookAround(win: TimbangWindow): Promise<void> {
  const { page } = win
  const seen = () => page.waitForTimeout(1_500)
  await page.getByText(win.w('calibration.allFindings')).first().click()
  await seen()
  await calibrationPage(win).rows().nth(2).click()
  await seen()
  await page.getByText(win.w('calibration.dimension-behaviour'), { exact: true }).first().click()
  await seen()
  await win.button(win.w('ui.chartTable')).click()
  await seen()
  await win.button(win.w('common.supervisors')).click()
  await seen()
}

/** The longest since it was asked for last. */
const longestGap = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const watched = globalThis as unknown as WatchedPage
    const gap = watched.longestGap
    watched.longestGap = 0
    return gap
  })

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
