import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { EngineEvent } from '#contract/wire.ts'
import { subscribe } from './client.ts'

export interface Progress {
  readonly step: string
  readonly done: number
  readonly total: number
}

/** Connects the engine's "changed" events with the query cache: a topic is the first element of a query key, '*' is all. */
export function connectEvents(client: QueryClient, onRestarted: () => void): () => void {
  return subscribe((event: EngineEvent) => {
    if (event.type === 'restarted') {
      onRestarted()
      void client.invalidateQueries()
      return
    }
    if (event.type !== 'changed') return
    if (event.topics.includes('*')) {
      void client.invalidateQueries()
      return
    }
    for (const topic of event.topics) void client.invalidateQueries({ queryKey: [topic] })
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
