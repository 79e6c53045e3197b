import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { CallInput, CallOutput } from '#contract/contracts.ts'
import { AppError } from '#domain/app-error.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { call, shell } from '#renderer/ipc/client.ts'
import { callKey, useCommand } from '#renderer/ipc/hooks.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'
import { useErrorSentence } from '#renderer/ui/states.tsx'
import { useSetSearch } from '#renderer/ui/use-place.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'

export type Preview = CallOutput<'import.preview'>
export type CommitResult = CallOutput<'import.commit'>
export type CsvOptions = Pick<CallInput<'import.preview'>, 'delimiter' | 'encoding'>

export interface RunningJob {
  readonly id: string
  readonly what: 'reading' | 'writing'
}

/** The work behind the import screen: choosing and reading files, answers, mapping, writing. */
export function useImport() {
  const t = useT()
  const { period } = useWorkspace()
  const client = useQueryClient()
  const setSearch = useSetSearch()
  const say = useErrorSentence()
  const [job, setJob] = useState<RunningJob | null>(null)
  const [result, setResult] = useState<CommitResult | null>(null)
  const [paths, setPaths] = useState<readonly string[]>([])
  const commit = useCommand('import.commit', { success: t('imports.commitDone') })

  const keep = useCallback(
    (preview: Preview): void => {
      client.setQueryData(callKey('import.state', { previewId: preview.previewId }), preview)
      setSearch({ preview: preview.previewId, files: null })
    },
    [client, setSearch],
  )
  const refused = useCallback(
    (error: unknown): void => {
      const code = error instanceof AppError ? error.code : 'E-UNKNOWN'
      if (code === 'E-CANCELLED') notify(say(error), { tone: 'information', id: 'import' })
      else notify(say(error), { tone: 'refused', title: `${t('common.refusedTitle')} · ${code}`, id: 'import' })
    },
    [say, t],
  )

  const read = async (files: readonly string[], options: CsvOptions = {}): Promise<void> => {
    if (period === null || files.length === 0) return
    const id = newJobId()
    setPaths(files)
    setResult(null)
    setJob({ id, what: 'reading' })
    try {
      keep(await call('import.preview', { jobId: id, paths: [...files], periodId: period.id, ...options }))
    } catch (error) {
      setSearch({ files: null })
      refused(error)
    } finally {
      setJob(null)
    }
  }

  const choose = async (): Promise<void> => {
    const files = await shell().openFileDialog({ purpose: 'import', title: t('imports.chooseTitle'), multiple: true })
    await read(files)
  }

  const change = async (work: () => Promise<Preview>): Promise<void> => {
    try {
      const preview = await work()
      keep(preview)
      await client.invalidateQueries({ queryKey: ['import', 'import.rows'] })
    } catch (error) {
      refused(error)
    }
  }

  const write = async (previewId: string): Promise<void> => {
    const id = newJobId()
    setJob({ id, what: 'writing' })
    try {
      setResult(await commit.mutateAsync({ jobId: id, previewId }))
      setSearch({ preview: null })
    } catch {
      // The refusal is shown by the global handler; the preview stays as it is.
    } finally {
      setJob(null)
    }
  }

  const leave = async (previewId: string | null): Promise<void> => {
    setResult(null)
    setSearch({ preview: null, files: null })
    if (previewId !== null) await call('import.discard', { previewId }).catch(refused)
  }

  return { job, result, paths, choose, read, change, write, leave, setResult }
}

export type ImportWork = ReturnType<typeof useImport>
