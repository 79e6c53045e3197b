import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CallName, contracts } from '#contract/contracts.ts'
import { dutyPolicy, dutyRule, mayAsk } from '#contract/duty-policy.ts'
import { duties } from '#domain/model/user.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { nameOffice, type Office } from '#tests/support/users-bench.ts'

const calls = Object.keys(contracts) as CallName[]
/** No call takes a text: what is allowed gets as far as the check of its form. */
const noInput = 'no call takes a text'

let app: TestEngine
let office: Office

beforeAll(async () => {
  app = testEngine()
  await app.call('workspace.create', newWorkspaceInput(app.path('a.timbang')))
  office = await nameOffice(app)
})
afterAll(() => app.close())

const codeOf = async (name: string, input: unknown = noInput) => {
  const reply = await app.engine.handle('operator', name, input)
  return reply.ok ? 'done' : reply.error.code
}

/** The calls of a contract that the table does not name. */
const withoutLine = (names: readonly string[]) => names.filter((name) => dutyPolicy[name] === undefined)

describe('the table of duties', () => {
  it('has a line for every call of the contract', () => {
    const missing = withoutLine(calls)
    expect(
      missing,
      `No duty may ask these calls: ${missing.join(', ')}. Give each a line in src/contract/duty-policy.ts by the rule in the comment at the table (reads: anyone; writes: writers; ends a stage, meeting or results, or changes users: approved(…)).`,
    ).toEqual([])
  })

  it('names no call that does not exist', () => {
    expect(Object.keys(dutyPolicy).filter((name) => !calls.includes(name as CallName))).toEqual([])
  })

  it('would miss a new call, and refuse it to everybody until it has a line', () => {
    expect(withoutLine([...calls, 'results.publish'])).toEqual(['results.publish'])
    for (const duty of duties) expect(mayAsk('results.publish' as CallName, duty)).toBe(false)
  })

  it('asks for a chair where a stage, a meeting or the results end, and where duties change', () => {
    expect(calls.filter((name) => dutyRule(name).approval !== undefined).toSorted()).toEqual([
      'approvals.approveResults',
      'meetings.close',
      'meetings.reopen',
      'organisation.setStage',
      'users.add',
      'users.change',
      'users.givePin',
    ])
  })

  it('leaves to the chair alone what opens an encrypted file to everybody, and who stays in spite of a relation', () => {
    expect(calls.filter((name) => dutyRule(name).who !== 'anyone' && !mayAsk(name, 'secretary')).toSorted()).toEqual([
      'protection.plainCopy',
      'protection.remove',
      'relations.unwaive',
      'relations.waive',
    ])
  })

  it.each(calls.filter((name) => dutyRule(name).approval !== undefined))('%s takes the approval it needs', (name) => {
    const { shape } = contracts[name].input as unknown as { readonly shape: object }
    expect(Object.keys(shape)).toContain('approval')
  })
})

describe('the engine', () => {
  it.each(duties)('keeps to the table for a user whose duty is %s', async (duty) => {
    await office.signIn(duty)
    const found: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const name of calls) {
      found[name] = await codeOf(name)
      expected[name] = mayAsk(name, duty) ? 'E-ARG' : 'E-AUTH-DUTY'
    }
    expect(found).toEqual(expected)
    expect(Object.values(found)).toContain('E-ARG')
  })

  it('lets observers and auditors write nothing', async () => {
    const writing = calls.filter((name) => contracts[name].kind === 'command' && dutyRule(name).who !== 'anyone')
    expect(writing.length).toBeGreaterThan(50)
    expect(writing.filter((name) => mayAsk(name, 'observer'))).toEqual(['users.changePin'])
    expect(writing.filter((name) => mayAsk(name, 'auditor')).toSorted()).toEqual(['trail.export', 'users.changePin'])
  })

  it('lets nobody write who has not signed in, and everybody read', async () => {
    await app.call('users.signOut', {})
    for (const name of calls)
      expect([name, await codeOf(name)]).toEqual([name, dutyRule(name).who === 'anyone' ? 'E-ARG' : 'E-AUTH-SIGNIN'])
    expect(await codeOf('workspace.status', {})).toBe('done')
  })

  it('says who may', async () => {
    await office.signIn('observer')
    const reply = await app.engine.handle('operator', 'meetings.close', {})
    expect(reply).toEqual({
      ok: false,
      error: { code: 'E-AUTH-DUTY', params: { duty: 'observer', who: 'chair+secretary' } },
    })
  })
})

describe('without named users', () => {
  it('one operator does it all, as ever', async () => {
    const alone = testEngine()
    await alone.call('workspace.create', newWorkspaceInput(alone.path('b.timbang')))
    for (const name of calls) {
      const reply = await alone.engine.handle('operator', name, noInput)
      expect([name, reply.ok ? 'done' : reply.error.code]).toEqual([name, 'E-ARG'])
    }
    const [period] = (await alone.call('workspace.status', {}))?.periods ?? []
    if (!period) throw new Error('the new workspace has a period')
    await alone.call('organisation.setStage', { periodId: period.id, stage: 'follow-up' })
    expect((await alone.call('trail.list', { beforeSeq: null, limit: 1, command: null })).entries[0]).toMatchObject({
      author: 'Sekretaris',
      summary: { period: period.name, stage: 'follow-up' },
    })
    await alone.close()
  })
})
