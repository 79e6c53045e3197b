import { findDefects } from '#data/store/open-workspace.ts'
import { opened } from './file-state.ts'

/**
 * Whether `findByCheck` rebuilds ratings and decisions from the journal, and so must find every change of one. As long
 * as it is false such changes are counted and named in the report instead of failing the harness.
 */
export const checkRebuildsRatings = false

/** What the full check of a file finds: 'sound', or its words. The one place to put a stronger check in. */
export function findByCheck(path: string): Promise<string> {
  return opened(path, (db) => {
    const defects = findDefects(db)
    return defects.length === 0 ? 'sound' : defects.slice(0, 3).join('; ')
  })
}

/** Scores, ratings, decisions, reasons and identities: what a signed paper rests on. */
const protectedTables = new Set(['result_score', 'behaviour_score', 'assessment', 'decision', 'employee'])

export const isProtected = (place: string): boolean => protectedTables.has(place.split('.')[0] ?? '')
