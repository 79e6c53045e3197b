import type { ReactNode } from 'react'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { type ApprovalDraft, ApprovalFields } from './approval-fields.tsx'

interface ApprovalDialogProps {
  readonly open: boolean
  readonly title: string
  readonly confirm: string
  readonly busy: boolean
  readonly error: unknown
  readonly approval: ApprovalDraft
  readonly onConfirm: () => void
  readonly onCancel: () => void
  readonly children?: ReactNode
}

/** Asks for the chair's PIN before a step that needs nothing else. */
export function ApprovalDialog(props: ApprovalDialogProps) {
  const { open, title, confirm, busy, error, approval, onConfirm, onCancel, children } = props
  return (
    <ConfirmDialog
      open={open}
      title={title}
      confirm={confirm}
      busy={busy}
      onConfirm={onConfirm}
      onCancel={() => {
        approval.clear()
        onCancel()
      }}
    >
      {children}
      <ApprovalFields approval={approval} autoFocus onEnter={onConfirm} />
      <Refusal error={error} />
    </ConfirmDialog>
  )
}
