import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Our own additions to the runtime are for development; the program that is handed out goes without them. */
export async function afterPack({ appOutDir, packager }) {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
  await rm(join(appOutDir, 'timbang-runtime'), { force: true })
}
