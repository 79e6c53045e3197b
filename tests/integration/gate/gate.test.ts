import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contracts } from '#contract/contracts.ts'
import { errorParameters } from '#domain/app-error.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

let app: TestEngine

beforeAll(async () => {
  app = testEngine({ checkOutputs: false })
  await app.call('workspace.create', newWorkspaceInput(app.path('a.timbang')))
})
afterAll(() => app.close())

const names = Object.keys(contracts)
const known = new Set(Object.keys(errorParameters))

describe('gate', () => {
  it.each(['__proto__', 'constructor', 'toString', '', 'workspace', 'workspace.nothing', 'staff.board '])(
    'does not know %j',
    async (name) => {
      expect(await app.engine.handle('operator', name, {})).toEqual({ ok: false, error: { code: 'E-ARG', params: {} } })
    },
  )

  it.each(names)('refuses %s from a window without the role', async (name) => {
    const call = contracts[name as keyof typeof contracts]
    if (call.roles.includes('presenter')) return
    expect(await app.engine.handle('presenter', name, {})).toMatchObject({ ok: false, error: { code: 'E-ARG' } })
  })

  // Paths are left out: a random path would be written to or opened. What they may be is checked where they are used.
  const pathless = names.filter(
    (name) => !/^(workspace\.(create|createExample|open|close|saveCopy|forgetRecent))$/.test(name),
  )

  it.each(pathless)('answers nonsense to %s with a code of the catalogue, and lives', async (name) => {
    const seed = 20261122
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything()), fc.constant({})),
        async (input) => {
          const reply = await app.engine.handle('operator', name, input)
          if (reply.ok) return
          expect(known.has(reply.error.code)).toBe(true)
          expect(reply.error.code).not.toBe('E-UNKNOWN')
          expect(JSON.stringify(reply.error)).not.toMatch(/node_modules|\.ts:\d|at Object\./)
        },
      ),
      { seed, numRuns: 60 },
    )
    expect((await app.engine.handle('operator', 'workspace.status', {})).ok).toBe(true)
  })

  it('sends nothing a structured clone would lose', async () => {
    for (const name of ['workspace.status', 'preferences.get', 'history.state'] as const) {
      const reply = await app.engine.handle('operator', name, {})
      expect(structuredClone(reply)).toEqual(reply)
    }
  })
})
