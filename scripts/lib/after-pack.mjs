import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The stand-in for Electron's default application must not be in the program that is handed out. */
export async function afterPack({ appOutDir, packager }) {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
}
