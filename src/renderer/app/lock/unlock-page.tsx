import { IconLock } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { WaitingFile } from '#contract/protection.ts'
import { AppError } from '#domain/app-error.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { read, shell } from '#renderer/ipc/client.ts'
import { callKey } from '#renderer/ipc/hooks.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SecretInput } from '#renderer/ui/secret-input.tsx'
import { forgetAnswers } from './forget-answers.ts'
import styles from './lock.module.css'
import { useWait } from './use-wait.ts'

/** In the place of everything while a file waits for its passphrase. Nothing of a workspace is in the page then. */
export function UnlockPage({ waiting }: { readonly waiting: WaitingFile }) {
  const t = useT()
  const client = useQueryClient()
  useEffect(() => forgetAnswers(client), [client])
  const title = t(waiting.because === 'opened' ? 'protection.openTitle' : 'protection.lockedTitle')
  useEffect(() => {
    void shell().setTitle([title, t('common.appName')].join(' · '))
  }, [title, t])
  return (
    <main className={styles.page} tabIndex={-1}>
      <section className={styles.card} aria-labelledby="unlock-title">
        <header className={styles.head}>
          <IconLock size={28} stroke={1.6} aria-hidden />
          <div>
            <h1 id="unlock-title">{title}</h1>
            <p className={styles.file} title={waiting.path}>
              {waiting.fileName}
            </p>
          </div>
        </header>
        <p>
          {t(`protection.because-${waiting.because}`)} {waiting.because === 'opened' ? null : t('protection.keptHere')}
        </p>
        <UnlockForm waiting={waiting} />
      </section>
    </main>
  )
}

/** Both answers at once, so that no window without a workspace is shown in between. */
function useSettle(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    const [status, state] = await Promise.all([read('workspace.status', {}), read('protection.state', {})])
    client.setQueryData(callKey('workspace.status', {}), status)
    client.setQueryData(callKey('protection.state', {}), state)
    await client.invalidateQueries()
  }
}

function UnlockForm({ waiting }: { readonly waiting: WaitingFile }) {
  const t = useT()
  const settle = useSettle()
  const client = useQueryClient()
  const unlock = useSecretCommand('protection.unlock')
  const leave = useSecretCommand('protection.leave')
  const [secret, setSecret] = useState('')
  const wait = useWait(waiting.waitSeconds)
  const reason = wait > 0 ? t('protection.wait', { time: clock(wait) }) : null
  const isWaiting = unlock.error instanceof AppError && unlock.error.code === 'E-OPEN-WAIT'
  const submit = async (): Promise<void> => {
    if (wait > 0 || secret === '' || unlock.isPending) return
    if ((await unlock.run({ secret })) !== null) {
      setSecret('')
      await settle()
      return
    }
    // How many tries are left, and how long to wait.
    await client.invalidateQueries({ queryKey: callKey('protection.state', {}) })
  }
  return (
    <div className={styles.form}>
      <SecretInput
        autoFocus
        label={t(waiting.hasRecoveryKey ? 'protection.secret' : 'protection.secretPlain')}
        value={secret}
        onChange={(typed) => {
          setSecret(typed)
          if (!unlock.isPending) unlock.forget()
        }}
        onEnter={() => void submit()}
      />
      <Refusal error={isWaiting ? null : unlock.error} title={t('common.refusedTitle')} />
      {reason === null ? null : <Banner tone="attention">{reason}</Banner>}
      <div className={styles.buttons}>
        <Action onClick={() => void leave.run({}).then(settle)}>
          {t(waiting.because === 'opened' ? 'protection.leave' : 'protection.closeLocked')}
        </Action>
        <Action
          kind="primary"
          busy={unlock.isPending}
          disabledReason={reason ?? (secret === '' ? t('protection.secretFirst') : null)}
          onClick={() => void submit()}
        >
          {t('protection.unlock')}
        </Action>
      </div>
      <details className={styles.forgotten}>
        <summary>{t('protection.forgotten')}</summary>
        <p>{t(waiting.hasRecoveryKey ? 'protection.forgottenWithKey' : 'protection.forgottenWithoutKey')}</p>
      </details>
    </div>
  )
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
