import { Menu, Modal, Textarea } from '@mantine/core'
import { IconChevronDown, IconUser, IconUserQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import type { UsersState } from '#contract/users.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { SecretInput } from '#renderer/ui/secret-input.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { emptyPin, isTyped, type NewPin, NewPinFields, PinInput } from '#renderer/ui/users/pin-input.tsx'
import { useUsers } from '#renderer/ui/users/use-users.ts'
import styles from '#renderer/ui/users/users.module.css'
import frame from './frame.module.css'
import { FormBody } from './users-dialog.tsx'

type KnownUser = UsersState['users'][number]
type Dialog = { readonly kind: 'sign-in' | 'reset'; readonly user: KnownUser } | { readonly kind: 'own-pin' }

/** "Bergantian": who is at the keyboard, and the way to pass the laptop on. Not there while nobody is named. */
export function UserSwitch() {
  const t = useT()
  const { named, current, users } = useUsers()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const signOut = useCommand('users.signOut')
  if (!named) return null
  const close = (): void => setDialog(null)
  const label =
    current === null
      ? t('users.signedOut')
      : t('users.signedIn', { name: current.name, duty: t(`users.duty-${current.duty}`) })
  const Icon = current === null ? IconUserQuestion : IconUser
  return (
    <>
      <Menu withinPortal position="bottom-end">
        <Menu.Target>
          <button
            type="button"
            className={cx(frame.pick, current === null && frame.signIn)}
            aria-label={label}
            title={label}
          >
            <Icon size={16} stroke={1.8} aria-hidden />
            <span>{current === null ? t('users.signIn') : current.name}</span>
            <IconChevronDown size={14} stroke={1.8} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('users.switchTo')}</Menu.Label>
          {users
            .filter((user) => user.active && user.id !== current?.id)
            .map((user) => (
              <Menu.Item
                key={user.id}
                rightSection={<span className={styles.under}>{t(`users.duty-${user.duty}`)}</span>}
                onClick={() => setDialog({ kind: 'sign-in', user })}
              >
                {user.name}
              </Menu.Item>
            ))}
          {current === null ? null : (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => setDialog({ kind: 'own-pin' })}>{t('users.changePin')}</Menu.Item>
              <Menu.Item onClick={() => signOut.mutate({})}>{t('users.signOut')}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={dialog !== null}
        onClose={close}
        title={dialog === null ? '' : titleOf(dialog, t)}
        size={440}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {dialog?.kind === 'sign-in' ? (
          <SignIn user={dialog.user} onDone={close} onReset={() => setDialog({ kind: 'reset', user: dialog.user })} />
        ) : null}
        {dialog?.kind === 'reset' ? <Reset user={dialog.user} onDone={close} /> : null}
        {dialog?.kind === 'own-pin' ? <OwnPin onDone={close} /> : null}
      </Modal>
    </>
  )
}

function titleOf(dialog: Dialog, t: ReturnType<typeof useT>): string {
  if (dialog.kind === 'own-pin') return t('users.changePinTitle')
  return t(dialog.kind === 'reset' ? 'users.resetTitle' : 'users.signInTitle', { name: dialog.user.name })
}

interface FormProps {
  readonly onDone: () => void
}

function SignIn({ user, onDone, onReset }: FormProps & { readonly user: KnownUser; readonly onReset: () => void }) {
  const t = useT()
  const [pin, setPin] = useState('')
  const [forgot, setForgot] = useState(false)
  const signIn = useSecretCommand('users.signIn')
  const enter = async (): Promise<void> => {
    if (pin === '' || signIn.isPending) return
    const state = await signIn.run({ userId: user.id, pin })
    if (state === null) setPin('')
    else onDone()
  }
  return (
    <FormBody
      confirm={t('users.signIn')}
      disabledReason={pin === '' ? t('users.pinOf', { name: user.name }) : null}
      busy={signIn.isPending}
      error={signIn.error}
      onConfirm={enter}
      onCancel={onDone}
    >
      <PinInput autoFocus label={t('users.pin')} value={pin} onChange={setPin} onEnter={enter} />
      {forgot ? null : (
        <span>
          <TextLink onClick={() => setForgot(true)}>{t('users.forgot')}</TextLink>
        </span>
      )}
      {forgot && user.duty !== 'chair' ? <Banner tone="information">{t('users.forgotOther')}</Banner> : null}
      {forgot && user.duty === 'chair' ? (
        <span>
          <Action onClick={onReset}>{t('users.forgotChair')}</Action>
        </span>
      ) : null}
    </FormBody>
  )
}

function OwnPin({ onDone }: FormProps) {
  const t = useT()
  const [pin, setPin] = useState('')
  const [next, setNext] = useState(emptyPin)
  const change = useSecretCommand('users.changePin')
  const save = async (): Promise<void> => {
    if ((await change.run({ pin, newPin: next.pin })) === null) return
    notify(t('users.pinChanged'))
    onDone()
  }
  return (
    <FormBody
      confirm={t('users.save')}
      disabledReason={pin !== '' && isTyped(next) ? null : t('users.pinFirst')}
      busy={change.isPending}
      error={change.error}
      onConfirm={save}
      onCancel={onDone}
    >
      <PinInput autoFocus label={t('users.pinNow')} value={pin} onChange={setPin} />
      <NewPinFields label={t('users.newPin')} value={next} onChange={setNext} />
    </FormBody>
  )
}

/** What the reset still lacks: the key of its sentence, or null. `secret` null: the file is not encrypted. */
function resetProblem(secret: string | null, reason: string, next: NewPin) {
  if (secret === '') return 'protection.secretFirst' as const
  if (reason.trim() === '') return 'users.resetReasonFirst' as const
  return isTyped(next) ? null : ('users.pinFirst' as const)
}

/** The way back for a chair who forgot the PIN; without encryption an emergency that everybody will read. */
function Reset({ user, onDone }: FormProps & { readonly user: KnownUser }) {
  const t = useT()
  const encrypted = useCall('protection.state', {}).data?.encrypted ?? false
  const [secret, setSecret] = useState('')
  const [reason, setReason] = useState('')
  const [next, setNext] = useState(emptyPin)
  const reset = useSecretCommand('users.resetChairPin')
  const problem = resetProblem(encrypted ? secret : null, reason, next)
  const save = async (): Promise<void> => {
    const input = { userId: user.id, newPin: next.pin, reason: reason.trim(), secret: encrypted ? secret : null }
    if ((await reset.run(input)) === null) return
    notify(t('users.resetDone'), { tone: 'attention' })
    onDone()
  }
  return (
    <FormBody
      confirm={t('users.reset')}
      disabledReason={problem === null ? null : t(problem)}
      busy={reset.isPending}
      error={reset.error}
      onConfirm={save}
      onCancel={onDone}
    >
      {encrypted ? (
        <SecretInput autoFocus label={t('users.resetSecret')} value={secret} onChange={setSecret} />
      ) : (
        <Banner tone="attention">{t('users.resetHolder')}</Banner>
      )}
      <Textarea
        label={t('users.resetReason')}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <NewPinFields label={t('users.newPin')} value={next} onChange={setNext} />
    </FormBody>
  )
}
