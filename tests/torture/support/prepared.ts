import fs from 'node:fs'
import { join } from 'node:path'
import { migrations } from '#data/migrations/migrations.ts'
import { encryptInPlace, newKey } from '#data/store/encryption/encryption.ts'
import { makeAgency } from './agency.ts'
import { sqlEngine } from './file-state.ts'
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

export const agencyPassphrase = 'enam kata yang mudah diingat sendiri'

/** The same workspace encrypted. Its passphrase is stretched as little as it may be: here nobody guesses at it. */
export const sealedAgencyBytes = (): Promise<Buffer> =>
  inFolder(async (folder) => {
    const path = join(folder, 'agency.timbang')
    fs.writeFileSync(path, await agencyBytes())
    const key = await newKey(agencyPassphrase, { kdf: { memory: 64, iterations: 1, lanes: 1 } })
    encryptInPlace(await sqlEngine(), path, migrations, key)
    return fs.readFileSync(path)
  })
