import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { Action } from './action.tsx'
import styles from './dialog.module.css'

export interface ConfirmDialogProps {
  readonly open: boolean
  /** A question that names the thing: "Batalkan keputusan kasus 11?" */
  readonly title: string
  /** What changes and what stays. */
  readonly children: ReactNode
  /** A verb: "Batalkan keputusan". */
  readonly confirm: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly disabledReason?: string | null
  readonly size?: number | string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks once before something that is felt outside this screen. Inline edits never ask. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useT()
  return (
    <Modal
      opened={props.open}
      onClose={props.onCancel}
      title={props.title}
      size={props.size ?? 480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={styles.text}>{props.children}</div>
      <div className={styles.buttons}>
        <Action onClick={props.onCancel}>{t('common.back')}</Action>
        <Action
          kind={props.danger === true ? 'danger' : 'primary'}
          busy={props.busy ?? false}
          disabledReason={props.disabledReason ?? null}
          onClick={props.onConfirm}
        >
          {props.confirm}
        </Action>
      </div>
    </Modal>
  )
}
