import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { askEngine } from './pages/engine.ts'
import { type TimbangWindow, timbangWindow } from './pages/timbang-window.ts'
import { answerSaveDialog, launchTimbang, type RunningTimbang } from './support/app.ts'
import { findingsOf } from './support/findings.ts'
import { picture } from './support/pictures.ts'

test.describe.configure({ mode: 'serial' })

test.describe('the checks of the calibration', () => {
  let timbang: RunningTimbang
  let win: TimbangWindow

  const main = (): Locator => win.page.locator('main')
  const period = async () => {
    const found = (await askEngine(win.page, 'workspace.status', {}))?.periods[0]
    if (found === undefined) throw new Error('The example has no period')
    return found
  }
  const openChecks = async () => {
    await win.go('calibration')
    await win.page
      .getByRole('navigation', { name: win.w('common.calibrationPages') })
      .getByRole('button', { name: win.w('common.calibration-pages'), exact: true })
      .click()
    await expect(win.page.getByRole('heading', { level: 1, name: win.w('calibrationPages.title') })).toBeVisible()
  }
  const open = async (page: 'distribution' | 'fairness' | 'targets' | 'jump' | 'data' | 'statistics') => {
    await win.page.getByRole('radio', { name: win.w(`calibrationPages.page-${page}`), exact: true }).click()
    await expect(win.page.getByText(win.w(`calibrationPages.sentence-${page}`))).toBeVisible()
  }

  test.beforeAll(async () => {
    timbang = await launchTimbang({ args: ['--example'] })
    win = timbangWindow(timbang)
    await win.resize(1280, 800)
    await win.ready()
    await openChecks()
  })
  test.afterAll(async () => {
    expect(timbang.pageErrors).toEqual([])
    await timbang.close()
  })

  test('distribution: words first, the shape as advice, the statistics one click deeper', async () => {
    await expect(main().getByRole('heading', { name: win.w('calibrationPages.known') })).toBeVisible()
    await expect(main().getByText(win.w('calibrationPages.bannerAdvice'))).toBeVisible()
    const g = main().getByText(win.w('calibrationPages.distributionG'), { exact: true })
    await expect(g).toHaveCount(0)
    await win.button(win.w('calibrationPages.showStatistics')).click()
    await expect(g).toBeVisible()
    await picture(win, 'pemeriksaan-sebaran')
    // The table twin shows the five predicates, and the file holds the same.
    await win.button(win.w('ui.chartTable')).first().click()
    await expect(main().getByRole('table').first().getByRole('row')).toHaveCount(6)
    const file = join(timbang.folder, 'sebaran.csv')
    await answerSaveDialog(timbang.app, file)
    await win.button(win.w('ui.chartMenu')).first().click()
    await win.page.getByRole('menuitem', { name: win.w('ui.chartCsv') }).click()
    await expect(win.message(win.w('ui.chartSaved'))).toBeVisible()
    expect(readFileSync(file, 'utf8').trim().split(/\r?\n/)).toHaveLength(6)
    await win.clearMessages()
    expect(await findingsOf(win.page)).toEqual([])
  })

  test('without a stored result the other pages say so, and lead to where it is computed', async () => {
    const { id } = await period()
    if ((await askEngine(win.page, 'calibration.current', { periodId: id })).run !== null) return
    await open('fairness')
    await expect(main().getByText(win.w('calibrationPages.noRunTitle'))).toBeVisible()
    expect(await findingsOf(win.page)).toEqual([])
  })

  test('fairness: groups with their ranges, the reference at zero', async () => {
    const { id } = await period()
    await askEngine(win.page, 'calibration.store', { jobId: 'checks', periodId: id })
    await open('fairness')
    await expect(main().getByText(win.w('calibrationPages.fairnessTodo'))).toBeVisible()
    await win.button(win.w('calibrationPages.showStatistics')).click()
    await expect(main().getByText(win.w('calibrationPages.fairnessReference')).first()).toBeVisible()
    await picture(win, 'pemeriksaan-kesetaraan')
    expect(await findingsOf(win.page)).toEqual([])
    await win.page.getByRole('radio', { name: win.w('calibrationPages.attribute-age') }).click()
    await picture(win, 'pemeriksaan-umur')
  })

  test('targets: every team beside all others', async () => {
    await open('targets')
    await expect(main().getByText(win.w('calibrationPages.targetsTodoNone'))).toBeVisible()
    await picture(win, 'pemeriksaan-target')
    expect(await findingsOf(win.page)).toEqual([])
  })

  test('jumps: the largest changes lead to the dossier', async () => {
    await open('jump')
    await expect(main().getByRole('heading', { name: win.w('calibrationPages.jumpPeople') })).toBeVisible()
    await picture(win, 'pemeriksaan-lonjakan')
    expect(await findingsOf(win.page)).toEqual([])
    const first = main().getByRole('table').first().getByRole('row').nth(1).getByRole('button')
    const name = await first.innerText()
    await first.click()
    await expect(win.page.getByRole('complementary').filter({ hasText: name }).first()).toBeVisible()
    await openChecks()
  })

  test('data problems name people and lead to the staff list', async () => {
    await open('data')
    await expect(main().getByText(/3/).first()).toBeVisible()
    await picture(win, 'pemeriksaan-data')
    expect(await findingsOf(win.page)).toEqual([])
    await win.button(win.w('calibrationPages.dataOpen')).last().click()
    await expect(win.page.getByRole('grid').first()).toBeVisible()
    await openChecks()
  })

  test('the formulas name model, variances and fingerprint, in both languages and themes', async () => {
    await open('statistics')
    await expect(main().getByText(win.w('calibrationPages.modelTitle'))).toBeVisible()
    await expect(main().getByText(/^[0-9a-f]{64}$/)).toBeVisible()
    await picture(win, 'pemeriksaan-rumus')
    expect(await findingsOf(win.page)).toEqual([])
    await win.setLanguage('en')
    await win.setTheme('dark')
    for (const page of ['distribution', 'fairness', 'targets', 'jump', 'statistics'] as const) {
      await open(page)
      await win.page.waitForTimeout(300)
      await picture(win, `checks-${page}-dark`)
      expect(await findingsOf(win.page)).toEqual([])
    }
  })

  test('keys alone reach every page', async () => {
    await win.setTheme('light')
    await open('distribution')
    await win.page.getByRole('radio', { name: win.w('calibrationPages.page-distribution'), exact: true }).focus()
    await win.page.keyboard.press('ArrowRight')
    await expect(win.page.getByText(win.w('calibrationPages.sentence-fairness'))).toBeVisible()
    await win.page.keyboard.press('6')
    await expect(win.page.getByText(win.w('calibrationPages.sentence-statistics'))).toBeVisible()
  })
})
