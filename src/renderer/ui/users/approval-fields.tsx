import { Select } from '@mantine/core'
import { useState } from 'react'
import type { ApprovalGiven } from '#contract/users.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { PinInput } from './pin-input.tsx'
import { useUsers } from './use-users.ts'
import styles from './users.module.css'

export interface ApprovalDraft {
  /** False in a workspace without named users: then nothing is shown and nothing is sent. */
  readonly needed: boolean
  readonly chairs: readonly { readonly id: ApprovalGiven['userId']; readonly name: string }[]
  readonly chair: ApprovalGiven['userId'] | null
  readonly pin: string
  readonly choose: (chair: string) => void
  readonly type: (pin: string) => void
  readonly clear: () => void
  /** What the call takes: `{ ...given }` beside the rest of its input. Without a PIN the engine says what it asks for. */
  readonly given: { readonly approval?: ApprovalGiven }
}

/** The approval of one step while it is being given. */
export function useApproval(): ApprovalDraft {
  const { named, users } = useUsers()
  const chairs = users.filter((user) => user.active && user.duty === 'chair')
  const [chosen, setChosen] = useState<string | null>(null)
  const [pin, setPin] = useState('')
  const chair = chairs.find(({ id }) => id === chosen)?.id ?? chairs[0]?.id ?? null
  return {
    needed: named,
    chairs,
    chair,
    pin,
    choose: setChosen,
    type: setPin,
    clear: () => setPin(''),
    given: !named || chair === null || pin === '' ? {} : { approval: { userId: chair, pin } },
  }
}

interface ApprovalFieldsProps {
  readonly approval: ApprovalDraft
  readonly autoFocus?: boolean
  readonly onEnter?: () => void
}

/** The chair takes the laptop and types an own PIN, in the dialog of the step itself. */
export function ApprovalFields({ approval, autoFocus = false, onEnter }: ApprovalFieldsProps) {
  const t = useT()
  const { needed, chairs, chair, pin } = approval
  if (!needed) return null
  const name = chairs.find(({ id }) => id === chair)?.name ?? ''
  return (
    <fieldset className={styles.approval}>
      <legend>{t('users.approvalTitle')}</legend>
      <p>{t('users.approvalText')}</p>
      {chairs.length > 1 ? (
        <Select
          label={t('users.approvalWho')}
          data={chairs.map((one) => ({ value: one.id, label: one.name }))}
          value={chair}
          allowDeselect={false}
          onChange={(value) => {
            if (value !== null) approval.choose(value)
          }}
        />
      ) : null}
      <PinInput
        label={t('users.pinOf', { name })}
        autoFocus={autoFocus}
        value={pin}
        onChange={approval.type}
        {...(onEnter === undefined ? {} : { onEnter })}
      />
    </fieldset>
  )
}
