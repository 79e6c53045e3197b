import type { CallName } from '#contract/contracts.ts'
import { dutyRule } from '#contract/duty-policy.ts'
import { errorSentence } from '#contract/error-sentences.ts'
import type { UsersState } from '#contract/users.ts'
import { useLocale } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'

const nobodyNamed: UsersState = { named: false, current: null, users: [] }

/** Named users of the open workspace and who is signed in. Until the engine answers, nobody is named. */
export function useUsers(): UsersState {
  return useCall('users.state', {}).data ?? nobodyNamed
}

/**
 * Why whoever is signed in may not take a step, as a sentence that says who may; null when it is allowed. It only explains:
 * the engine decides by the same table.
 */
export function useDutyReason(name: CallName): string | null {
  const { named, current } = useUsers()
  const locale = useLocale()
  const { who } = dutyRule(name)
  if (!named || who === 'anyone') return null
  if (current === null) return errorSentence('E-AUTH-SIGNIN', {}, locale)
  const { duty } = current
  return who.includes(duty) ? null : errorSentence('E-AUTH-DUTY', { duty, who: who.join('+') }, locale)
}
