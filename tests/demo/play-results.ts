import { join } from 'node:path'
import { expect } from '@playwright/test'
import { resultsPage } from '../e2e/pages/results-page.ts'
import type { Stage } from './stage.ts'

/** The number of the minutes, their preview, and the four documents that leave the laptop. */
export async function handOver({ win, camera, folder }: Stage): Promise<void> {
  const results = resultsPage(win)
  await win.go('results')
  await results.giveNumber('800.1.4/127/2026')
  await results.choose('minutes')
  await camera.shoot('hasil-berita-acara', { wide: true })
  await results.exportTo('minutes', 'pdf', join(folder, 'berita-acara.pdf'))
  await results.exportTo('minutes', 'docx', join(folder, 'berita-acara.docx'))
  await results.choose('ratings')
  await camera.shoot('hasil-nilai-akhir')
  await results.exportTo('ratings', 'xlsx', join(folder, 'nilai-akhir.xlsx'))
  await results.exportTo('ratings', 'pdf', join(folder, 'nilai-akhir.pdf'))
}

/** What follows the meeting: action items, the trail of every change, the overview afterwards, the help. */
export async function lookBack({ win, camera }: Stage): Promise<void> {
  const { page } = win
  for (const [place, name] of [
    ['follow-ups', 'tindak-lanjut'],
    ['trail', 'jejak'],
    ['overview', 'ringkasan-sesudah'],
  ] as const) {
    await win.go(place)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await camera.shoot(name, { wide: place !== 'overview' })
  }
  await page.keyboard.press('F1')
  await camera.shoot('bantuan')
}
