import { Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { call } from '#renderer/ipc/client.ts'
import { useProgress } from '#renderer/ipc/events.ts'
import { Action } from './action.tsx'
import styles from './dialog.module.css'

export interface ProgressDialogProps {
  /** The id the screen gave to its call; null = closed. */
  readonly jobId: string | null
  readonly title: string
  /** Turns the engine's step code into words. */
  readonly stepName?: (step: string) => string
  /** What stays safe when it is cancelled. */
  readonly children?: ReactNode
  /** Told after the engine has been asked to stop. The call itself ends with E-CANCELLED. */
  readonly onCancel?: () => void
}

/** Long work in sight: step, count, bar and a way to stop it. Closes when the screen sets `jobId` to null. */
export function ProgressDialog({ jobId, title, stepName, children, onCancel }: ProgressDialogProps) {
  const t = useT()
  const progress = useProgress(jobId)
  const [cancelled, setCancelled] = useState<string | null>(null)
  const cancelling = jobId !== null && cancelled === jobId
  const cancel = async (): Promise<void> => {
    if (jobId === null || cancelling) return
    setCancelled(jobId)
    await call('jobs.cancel', { jobId }).catch(() => setCancelled(null))
    onCancel?.()
  }
  const share = progress === null || progress.total === 0 ? null : Math.min(1, progress.done / progress.total)
  const words =
    progress === null
      ? t('ui.progressStarting')
      : t('ui.progressStep', {
          step: stepName?.(progress.step) ?? progress.step,
          done: progress.done,
          total: progress.total,
        })
  return (
    <Modal
      opened={jobId !== null}
      onClose={() => void cancel()}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <div className={styles.step} role="status">
        {cancelling ? t('ui.progressCancelling') : words}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <div
          className={share === null ? `${styles.fill} ${styles.waiting}` : styles.fill}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
      <div className={styles.buttons}>
        <Action onClick={() => void cancel()} busy={cancelling}>
          {t('common.cancel')}
        </Action>
      </div>
    </Modal>
  )
}

/** A fresh id for a long call. */
export function newJobId(): string {
  return crypto.randomUUID()
}
