import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { askEngine } from '../e2e/pages/engine.ts'
import { importPage } from '../e2e/pages/import-page.ts'
import { staffPage } from '../e2e/pages/staff-page.ts'
import { missingScoresBook } from './missing-scores.ts'
import type { Stage } from './stage.ts'

/** Some people are not rated yet: their scores come as an Excel file, first with a wrong cell in it. */
export async function completeScores({ win, camera, scratch }: Stage): Promise<void> {
  const { page } = win
  const status = await askEngine(page, 'workspace.status', {})
  const periodId = status?.periods[0]?.id
  if (periodId === undefined) throw new Error('The example has no period')
  const board = await askEngine(page, 'staff.board', { periodId })
  const wrong = join(scratch, 'nilai-susulan.xlsx')
  writeFileSync(wrong, await missingScoresBook(board, { withWrongCell: true }))
  const good = join(scratch, 'nilai-susulan-diperbaiki.xlsx')
  writeFileSync(good, await missingScoresBook(board, { withWrongCell: false }))

  const imports = importPage(win)
  await imports.enter()
  await camera.shoot('impor-berkas')
  await imports.choose(wrong)
  await expect(imports.findings()).toBeVisible()
  await camera.shoot('impor-periksa', { wide: true })
  await imports.leave()
  await imports.choose(good)
  await imports.write()
  await camera.shoot('impor-selesai')
}

/** The grid, one employee's dossier, the indicators, and the search. */
export async function lookAtPeople({ win, camera }: Stage): Promise<void> {
  const { page } = win
  const staff = staffPage(win)
  await win.go('staff')
  await expect(staff.grid().getByRole('row').nth(5)).toBeVisible()
  await camera.shoot('pegawai', { wide: true, dark: true })
  const name = await staff.nameAt(5)
  await staff.openDossier(name)
  await camera.shoot('berkas-pegawai', { wide: true })
  await win.button(win.w('ui.panelClose')).click()
  await staff.showIndicators()
  await expect(
    page
      .getByRole('region', { name: win.w('staff.indicatorGridLabel') })
      .getByRole('row')
      .nth(5),
  ).toBeVisible()
  await camera.shoot('indikator')
  await staff.showPeople()

  await page.keyboard.press('Control+k')
  await camera.shoot('cari')
  await page.keyboard.press('Escape')
}
