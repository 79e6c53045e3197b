import { readFileSync, writeFileSync } from 'node:fs'
import initSqlJs from 'sql.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallInput, CallName } from '#contract/contracts.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { shownResult } from '#domain/calibration/shown-result.ts'
import type { Duty } from '#domain/model/user.ts'
import { type Card, type MeetingBench, type MeetingId, meetingBench } from '#tests/support/meeting-bench.ts'
import { storedCases } from '#tests/support/stored-cases.ts'
import { nameOffice, type Office } from '#tests/support/users-bench.ts'

/** Words that stand in relations alone: found in an answer, they have leaked. */
const canaries = ['KENARI-KETERANGAN', 'KENARI-PENYATA', 'KENARI-CABUT', 'KENARI-TAMU', 'KENARI-IKUT']

type RunId = CallInput<'calibration.result'>['runId']

const dimensions = ['work-results', 'behaviour'] as const

let app: MeetingBench
let office: Office
let meetingId: MeetingId
let card: Card
let plain: unknown
let length = 0
let run: { readonly before: RunId; readonly after: RunId }

const store = async () => (await app.call('calibration.store', { jobId: 'k', periodId: app.periodId })).runId
const stored = (runId: RunId) =>
  Promise.all(
    dimensions.map(async (dimension) => ({
      shown: (await app.call('calibration.result', { runId, dimension })).result,
      cases: await storedCases(app, { runId, dimension }),
    })),
  )
/** What a page is told of results: what `stored` reads. */
const asStored = (results: readonly CalibrationResult[]) =>
  results.map((result) => ({ shown: shownResult(result), cases: result.cases }))
const calibration = async () => (await app.call('calibration.run', { periodId: app.periodId })).runs

beforeAll(async () => {
  app = await meetingBench()
  meetingId = await app.openedMeeting()
  card = await app.freeCase(meetingId, 'discussion')
  plain = (await calibration()).map(({ result }) => result)
  const before = await store()
  const { cases } = (await calibration())[0]?.result ?? { cases: [] }
  const save = (fields: Partial<CallInput<'relations.save'>['fields']> & { subjectId: string }) =>
    app.call('relations.save', {
      relationId: null,
      fields: {
        ...{ holderId: null, holderName: 'KENARI-TAMU', kind: 'kinship', recuses: false },
        ...{ remark: 'KENARI-KETERANGAN', declaredBy: 'KENARI-PENYATA', declaredOn: '2026-11-20' },
        ...fields,
      },
    })
  // Half of everybody who is rated: enough for an effect of closeness by supervisor, and for another order of the favoured.
  for (const { employee, supervisor } of cases.filter((_, index) => index % 2 === 0))
    await save({ holderId: supervisor, holderName: 'x', subjectId: employee, kind: 'origin' })
  const { participants } = await app.room(meetingId)
  const seat = participants.find((one) => one.role === 'supervisor' && one.employeeId !== card.person.supervisorId)
  if (seat === undefined || seat.employeeId === null) throw new Error('the example has a participant')
  const employeeId = card.person.employeeId
  await save({ holderId: seat.employeeId, holderName: 'x', subjectId: employeeId })
  await app.call('relations.waive', { meetingId, employeeId, participantId: seat.id, reason: 'KENARI-IKUT' })
  const { relationId } = await save({ subjectId: employeeId })
  await app.call('relations.withdraw', { relationId, reason: 'KENARI-CABUT' })
  await app.call('relations.receiveStatement', {
    ...{ periodId: app.periodId, holderId: null, holderName: 'KENARI-TAMU', receivedOn: '2026-11-20' },
  })
  run = { before, after: await store() }
  office = await nameOffice(app)
  length = (await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })).total
}, 60_000)
afterAll(() => app.close())

/** Everything anybody may read, as text. */
async function everythingReadable(): Promise<string> {
  const { periodId } = app
  const employeeId = card.person.employeeId
  const supervisorId = card.person.supervisorId ?? ''
  const answers: unknown[] = []
  const ask = async <Name extends CallName>(name: Name, input: CallInput<Name>) =>
    answers.push([name, await app.call(name, input)])
  await ask('trail.list', { beforeSeq: null, limit: 100, command: null })
  // The entries of this test stand at the end; those before are the example's.
  for (let seq = Math.max(1, length - 200); seq <= length; seq += 1) await ask('trail.changes', { seq })
  await ask('trail.verify', { jobId: 'v', anchor: null })
  await ask('history.state', {})
  await ask('meetings.room', { meetingId })
  await ask('meetings.case', { meetingId, employeeId })
  await ask('meetings.list', { periodId })
  await ask('calibration.run', { periodId })
  for (const dimension of dimensions) {
    await ask('calibration.result', { runId: run.after, dimension })
    await ask('calibration.cases', { runId: run.after, dimension, supervisorId: null, from: 0 })
  }
  await ask('calibration.current', { periodId })
  await ask('calibration.freshness', { runId: run.before })
  await ask('calibration.caseProposals', { meetingId, employeeId })
  await ask('panel.get', { periodId })
  await ask('overview.get', { periodId })
  await ask('dossier.get', { periodId, employeeId })
  await ask('dossier.peers', { periodId, employeeId })
  await ask('supervisors.compare', { periodId })
  await ask('supervisors.detail', { periodId, supervisorId })
  await ask('staff.board', { periodId, locale: 'id' } as CallInput<'staff.board'>)
  await ask('reports.list', { periodId, meetingId } as CallInput<'reports.list'>)
  await ask('followUps.list', { periodId })
  await ask('users.state', {})
  await ask('approvals.list', { periodId: null })
  await ask('backups.state', {})
  return JSON.stringify([answers, app.events])
}

const found = (text: string) => canaries.filter((canary) => text.includes(canary))
const signIn = (duty: Duty | 'nobody') => (duty === 'nobody' ? app.call('users.signOut', {}) : office.signIn(duty))

describe.each(['panelist', 'observer', 'auditor', 'nobody'] as const)('relations, to %s', (duty) => {
  it('are in no answer of any call', async () => {
    await signIn(duty)
    expect(found(await everythingReadable())).toEqual([])
  }, 60_000)

  it('are refused when asked for', async () => {
    await signIn(duty)
    const code = duty === 'nobody' ? 'E-AUTH-SIGNIN' : 'E-AUTH-DUTY'
    const asks: readonly Promise<unknown>[] = [
      app.call('relations.list', { periodId: app.periodId }),
      app.call('relations.raters', { periodId: app.periodId }),
      app.call('relations.closePairs', {}),
      app.call('relations.recusals', { meetingId }),
    ]
    for (const asked of asks) await expect(asked).rejects.toMatchObject({ code })
  })

  it('show in a calibration nowhere: it is the one without relations, the effect withheld', async () => {
    await signIn(duty)
    const open = (await calibration()).map(({ result }) => result)
    const expected = (plain as typeof open).map((result) => ({
      ...result,
      closeness: { kind: 'withheld' as const },
    }))
    expect(open).toEqual(expected)
    expect(await stored(run.after)).toEqual(asStored(expected))
    expect(await stored(run.before)).toEqual(asStored(expected))
  })
})

describe.each(['chair', 'secretary'] as const)('relations, to the %s', (duty) => {
  it('are readable in full, in the list and in the trail', async () => {
    await signIn(duty)
    const list = JSON.stringify(await app.call('relations.list', { periodId: app.periodId }))
    expect(found(list)).toEqual(expect.arrayContaining(['KENARI-KETERANGAN', 'KENARI-PENYATA', 'KENARI-CABUT']))
    // The control: the same reading finds every canary where they may be read.
    expect(found(await everythingReadable())).toEqual(canaries)
  }, 60_000)

  it('give a calibration the same scores and proposals, and a line of evidence of its own', async () => {
    await signIn(duty)
    const closed = (await calibration()).map(({ result }) => result)
    const without = plain as typeof closed
    expect(await stored(run.after)).toEqual(asStored(closed))
    for (const [index, result] of closed.entries()) {
      const before = without[index]
      expect(before?.closeness).toMatchObject({ kind: 'insufficient-data', n: 0 })
      expect(result.closeness).toMatchObject({ kind: 'value' })
      expect(result.closeness.kind === 'value' && result.closeness.supervisors.length).toBeGreaterThan(3)
      const figures = (one: typeof result | undefined) => ({
        ...{ model: one?.model, supervisors: one?.supervisors, agenda: one?.agenda, fairness: one?.fairness },
        cases: one?.cases.map(({ individual, ...rest }) => ({
          ...rest,
          individual: individual.kind === 'value' ? { ...individual, order: individual.z } : individual,
        })),
      })
      expect(figures(result)).toEqual(figures(before))
      expect(result.lookFirst.favoured).not.toEqual(before?.lookFirst.favoured)
    }
  })
})

describe('the exported trail', () => {
  it('of an auditor says of relations that they were recorded, and no more', async () => {
    await office.signIn('auditor')
    const path = app.path('jejak.csv')
    await app.call('trail.export', { path, command: null, language: 'id' } as CallInput<'trail.export'>)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('Mencabut satu pernyataan hubungan.')
    expect(found(text)).toEqual([])
  })
})

describe('a relation altered outside the app', () => {
  it('is found by everybody, and what it says now is told to chair and secretary only', async () => {
    await app.call('workspace.close', {})
    const path = app.path('c.timbang')
    const { Database } = await initSqlJs()
    const db = new Database(readFileSync(path))
    db.run(`UPDATE relation SET remark = 'KENARI-UBAH' WHERE rowid = 1`)
    writeFileSync(path, db.export())
    db.close()
    await app.call('workspace.open', { path })
    const check = () => app.call('trail.verify', { jobId: 'v', anchor: null })
    await office.signIn('auditor')
    const told = await check()
    expect(told).toMatchObject({ found: 1, findings: [{ table: 'relation', about: null, fields: [] }] })
    expect(JSON.stringify([told, await app.call('workspace.check', { jobId: 'w', anchor: null })])).not.toContain(
      'KENARI',
    )
    await office.signIn('chair')
    expect(JSON.stringify(await check())).toContain('KENARI-UBAH')
  })
})
