import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import type { AppError } from '#domain/app-error.ts'
import { read } from '#renderer/ipc/client.ts'
import { useCall } from '#renderer/ipc/hooks.ts'

export type TrailPage = CallOutput<'trail.list'>
export type TrailEntry = TrailPage['entries'][number]

const pageSize = 100

/** The trail, newest first, a page at a time; a change anywhere asks for it again. */
export function useTrail(command: string | null) {
  return useInfiniteQuery<TrailPage, AppError, readonly TrailPage[], readonly unknown[], number | null>({
    // The first element is the topic the engine's events name.
    queryKey: ['trail', 'trail.list', 'pages', command],
    initialPageParam: null,
    queryFn: ({ pageParam }) => read('trail.list', { beforeSeq: pageParam, limit: pageSize, command }),
    getNextPageParam: (last) => (last.entries.length < pageSize ? undefined : last.entries.at(-1)?.seq),
    select: ({ pages }) => pages,
  })
}

/** Which entries have been taken back, and by which. */
export function useUndone(): ReadonlyMap<number, number> {
  const undos = useCall('trail.list', { beforeSeq: null, limit: 500, command: 'history.undo' }, { keepPrevious: true })
  const redos = useCall('trail.list', { beforeSeq: null, limit: 500, command: 'history.redo' }, { keepPrevious: true })
  return useMemo(
    () => undoneBy([...(undos.data?.entries ?? []), ...(redos.data?.entries ?? [])]),
    [undos.data, redos.data],
  )
}

/**
 * Which entry takes back which, now: an undo that was itself taken back by a redo no longer counts.
 * @example undoneBy([{ seq: 5, undoes: 3 }, { seq: 6, undoes: 5 }]).get(3) // undefined: 6 did 3 again
 */
export function undoneBy(takers: readonly Pick<TrailEntry, 'seq' | 'undoes'>[]): ReadonlyMap<number, number> {
  const undone = new Map<number, number>()
  for (const { seq, undoes } of takers.toSorted((a, b) => b.seq - a.seq)) {
    if (undoes !== null && !undone.has(seq)) undone.set(undoes, seq)
  }
  return undone
}

/** One entry by its number, also when it stands outside the list. */
export function useEntry(seq: number | null, known: readonly TrailEntry[]): TrailEntry | null {
  const inList = known.find((entry) => entry.seq === seq) ?? null
  const asked = useCall(
    'trail.list',
    { beforeSeq: (seq ?? 0) + 1, limit: 1, command: null },
    { enabled: seq !== null && inList === null },
  )
  if (inList !== null || seq === null) return inList
  const found = asked.data?.entries[0]
  return found?.seq === seq ? found : null
}
