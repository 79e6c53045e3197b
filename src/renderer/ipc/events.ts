import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import type { EngineEvent } from '#contract/wire.ts'
import { AppError } from '#domain/app-error.ts'
import { callFirst, subscribe } from './client.ts'
import { restoring } from './engine-gap.ts'
import { callKey } from './hooks.ts'

export interface Progress {
  readonly step: string
  readonly done: number
  readonly total: number
}

/** Connects the engine's "changed" events with the query cache: a topic is the first element of a query key, '*' is all. `refused` shows why an open file was closed. */
export function connectEvents(client: QueryClient, refused: (error: AppError) => void): () => void {
  return subscribe((event: EngineEvent) => {
    if (event.type === 'restarted') void reopen(client)
    if (event.type === 'refused') refused(new AppError(event.error.code, event.error.params))
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

/**
 * A new engine holds no workspace: the one that was open is opened again before anything else is asked of it. A file that
 * will not open again says why, and the start screen follows.
 */
async function reopen(client: QueryClient): Promise<void> {
  const before = client.getQueryData<CallOutput<'workspace.status'>>(callKey('workspace.status', {}))
  const locked = client.getQueryData<CallOutput<'protection.state'>>(callKey('protection.state', {}))?.waiting
  await restoring(async () => {
    // The new engine refuses it and lets it wait, as the one before did.
    if (locked) await callFirst('workspace.open', { path: locked.path, readOnly: locked.readOnly })
    if (!before || (await callFirst('workspace.status', {})) !== null) return
    await client
      .getMutationCache()
      .build(client, {
        mutationKey: ['workspace', 'workspace.open'],
        mutationFn: () =>
          callFirst('workspace.open', { path: before.path, readOnly: before.readOnlyBecause === 'asked' }),
      })
      .execute(undefined)
  })
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
