import { verifyTrail } from '#application/ledger/verify-trail.ts'
import { ledgerReader } from '#data/repositories/ledger-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import { unsoundBlocks } from '#data/store/encryption/unsound-blocks.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { findDefects } from '#data/store/open-workspace.ts'
import { opened } from './file-state.ts'

const job = { report: () => undefined, pause: async () => undefined }

/**
 * What the full check of a file finds, as `timbang check` does it: 'sound', or its words. Every page and reference, the
 * blocks of an encrypted file that no row lies on, the chain of the trail, and every row against what the chain makes of it.
 */
export function findByCheck(path: string, key: WorkspaceKey | null): Promise<string> {
  return opened(
    path,
    async (db) => {
      const defects = [...findDefects(db), ...unsoundBlocks(path, key)]
      if (defects.length > 0) return defects.slice(0, 3).join('; ')
      const { found, findings } = await verifyTrail({ reader: ledgerReader(db), hashing, anchor: null, job })
      return found === 0 ? 'sound' : findings.map(({ kind, table }) => `${kind} ${table ?? ''}`).join('; ')
    },
    key,
  )
}

/** Scores, ratings, decisions, reasons and identities: what a signed paper rests on. */
const protectedTables = new Set(['result_score', 'behaviour_score', 'assessment', 'decision', 'employee'])

export const isProtected = (place: string): boolean => protectedTables.has(place.split('.')[0] ?? '')
