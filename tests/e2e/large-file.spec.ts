import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { damageHistory, makeHeavy } from '#tests/support/heavy-workspace.ts'
import { askEngine } from './pages/engine.ts'
import { timbangWindow } from './pages/timbang-window.ts'
import { chooseToSave, launchTimbang } from './support/app.ts'

/** Larger than what is checked before it is shown (engine/hosts/check-pages.ts). */
const heavyBytes = 36 * 2 ** 20

test.describe.configure({ mode: 'serial' })

test.describe('a large file Timbang is started with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'timbang-large-'))
  const sound = join(folder, 'besar.timbang')
  test.beforeAll(async () => {
    const timbang = await launchTimbang()
    await chooseToSave(timbang, sound)
    await askEngine(timbang.page, 'workspace.create', newWorkspaceInput(sound))
    await timbang.close()
    await makeHeavy(sound, heavyBytes)
  })
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is open at once and checked beside; then it is written to, and reopened where one was', async () => {
    const path = join(folder, 'kerja.timbang')
    copyFileSync(sound, path)
    const userData = join(folder, 'user-data')
    const first = await launchTimbang({ args: [path], userData })
    try {
      const win = timbangWindow(first)
      await win.ready()
      await askEngine(win.page, 'workspace.updateUnits', { units: [{ id: null, name: 'Bidang Baru', parent: null }] })
      expect((await askEngine(win.page, 'workspace.status', {}))?.units.map((unit) => unit.name)).toEqual([
        'Bidang Baru',
      ])
      await win.go('trail')
    } finally {
      await first.close()
    }
    const again = await launchTimbang({ args: [path], userData })
    try {
      const win = timbangWindow(again)
      await win.ready()
      const trail = win.page.getByRole('button', { name: win.w('common.trail'), exact: true })
      await expect(trail).toHaveAttribute('aria-current', 'page')
    } finally {
      await again.close()
    }
  })

  test('that is damaged where no screen looks is closed again, and what can be read of it is shown', async () => {
    const path = join(folder, 'rusak.timbang')
    copyFileSync(sound, path)
    damageHistory(path)
    const timbang = await launchTimbang({ args: [path] })
    try {
      const win = timbangWindow(timbang)
      await expect(win.message(errorSentence('E-OPEN-DAMAGED', { path }, 'id'))).toBeVisible({ timeout: 15_000 })
      await expect(win.page.getByRole('heading', { level: 1, name: win.w('common.inspect') })).toBeVisible()
    } finally {
      await timbang.close()
    }
  })
})
