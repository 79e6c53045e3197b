import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import styles from './agency-dialogs.module.css'
import ownStyles from './protection-panel.module.css'
import { SecretTask, type TaskProps } from './protection-task.tsx'

/** Asked twice: first what such a copy is, then the passphrase and a statement to answer for it. */
export function PlainCopyForm({ onClose, onBack }: TaskProps) {
  const t = useT()
  const [asked, setAsked] = useState(false)
  const [understood, setUnderstood] = useState(false)
  const copy = useSecretCommand('protection.plainCopy')
  if (!asked) {
    return (
      <div className={styles.body}>
        <h3 className={ownStyles.task}>{t('protection.plainCopy')}</h3>
        <Banner tone="attention" title={t('protection.plainCopyFirst')}>
          {t('protection.plainCopyFirstDetail')}
        </Banner>
        <div className={styles.buttons}>
          <Action onClick={onBack}>{t('common.back')}</Action>
          <Action kind="danger" onClick={() => setAsked(true)}>
            {t('protection.plainCopyGoOn')}
          </Action>
        </div>
      </div>
    )
  }
  const run = async (secret: string): Promise<void> => {
    const path = await shell().saveFileDialog({
      purpose: 'copy',
      title: t('protection.plainCopyTitle'),
      defaultName: `${t('protection.plainCopyName')}.timbang`,
      extension: 'timbang',
    })
    if (path === null || (await copy.run({ secret, path })) === null) return
    notify(t('protection.plainCopied'), { tone: 'attention' })
    onClose()
  }
  return (
    <SecretTask
      danger
      title={t('protection.plainCopy')}
      text={t('protection.plainCopyFirstDetail')}
      confirm={t('protection.plainCopySave')}
      command={copy}
      onBack={onBack}
      onConfirm={run}
      reason={understood ? null : t('protection.plainCopyNotUnderstood')}
    >
      <Checkbox
        size="sm"
        label={t('protection.plainCopyUnderstood')}
        checked={understood}
        onChange={(event) => setUnderstood(event.currentTarget.checked)}
      />
    </SecretTask>
  )
}
