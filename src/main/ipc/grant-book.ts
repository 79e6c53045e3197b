import type { PathGrant } from '#contract/wire.ts'

/** What the user let Timbang reach in this run, and which engines have yet to confirm that they know it. */
export interface GrantBook {
  /** Everything granted so far: what an engine is given when it starts. */
  readonly all: () => readonly PathGrant[]
  /** Writes grants down and tells the engine; resolves once the engine that will answer calls knows them. */
  readonly add: (grants: readonly PathGrant[]) => Promise<void>
  readonly confirm: (id: number) => void
  /** The engine was replaced by one that was started with everything, or none will come: nothing is waited for. */
  readonly settle: () => void
}

/** @param tell hands grants to the engine, which confirms them under `id` */
export function createGrantBook(tell: (id: number, grants: readonly PathGrant[]) => void): GrantBook {
  const book = new Map<string, PathGrant>()
  const waiting = new Map<number, () => void>()
  let nextId = 1
  const confirm = (id: number): void => {
    waiting.get(id)?.()
    waiting.delete(id)
  }
  return {
    all: () => [...book.values()],
    add: (grants) => {
      for (const grant of grants) book.set(`${grant.access} ${grant.path}`, grant)
      return new Promise((resolve) => {
        const id = nextId++
        waiting.set(id, resolve)
        tell(id, grants)
      })
    },
    confirm,
    settle: () => {
      for (const id of [...waiting.keys()]) confirm(id)
    },
  }
}
