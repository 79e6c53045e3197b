import { isLongEnough, plainPassphrase } from '#domain/rules/passphrase.ts'

/** How a file is to be encrypted, as far as it is typed. It lives in one component and is never stored. */
export interface ProtectionDraft {
  readonly passphrase: string
  readonly again: string
  /** Whether a recovery key is wanted. */
  readonly recovery: boolean
  /** The key the engine made; null: not yet. */
  readonly recoveryKey: string | null
  /** The last group, typed from the sheet. */
  readonly lastGroup: string
}

export const emptyProtection: ProtectionDraft = {
  passphrase: '',
  again: '',
  recovery: true,
  recoveryKey: null,
  lastGroup: '',
}

/** What the passphrase still lacks: the key of its sentence, or null. */
export function passphraseProblem({ passphrase, again }: Pick<ProtectionDraft, 'passphrase' | 'again'>) {
  if (!isLongEnough(passphrase)) return 'protection.tooShort' as const
  return plainPassphrase(passphrase) === plainPassphrase(again) ? null : ('protection.notSame' as const)
}

/** What the recovery key still lacks: it is in force only once somebody holds it on paper. */
export function recoveryProblem({ recovery, recoveryKey, lastGroup }: Omit<ProtectionDraft, 'passphrase' | 'again'>) {
  if (!recovery) return null
  if (recoveryKey === null) return 'protection.recoveryWaiting' as const
  const typed = lastGroup.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return typed === groupsOf(recoveryKey).at(-1) ? null : ('protection.recoveryNotBack' as const)
}

export const protectionProblem = (draft: ProtectionDraft) => passphraseProblem(draft) ?? recoveryProblem(draft)

/** As the engine takes it. */
export const protectionToSave = ({ passphrase, recovery, recoveryKey }: ProtectionDraft) => ({
  passphrase,
  recoveryKey: recovery ? recoveryKey : null,
})

export const groupsOf = (recoveryKey: string): readonly string[] => recoveryKey.split('-')
