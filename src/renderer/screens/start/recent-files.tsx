import { IconAlertTriangle, IconArchive, IconFile, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { openBackups } from '#renderer/ui/backups/backups-store.ts'
import { IconAction } from '#renderer/ui/icon-action.tsx'
import { QueryView } from '#renderer/ui/states.tsx'
import { State } from '#renderer/ui/tag.tsx'
import styles from './start.module.css'

type RecentFile = CallOutput<'workspace.recent'>[number]

/** The files of this laptop, last opened first. A missing one says so and can be taken off the list. */
export function RecentFiles({ onOpen }: { readonly onOpen: (path: string) => Promise<void> }) {
  const t = useT()
  const recent = useCall('workspace.recent', {})
  const forget = useCommand('workspace.forgetRecent', { undoable: false, onSuccess: () => void recent.refetch() })
  const list = useRef<HTMLUListElement>(null)
  const { refetch } = recent
  useEffect(() => {
    // Files come and go while another program has the focus.
    const look = (): void => void refetch()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [refetch])
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move === 0) return
    const files = [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-file]') ?? [])]
    const now = files.indexOf(document.activeElement as HTMLButtonElement)
    files[Math.min(files.length - 1, Math.max(0, now + move))]?.focus()
    event.preventDefault()
  }
  return (
    <QueryView query={recent} lines={3}>
      {(files) =>
        files.length === 0 ? (
          <p className={styles.noFiles}>{t('start.noFiles')}</p>
        ) : (
          <ul className={styles.recent} ref={list} aria-label={t('start.recent')} onKeyDown={onKeyDown}>
            {files.map((file) => (
              <FileLine
                key={file.path}
                file={file}
                onOpen={() => void onOpen(file.path).then(() => refetch())}
                onForget={() => forget.mutate({ path: file.path })}
              />
            ))}
          </ul>
        )
      }
    </QueryView>
  )
}

interface FileLineProps {
  readonly file: RecentFile
  readonly onOpen: () => void
  readonly onForget: () => void
}

function FileLine({ file, onOpen, onForget }: FileLineProps) {
  const t = useT()
  const format = useFormat()
  return (
    <li>
      <button
        type="button"
        data-file
        className={styles.file}
        title={file.path}
        aria-disabled={file.missing}
        onClick={onOpen}
      >
        {file.missing ? (
          <IconAlertTriangle className={styles.missing} size={18} stroke={1.6} aria-hidden />
        ) : (
          <IconFile size={18} stroke={1.6} aria-hidden />
        )}
        <span className={styles.fileWords}>
          <b>{file.name}</b>
          <span className={styles.path}>{folderOf(file.path)}</span>
        </span>
        <span className={styles.when}>
          {file.missing ? (
            <State tone="attention">{t('start.missing')}</State>
          ) : (
            t('start.openedAt', { when: format.shortDate(file.openedAt), time: format.time(file.openedAt) })
          )}
        </span>
      </button>
      <IconAction
        label={t('backups.ofFile', { name: file.name })}
        icon={IconArchive}
        onClick={() => openBackups(file.path)}
      />
      <IconAction label={t('start.forget', { name: file.name })} icon={IconX} onClick={onForget} />
    </li>
  )
}

const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/, '')
