import { type ReactNode, useState } from 'react'
import type { CallName } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import type { SecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretInput } from '#renderer/ui/secret-input.tsx'
import styles from './agency-dialogs.module.css'
import ownStyles from './protection-panel.module.css'

export interface FormProps {
  readonly onClose: () => void
}

export interface TaskProps extends FormProps {
  readonly onBack: () => void
}

interface SecretTaskProps {
  readonly title?: string
  readonly text: string
  readonly confirm: string
  readonly danger?: boolean
  readonly command: SecretCommand<CallName>
  readonly reason?: string | null
  readonly onConfirm: (secret: string) => Promise<void>
  readonly onBack: () => void
  readonly children?: ReactNode
}

/** A task that asks for nothing but the present secret. */
export function SecretTask(props: SecretTaskProps) {
  const { title, text, confirm, danger, command, reason, onConfirm, onBack, children } = props
  const t = useT()
  const [secret, setSecret] = useState('')
  return (
    <TaskBody
      {...(title === undefined ? {} : { title })}
      text={text}
      command={command}
      confirm={confirm}
      danger={danger ?? false}
      disabledReason={secret === '' ? t('protection.secretFirst') : (reason ?? null)}
      onConfirm={() => onConfirm(secret)}
      onLeave={onBack}
    >
      <SecretInput autoFocus label={t('protection.current')} value={secret} onChange={setSecret} />
      {children}
    </TaskBody>
  )
}

interface TaskBodyProps {
  /** Which task this is; without one the words of its button say it. */
  readonly title?: string
  readonly text: string
  readonly confirm: string
  readonly danger?: boolean
  readonly disabledReason: string | null
  readonly command: Pick<SecretCommand<CallName>, 'isPending' | 'error'>
  readonly onConfirm: () => Promise<void>
  /** Words of the button that changes nothing, where there are no other tasks to go back to. */
  readonly leave?: string
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** What happens, the fields, why it was refused, and the two buttons. */
export function TaskBody(props: TaskBodyProps) {
  const { title, text, confirm, danger, disabledReason, command, onConfirm, leave, onLeave, children } = props
  const t = useT()
  return (
    <div className={styles.body}>
      {leave === undefined ? <h3 className={ownStyles.task}>{title ?? confirm}</h3> : null}
      <p className={styles.text}>{text}</p>
      {children}
      <Refusal error={command.error} title={t('common.refusedTitle')} />
      <div className={styles.buttons}>
        <Action onClick={onLeave}>{leave ?? t('common.back')}</Action>
        <Action
          kind={danger === true ? 'danger' : 'primary'}
          disabledReason={disabledReason}
          busy={command.isPending}
          onClick={() => void onConfirm()}
        >
          {confirm}
        </Action>
      </div>
    </div>
  )
}
