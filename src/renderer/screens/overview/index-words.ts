import { noIndexReasons } from '#contract/staff.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'

/** Why an indicator has no index, in words. */
export function indexWhy(because: string, t: Translate): string {
  const reason = noIndexReasons.find((known) => known === because)
  return reason === undefined ? because : t(`dossier.why-${reason}`)
}
