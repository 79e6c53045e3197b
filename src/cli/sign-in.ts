import { AppError } from '#domain/app-error.ts'
import type { EngineCall } from './command.ts'

/**
 * In a workspace with named users the command line writes as one of them: `--user NAME`, with the PIN from the first line of
 * `--pin-file` or from the keyboard. Without `--user` it reads, and the engine refuses the rest.
 */
export function signingIn(
  call: EngineCall,
  user: string | boolean | undefined,
  pinOf: (name: string) => Promise<string | null>,
): EngineCall {
  if (typeof user !== 'string') return call
  return async (name, input) => {
    const answer = await call(name, input)
    if (name === 'workspace.open') await signIn(call, user, pinOf)
    return answer
  }
}

async function signIn(call: EngineCall, name: string, pinOf: (name: string) => Promise<string | null>): Promise<void> {
  const { users } = await call('users.state', {})
  const found = users.find((user) => user.active && user.name.toLowerCase() === name.trim().toLowerCase())
  if (found === undefined) throw new AppError('E-NOT-FOUND', { what: name })
  const pin = await pinOf(found.name)
  if (pin === null || pin === '') throw new AppError('E-AUTH-SIGNIN')
  await call('users.signIn', { userId: found.id, pin })
}
