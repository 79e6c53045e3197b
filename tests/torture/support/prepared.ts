import fs from 'node:fs'
import { join } from 'node:path'
import { makeAgency } from './agency.ts'
import { inFolder } from './work-folder.ts'

let making: Promise<Buffer> | undefined

/** The bytes of the small agency's workspace, made once per process. */
export function agencyBytes(): Promise<Buffer> {
  making ??= inFolder(async (folder) => {
    const path = join(folder, 'agency.timbang')
    await makeAgency(path)
    return fs.readFileSync(path)
  })
  return making
}
