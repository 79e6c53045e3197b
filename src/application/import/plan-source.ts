import type { Planning, RowRef } from './planning.ts'

/** Where a row of a plan was found: the plan (SKP) itself, its evaluation, or the role matrix of the leader. */
export type PlanSource = 'plan' | 'evaluation' | 'matrix'

/** Keeps the row that named something first; a later row that contradicts it is told apart from one that completes it. */
export function rememberRow(planning: Planning, ref: RowRef, key: string, source: PlanSource, text = '') {
  planning.memory.seen.set(key, { row: ref.row.index, sheetKey: ref.sheet.key, text, source })
}

/** An evaluation fills what the plan leaves empty, and overwrites nothing. */
export function onlyMissing<Entity extends object>(known: Entity, patch: Partial<Entity>): Partial<Entity> {
  const entries = Object.entries(patch).filter(([field]) => {
    const value = known[field as keyof Entity]
    return value === '' || value === null || value === 'none' || value === 'unknown'
  })
  return Object.fromEntries(entries) as Partial<Entity>
}
