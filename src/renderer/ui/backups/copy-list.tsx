import type { KeyboardEvent } from 'react'
import type { BackupCopyOutput } from '#contract/backups.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { useBackupWords } from './backup-words.ts'
import styles from './backups.module.css'

interface CopyListProps {
  readonly copies: readonly BackupCopyOutput[]
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
}

/** The copies, newest first; up and down move the choice. */
export function CopyList({ copies, chosen, onChoose }: CopyListProps) {
  const t = useT()
  const format = useFormat()
  const words = useBackupWords()
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move === 0) return
    event.preventDefault()
    const now = copies.findIndex((copy) => copy.path === chosen)
    const next = Math.min(copies.length - 1, Math.max(0, now + move))
    const copy = copies[next]
    if (copy === undefined) return
    onChoose(copy.path)
    event.currentTarget.querySelectorAll<HTMLButtonElement>('button')[next]?.focus()
  }
  const withFocus = copies.some((copy) => copy.path === chosen) ? chosen : copies[0]?.path
  return (
    <ul className={styles.copies} aria-label={t('backups.copies')} onKeyDown={onKeyDown}>
      {copies.map((copy) => (
        <li key={copy.path}>
          <button
            type="button"
            className={cx(styles.copy, copy.path === chosen && styles.chosen)}
            aria-pressed={copy.path === chosen}
            tabIndex={copy.path === withFocus ? 0 : -1}
            title={copy.path}
            onClick={() => onChoose(copy.path)}
          >
            <b>{words.when(copy.takenAt)}</b>
            <span className={styles.reason}>
              {t(`backups.reason-${copy.reason}`)}
              {copy.encrypted ? ` · ${t('backups.encrypted')}` : null}
            </span>
            <span className={styles.figures}>
              {t('backups.entries')}: {format.number(copy.entries)}
            </span>
            <span className={styles.figures}>{format.bytes(copy.bytes)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
