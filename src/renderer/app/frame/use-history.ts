import { useCallback } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'

export interface HistoryActions {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
}

/** Undo and redo across the whole app, one command at a time. */
export function useHistory(): HistoryActions {
  const t = useT()
  const state = useCall('history.state', {})
  const mayWrite = useDutyReason('history.undo') === null
  const undoCommand = useCommand('history.undo', {
    onSuccess: () =>
      notify(t('common.undoDone'), {
        id: 'history',
        action: { label: t('common.redo'), run: () => redoCommand.mutate({}) },
      }),
  })
  const redoCommand = useCommand('history.redo', {
    onSuccess: () =>
      notify(t('common.redoDone'), {
        id: 'history',
        action: { label: t('common.undo'), run: () => undoCommand.mutate({}) },
      }),
  })
  const { mutate: undoNow, isPending: undoing } = undoCommand
  const { mutate: redoNow, isPending: redoing } = redoCommand
  const undo = useCallback(() => {
    if (!undoing) undoNow({})
  }, [undoNow, undoing])
  const redo = useCallback(() => {
    if (!redoing) redoNow({})
  }, [redoNow, redoing])
  return {
    canUndo: mayWrite && (state.data?.undo ?? null) !== null,
    canRedo: mayWrite && (state.data?.redo ?? null) !== null,
    undo,
    redo,
  }
}
