import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import type { EngineEvent } from '#contract/wire.ts'
import { call, subscribe } from './client.ts'
import { callKey } from './hooks.ts'

export interface Progress {
  readonly step: string
  readonly done: number
  readonly total: number
}

/** Connects the engine's "changed" events with the query cache: a topic is the first element of a query key, '*' is all. */
export function connectEvents(client: QueryClient): () => void {
  return subscribe((event: EngineEvent) => {
    if (event.type === 'restarted') void reopen(client)
    if (event.type !== 'changed') return
    const { topics, employeeIds } = event
    const all = topics.includes('*')
    void client.invalidateQueries({
      predicate: ({ queryKey, meta }) => {
        if (employeeIds !== null && meta?.patchesRows === true) return false
        return all || topics.includes(String(queryKey[0]))
      },
    })
  })
}

/** A new engine holds no workspace: the one that was open is opened again before anything is asked of it. */
async function reopen(client: QueryClient): Promise<void> {
  const before = client.getQueryData<CallOutput<'workspace.status'>>(callKey('workspace.status', {}))
  try {
    if (before) await call('workspace.open', { path: before.path })
  } catch {
    // A file that will not open again leads to the start screen, where opening it says why.
  }
  await client.invalidateQueries()
}

/** Hears every event of the engine and the shell while the component is shown. The listener may be a new function each render. */
export function useEngineEvent(listener: (event: EngineEvent) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => subscribe((event) => latest.current(event)), [])
}

/** The employees whose rows just changed, for grids that ask `useCall(…, { patchesRows: true })`. */
export function useChangedEmployees(topic: string, listener: (employeeIds: readonly string[]) => void): void {
  useEngineEvent((event) => {
    if (event.type !== 'changed' || event.employeeIds === null) return
    if (event.topics.includes(topic) || event.topics.includes('*')) listener(event.employeeIds)
  })
}

/** Progress of one long job, by the job id the screen gave with its call. Null before the first event. */
export function useProgress(jobId: string | null): Progress | null {
  const [seen, setSeen] = useState<{ readonly jobId: string; readonly progress: Progress } | null>(null)
  useEffect(() => {
    if (jobId === null) return
    return subscribe((event) => {
      if (event.type !== 'progress' || event.jobId !== jobId) return
      setSeen({ jobId, progress: { step: event.step, done: event.done, total: event.total } })
    })
  }, [jobId])
  return seen !== null && seen.jobId === jobId ? seen.progress : null
}
