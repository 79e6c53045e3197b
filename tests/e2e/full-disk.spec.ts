import { copyFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import { askEngine } from './pages/engine.ts'
import { staffPage } from './pages/staff-page.ts'
import { timbangWindow } from './pages/timbang-window.ts'
import { launchTimbang } from './support/app.ts'
import { hasProgram, integrityOf } from './support/files.ts'
import { fillDisk, smallDisk } from './support/small-disk.ts'

const column = 'result:1'
const diskKilobytes = 16 * 1024

test('a score typed while the disk is full is refused in words and lost nowhere; with room again it is saved', async () => {
  test.skip(!hasProgram('sqlite3'), 'sqlite3 is not installed')
  const disk = smallDisk(diskKilobytes)
  test.skip(disk === null, 'this system lets no ordinary user mount a small disk (user namespaces)')
  if (disk === null) return
  const timbang = await launchTimbang({ args: ['--example'], launcher: disk.launcher })
  try {
    const win = timbangWindow(timbang)
    await win.resize(1280, 800)
    await win.ready()
    const staff = staffPage(win)
    const status = () => askEngine(win.page, 'workspace.status', {})
    const outside = disk.seenFrom(timbang.app.process().pid ?? 0)
    const file = join(outside, 'kerja.timbang')
    copyFileSync((await status())?.path ?? '', file)
    await win.openOther(join(disk.path, 'kerja.timbang'))
    await win.go('staff')
    await staff.showColumn(win.w('staff.result', { number: '1' }))
    const name = await staff.nameAt(0)
    const cell = await staff.cell(name, column)
    const before = { shown: await cell.innerText(), journal: (await status())?.journalLength ?? 0 }
    expect(before.shown).not.toBe('77,25')

    const filler = join(outside, 'penuh.bin')
    fillDisk(filler)
    const size = statSync(file).size
    await staff.edit(name, column, '77,25')
    const sentence = errorSentence('E-SAVE-FULL', {}, 'id')
    const refusal = win.page.getByRole('alert').filter({ hasText: `${sentence} · E-SAVE-FULL` })
    await expect(refusal).toBeVisible()
    await expect(cell).toHaveText(before.shown)
    expect((await status())?.journalLength).toBe(before.journal)
    expect(statSync(file).size).toBe(size)
    expect(integrityOf(file)).toBe('ok')

    rmSync(filler)
    await staff.edit(name, column, '77,25')
    await expect(cell).toHaveText('77,25')
    await expect(refusal).toHaveCount(0)
    await win.saved()
    expect((await status())?.journalLength).toBe(before.journal + 1)
    expect(integrityOf(file)).toBe('ok')
    expect(timbang.pageErrors).toEqual([])
  } finally {
    await timbang.close()
    disk.remove()
  }
})
