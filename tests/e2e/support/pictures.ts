import { join } from 'node:path'
import type { TimbangWindow } from '../pages/timbang-window.ts'

const sizes = [
  [1280, 800],
  [1920, 1080],
] as const

/** For looking at: the window in both sizes, in the folder TIMBANG_PICTURES names; without it nothing happens. */
export async function picture(win: TimbangWindow, name: string): Promise<void> {
  const folder = process.env.TIMBANG_PICTURES
  if (folder === undefined) return
  for (const [width, height] of sizes) {
    await win.resize(width, height)
    await win.page.waitForTimeout(250)
    await win.page.screenshot({ path: join(folder, `${name}-${width}.png`) })
  }
  await win.resize(1280, 800)
}
