import { Checkbox } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n.ts'
import { SecretInput } from '#renderer/ui/secret-input.tsx'
import styles from './protection.module.css'
import type { ProtectionDraft } from './protection-draft.ts'
import { passphraseProblem } from './protection-draft.ts'
import { RecoveryKeyCard } from './recovery-key-card.tsx'

type Passphrases = Pick<ProtectionDraft, 'passphrase' | 'again'>

interface NewPassphraseProps {
  readonly value: Passphrases
  readonly onChange: (change: Passphrases) => void
  readonly autoFocus?: boolean
}

/** A new passphrase, typed twice. What is wrong is said once both fields have something in them. */
export function NewPassphraseFields({ value, onChange, autoFocus = false }: NewPassphraseProps) {
  const t = useT()
  const problem = value.again === '' ? null : passphraseProblem(value)
  return (
    <div className={styles.pair}>
      <SecretInput
        isNew
        autoFocus={autoFocus}
        label={t('protection.passphrase')}
        description={t('protection.rule')}
        value={value.passphrase}
        error={problem === 'protection.tooShort' ? t(problem) : undefined}
        onChange={(passphrase) => onChange({ ...value, passphrase })}
      />
      <SecretInput
        isNew
        label={t('protection.again')}
        value={value.again}
        error={problem === 'protection.notSame' ? t(problem) : undefined}
        onChange={(again) => onChange({ ...value, again })}
      />
    </div>
  )
}

interface ProtectionFieldsProps {
  readonly value: ProtectionDraft
  readonly onChange: (draft: ProtectionDraft) => void
  /** For the sheet: which file the key opens. */
  readonly fileName: string
  readonly autoFocus?: boolean
}

/** Everything a file needs to be encrypted: the passphrase and, if wanted, the key on paper. */
export function ProtectionFields({ value, onChange, fileName, autoFocus = false }: ProtectionFieldsProps) {
  const t = useT()
  return (
    <div className={styles.fields}>
      <NewPassphraseFields
        autoFocus={autoFocus}
        value={value}
        onChange={(passphrases) => onChange({ ...value, ...passphrases })}
      />
      <Checkbox
        size="sm"
        label={t('protection.recovery')}
        description={t('protection.recoveryHint')}
        checked={value.recovery}
        onChange={(event) => onChange({ ...value, recovery: event.currentTarget.checked })}
      />
      {value.recovery ? (
        <RecoveryKeyCard value={value} fileName={fileName} onChange={(part) => onChange({ ...value, ...part })} />
      ) : null}
    </div>
  )
}
