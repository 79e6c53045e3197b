import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import { inspectionResultWords } from '#contract/inspection-sentences.ts'
import { askEngine } from './pages/engine.ts'
import { timbangWindow } from './pages/timbang-window.ts'
import { answerSaveDialog, chooseToSave, launchTimbang, type RunningTimbang } from './support/app.ts'

const pictures = process.env.TIMBANG_PICTURES
const fingerprint = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) })
}

async function seriousFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
}

test.describe.configure({ mode: 'serial' })

test.describe('a damaged workspace', () => {
  let timbang: RunningTimbang
  let damaged: string
  let before: { readonly hash: string; readonly time: number }

  test.beforeAll(async () => {
    const maker = await launchTimbang()
    const whole = join(maker.folder, 'utuh.timbang')
    await chooseToSave(maker, whole)
    await askEngine(maker.page, 'workspace.createExample', { path: whole, seed: 2026, jobId: 'e' })
    const bytes = readFileSync(whole)
    await maker.app.close()
    const folder = join(maker.folder, 'rusak')
    mkdirSync(folder, { recursive: true })
    damaged = join(folder, 'dinas.timbang')
    const middle = Math.floor(bytes.length / 2)
    writeFileSync(damaged, bytes.fill(0xa5, middle, middle + 3 * 4096))
    before = { hash: fingerprint(damaged), time: statSync(damaged).mtimeMs }
    timbang = await launchTimbang({ args: [damaged] })
  })
  test.afterAll(() => timbang.close())

  test('is shown for inspection only: checks, tables and people that can be read', async () => {
    const win = timbangWindow(timbang)
    await win.resize(1280, 800)
    await expect(win.page.getByRole('heading', { level: 1, name: win.w('common.inspect') })).toBeVisible({
      timeout: 20_000,
    })
    await expect(win.message(errorSentence('E-OPEN-DAMAGED', { path: damaged }, 'id'))).toBeVisible()
    await win.clearMessages()
    const checks = win.page.getByRole('region', { name: win.w('inspect.steps') })
    await expect(checks.getByText('E-OPEN-DAMAGED').first()).toBeVisible()
    await expect(checks.getByText(inspectionResultWords.passed.id, { exact: true }).first()).toBeVisible()
    const people = win.page.getByRole('region', { name: win.w('inspect.people') })
    expect(await people.getByRole('row').count()).toBeGreaterThan(50)
    await expect(win.page.getByText(win.w('inspect.noCopies'))).toBeVisible()
    expect(await seriousFindings(win.page)).toEqual([])
    await picture(win.page, 'inspect-id-light-1280')
    expect({ hash: fingerprint(damaged), time: statSync(damaged).mtimeMs }).toEqual(before)
    expect(readdirSync(join(damaged, '..'))).toEqual(['dinas.timbang'])
  })

  test('its bytes are saved as they are', async () => {
    const win = timbangWindow(timbang)
    const target = join(timbang.folder, 'apa-adanya.timbang')
    await answerSaveDialog(timbang.app, target)
    await win.button(win.w('inspect.saveBytes')).click()
    await expect.poll(() => readdirSync(timbang.folder)).toContain('apa-adanya.timbang')
    expect(fingerprint(target)).toBe(before.hash)
    await win.clearMessages()
  })

  test('the support file is read before it is saved, and names nothing of it', async () => {
    const win = timbangWindow(timbang)
    await timbang.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('support-file')?.click())
    const dialog = win.dialog()
    const content = dialog.getByRole('region', { name: win.w('support.content') })
    await expect(content).toContainText('timbang-support')
    expect(await seriousFindings(win.page)).toEqual([])
    await picture(win.page, 'support-id-light-1280')
    const shown = await content.innerText()
    expect(shown).not.toContain('dinas.timbang')
    expect(shown).toContain('E-OPEN-DAMAGED')
    const target = join(timbang.folder, 'dukungan.json')
    await answerSaveDialog(timbang.app, target)
    await dialog.getByRole('button', { name: win.w('support.save'), exact: true }).click()
    await expect(win.message(win.w('support.saved'))).toBeVisible()
    expect(JSON.parse(readFileSync(target, 'utf8'))).toEqual(JSON.parse(shown))
    await win.clearMessages()
  })
})
