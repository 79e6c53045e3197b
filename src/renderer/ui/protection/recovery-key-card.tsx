import { TextInput } from '@mantine/core'
import { IconKey, IconPrinter } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '#renderer/i18n/i18n.ts'
import { call } from '#renderer/ipc/client.ts'
import { Action } from '#renderer/ui/action.tsx'
import { useErrorSentence } from '#renderer/ui/states.tsx'
import styles from './protection.module.css'
import { groupsOf, type ProtectionDraft } from './protection-draft.ts'

type KeyPart = Pick<ProtectionDraft, 'recoveryKey' | 'lastGroup'>

interface RecoveryKeyCardProps {
  readonly value: KeyPart
  readonly fileName: string
  readonly onChange: (part: KeyPart) => void
}

/** A new recovery key, shown this once: to print, and to type back in part, before it comes into force. */
export function RecoveryKeyCard({ value, fileName, onChange }: RecoveryKeyCardProps) {
  const t = useT()
  const say = useErrorSentence()
  const heading = useId()
  const [printing, setPrinting] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { recoveryKey, lastGroup } = value
  const took = useRef(onChange)
  useEffect(() => {
    took.current = onChange
  })
  useEffect(() => {
    if (recoveryKey !== null) return
    let wanted = true
    call('protection.newRecoveryKey', {}).then(
      (made) => {
        if (wanted) took.current({ recoveryKey: made.recoveryKey, lastGroup: '' })
      },
      (refusal: unknown) => {
        if (wanted) setError(refusal)
      },
    )
    return () => {
      wanted = false
    }
  }, [recoveryKey])
  if (error !== null) return <p role="alert">{say(error)}</p>
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <h3 id={heading}>
        <IconKey size={16} stroke={1.8} aria-hidden /> {t('protection.recoveryTitle')}
      </h3>
      <p className={styles.note}>{t('protection.recoveryOnce')}</p>
      <p className={styles.key} data-recovery-key>
        {recoveryKey === null
          ? t('protection.recoveryWaiting')
          : groupsOf(recoveryKey).map((group) => <span key={group}>{group}</span>)}
      </p>
      <div className={styles.cardFoot}>
        <Action
          icon={IconPrinter}
          disabledReason={recoveryKey === null ? t('protection.recoveryWaiting') : null}
          onClick={() => setPrinting(true)}
        >
          {t('protection.recoveryPrint')}
        </Action>
        <TextInput
          className={styles.back}
          label={t('protection.recoveryBack')}
          description={t('protection.recoveryBackHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={lastGroup}
          maxLength={8}
          autoComplete="off"
          spellCheck={false}
          data-secret
          onChange={(event) => onChange({ recoveryKey, lastGroup: event.currentTarget.value })}
        />
      </div>
      {printing && recoveryKey !== null ? (
        <KeySheet recoveryKey={recoveryKey} fileName={fileName} onDone={() => setPrinting(false)} />
      ) : null}
    </section>
  )
}

interface KeySheetProps {
  readonly recoveryKey: string
  readonly fileName: string
  readonly onDone: () => void
}

/** The key alone on paper, straight to the printer: a file with it on the disk would be a second way in. */
function KeySheet({ recoveryKey, fileName, onDone }: KeySheetProps) {
  const t = useT()
  useEffect(() => {
    window.print()
    onDone()
  }, [onDone])
  return createPortal(
    <div className={styles.sheet} data-print-sheet>
      <h1>{t('protection.sheetTitle')}</h1>
      <p>{t('protection.sheetFile', { file: fileName })}</p>
      <ol className={styles.sheetKey}>
        {groupsOf(recoveryKey).map((group) => (
          <li key={group}>{group}</li>
        ))}
      </ol>
      <p>{t('protection.sheetHow')}</p>
      <p>{t('protection.sheetKeep')}</p>
    </div>,
    document.body,
  )
}
