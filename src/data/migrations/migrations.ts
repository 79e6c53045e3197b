import { m0010CreateWorkspace } from './m0010-create-workspace.ts'
import type { Migration } from './migration.ts'

/** Every step of the schema, in order. A new one is added at the end; a released one never changes. */
export const migrations: readonly Migration[] = [m0010CreateWorkspace]

/** SHA-256 of the schema after each version, so that an altered file is recognised. A test makes them anew. */
export const schemaHashes: Readonly<Record<number, string>> = {
  10: 'aea475e00447627c0b1c5260afe6efe12a5f06d8543a9ca6398aa7fea4efca5f',
}
