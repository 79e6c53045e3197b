import { m0010CreateWorkspace } from './m0010-create-workspace.ts'
import type { Migration } from './migration.ts'

/** Every step of the schema, in order. A new one is added at the end; a released one never changes. */
export const migrations: readonly Migration[] = [m0010CreateWorkspace]

/** SHA-256 of the schema after each version, so that an altered file is recognised. A test makes them anew. */
export const schemaHashes: Readonly<Record<number, string>> = {
  10: '185dca19be9b170c6e421a3852bdd859bb768c19b07564dccc7ce8be1c050dbc',
}
