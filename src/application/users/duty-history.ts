import type { Workspace } from '#application/ports/workspace.ts'
import { type Duty, duty } from '#domain/model/user.ts'
import { z } from '#domain/zod.ts'

/** Every command that writes a user. */
export const userCommands = [
  'users.add',
  'users.change',
  'users.changePin',
  'users.givePin',
  'users.resetByHolder',
  'users.resetByPassphrase',
] as const

const recorded = z.object({ name: z.string(), duty, active: z.union([z.literal(0), z.literal(1)]) })

export interface DutyHeld {
  readonly name: string
  readonly duty: Duty
}

/** One entry of the trail about a user. */
export interface UserChange {
  readonly seq: number
  readonly at: string
  readonly author: string
  readonly command: (typeof userCommands)[number]
  readonly userId: string
  /** Duty held before and after; null: not a user, or switched off. */
  readonly before: DutyHeld | null
  readonly after: DutyHeld | null
  readonly reason: string
}

const mostEntries = 10_000

/** All changes of users, as the trail tells them, oldest first. */
export function userChanges(workspace: Workspace): readonly UserChange[] {
  if (workspace.tables.user.count() === 0) return []
  return userCommands
    .flatMap((command) =>
      workspace.trail({ beforeSeq: null, limit: mostEntries, command }).map((entry) => ({ command, entry })),
    )
    .flatMap(({ command, entry: { seq, at, author, reason } }) =>
      workspace
        .changesOf(seq)
        .filter((change) => change.table === 'user')
        .map((change) => ({
          ...{ seq, at, author, command, reason, userId: change.rowId },
          before: heldIn(change.before),
          after: heldIn(change.after),
        })),
    )
    .toSorted((a, b) => a.seq - b.seq)
}

function heldIn(text: string | null): DutyHeld | null {
  if (text === null) return null
  const row = recorded.parse(JSON.parse(text))
  return row.active === 1 ? { name: row.name, duty: row.duty } : null
}

/** Who held which duty after an entry of the trail (null: now), in the order in which they were named. */
export function holdersAt(changes: readonly UserChange[], entry: number | null): readonly DutyHeld[] {
  const held = new Map<string, DutyHeld | null>()
  for (const change of changes) if (entry === null || change.seq <= entry) held.set(change.userId, change.after)
  return [...held.values()].filter((holder) => holder !== null)
}
