import type { RunningTimbang } from './app.ts'

/** Drags files over the middle of the window and lets go, as the system does it: they carry their real paths. */
export async function dropFiles(timbang: RunningTimbang, paths: readonly string[]): Promise<void> {
  const session = await timbang.page.context().newCDPSession(timbang.page)
  try {
    const data = { items: [], files: [...paths], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
    }
  } finally {
    await session.detach()
  }
}
