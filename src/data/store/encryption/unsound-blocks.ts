import { damagedBlocks, headNeedsMending } from './encryption.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** What no check of SQLite reads in an encrypted file: free blocks, and the second slot of the head. A plain file has none. */
export function unsoundBlocks(path: string, key: WorkspaceKey | null): readonly string[] {
  if (key === null) return []
  const blocks = damagedBlocks(path, key).map((block) => `sealed block ${block} is not what was written there`)
  return headNeedsMending(path) ? [...blocks, 'a slot of the sealed head is not what was written there'] : blocks
}
