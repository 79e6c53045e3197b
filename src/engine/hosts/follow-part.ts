import { join } from 'node:path'
import type { FollowedPart, TrailFollower, TrailPart } from '#application/ports/trail-follower.ts'
import type { FileToCheck } from '#engine/host.ts'
import { startFileThread } from './file-thread.ts'

/** What the thread that follows a part of the trail is given. */
export interface PartQuestion {
  readonly wasmBytes: Uint8Array
  readonly path: string
  readonly part: TrailPart
}

/** A shorter trail is followed in about a second. */
const from = 50_000
const lookEvery = 50

/** Follows parts of a long trail on a thread of their own. The build puts its program beside this one. */
export const followBeside =
  (wasmBytes: Uint8Array, program = join(import.meta.dirname, 'follow-part-thread.js')) =>
  ({ path, key }: FileToCheck): TrailFollower => ({
    from,
    start(part) {
      let reached = part.after.seq
      const question: PartQuestion = { wasmBytes, path, part }
      const { answer, stop } = startFileThread<FollowedPart | null, number>(program, question, key, (seq) => {
        reached = seq
      })
      const done = answer.catch(() => null)
      return {
        followed: () => reached - part.after.seq,
        look: () =>
          Promise.race([done, new Promise<'running'>((resolve) => setTimeout(resolve, lookEvery, 'running'))]),
        stop,
      }
    },
  })
