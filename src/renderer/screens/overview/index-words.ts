import type { Translate } from '#renderer/i18n/i18n.ts'

const reasons = [
  'no-target',
  'no-realisation',
  'text-target',
  'text-realisation',
  'target-zero',
  'different-units',
  'direction-unknown',
] as const

/** Why an indicator has no index, in words. */
export function indexWhy(because: string, t: Translate): string {
  const reason = reasons.find((known) => known === because)
  return reason === undefined ? because : t(`dossier.why-${reason}`)
}
