import { IconFolder } from '@tabler/icons-react'
import type { CallOutput } from '#contract/contracts.ts'
import { errorSentence } from '#contract/error-sentences.ts'
import type { AppErrorCode } from '#domain/app-error.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import styles from './backups.module.css'

/** Where copies are kept, what they take, how the last one went, and another place for the next ones. */
export function FolderLine() {
  const t = useT()
  const format = useFormat()
  const state = useCall('backups.state', {})
  const duty = useDutyReason('backups.setFolder')
  const setFolder = useCommand('backups.setFolder', {
    undoable: false,
    success: ({ folder }) => t('backups.folderChanged', { folder }),
  })
  const choose = async (): Promise<void> => {
    const folder = await shell().openFolderDialog({ title: t('backups.chooseFolder') })
    if (folder !== null) setFolder.mutate({ folder })
  }
  const sentence = useFailureSentence(state.data?.failure ?? null)
  if (state.data === undefined) return null
  const { folder, standard, count, bytes, failure } = state.data
  return (
    <>
      <div className={styles.folder}>
        <IconFolder size={16} stroke={1.6} aria-hidden />
        <span className={styles.place} title={folder}>
          {folder}
        </span>
        <span className={styles.figures}>{t('backups.folderSize', { count, size: format.bytes(bytes) })}</span>
        <Action size="small" disabledReason={duty} onClick={() => void choose()}>
          {t('backups.changeFolder')}
        </Action>
        {standard ? null : (
          <Action size="small" kind="quiet" disabledReason={duty} onClick={() => setFolder.mutate({ folder: null })}>
            {t('backups.standardFolder')}
          </Action>
        )}
      </div>
      {failure === null ? null : (
        <Banner tone="attention" title={t('backups.failed')}>
          {sentence}
        </Banner>
      )}
    </>
  )
}

type Failure = CallOutput<'backups.state'>['failure']

/** Why the last copy could not be taken, in words with its code; empty when it could. */
export function useFailureSentence(failure: Failure): string {
  const locale = useLocale()
  if (failure === null) return ''
  return `${errorSentence(failure.code as AppErrorCode, failure.params, locale)} (${failure.code})`
}
