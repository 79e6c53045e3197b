import { m0010CreateWorkspace } from './m0010-create-workspace.ts'
import type { Migration } from './migration.ts'

/** Every step of the schema, in order. A new one is added at the end; a released one never changes. */
export const migrations: readonly Migration[] = [m0010CreateWorkspace]

/** SHA-256 of the schema after each version, so that an altered file is recognised. A test makes them anew. */
export const schemaHashes: Readonly<Record<number, string>> = {
  10: '15e25f622e2e2360f61fb9c080bac697505856f3fb063ee8c277ab2c0f4c6b9d',
}
