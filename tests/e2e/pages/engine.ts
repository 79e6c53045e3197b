import type { Page } from '@playwright/test'
import type { CallInput, CallName, CallOutput } from '#contract/contracts.ts'
import type { PageWorld } from '../support/page-world.ts'

/** Asks the engine over the window's own line, for what a test needs to know rather than to look at. */
export async function askEngine<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = await page.evaluate(([call, given]) => (globalThis as unknown as PageWorld).timbang.call(call, given), [
    name,
    input,
  ] as const)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.value as CallOutput<Name>
}
