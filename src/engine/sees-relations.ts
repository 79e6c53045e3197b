import { mayAsk } from '#contract/duty-policy.ts'
import type { HandlerContext } from './handler-context.ts'

/**
 * Whether whoever is at the keyboard may read declared relations: chair and secretary. Without named users the operator sees
 * them as everything else. For answers that would tell of them on the way: a calibration, the trail.
 */
export function seesRelations({ session, signedIn }: Pick<HandlerContext, 'session' | 'signedIn'>): boolean {
  if (session.current().tables.user.count() === 0) return true
  const user = signedIn.current()
  return user !== null && mayAsk('relations.list', user.duty)
}
