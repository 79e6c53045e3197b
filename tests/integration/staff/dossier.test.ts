import { afterEach, describe, expect, it } from 'vitest'
import { type StaffAgency, staffAgency } from './staff-agency.ts'

let open: StaffAgency | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

const shared = 'Cakupan layanan meningkat'

async function agency(): Promise<StaffAgency> {
  open = await staffAgency([
    { name: 'Ratna', supervisor: null },
    {
      name: 'Sari',
      supervisor: 0,
      results: [
        { score: 90, target: '80 – 90%', realisation: '75%', leaderResult: shared },
        { score: 60, kind: 'additional', target: 'terlaksana', realisation: 'selesai' },
      ],
      behaviours: [4, 4, 4, 4, 4, 4, 5],
      workLevel: 'meets',
      behaviourLevel: 'meets',
      printedPredicate: 'very-good',
      feedback: [
        { about: '1', text: 'Pelacakan tertinggal.' },
        { about: 'KB', text: 'Senang berbagi.' },
        { about: '', text: 'Baik.' },
      ],
    },
    { name: 'Dewi', supervisor: 0, results: [{ score: 70, leaderResult: ` ${shared.toUpperCase()} ` }] },
    { name: 'Joko', supervisor: null, results: [{ score: null, leaderResult: shared }] },
  ])
  return open
}

describe('the dossier', () => {
  it('opens every number to its arithmetic', async () => {
    const app = await agency()
    const dossier = await app.call('dossier.get', { periodId: app.periodId, employeeId: app.ids[1] ?? '' })
    const [first, second] = dossier.plan?.results ?? []
    expect(first).toMatchObject({ weight: 80, score: 90, contribution: 72 })
    expect(second?.contribution).toBeCloseTo(12, 9)
    expect(dossier.work).toMatchObject({ score: 84, suggested: 'meets', official: 'meets', scored: 2, planned: 2 })
    expect(first?.indicators[0]?.index).toEqual({
      kind: 'computed',
      value: 93.75,
      rule: 'nearer-edge-higher',
      realisation: 75,
      against: 80,
      unclipped: 93.75,
    })
    expect(second?.indicators[0]?.index).toEqual({ kind: 'none', why: 'text-target' })
    expect(dossier.behaviour).toMatchObject({ sum: 29, scored: 7, suggested: 'meets' })
    expect(dossier.behaviour.score).toBeCloseTo(82.857, 3)
    expect(dossier.state).toMatchObject({ predicate: 'good', printedPredicate: 'very-good', decision: 'none' })
    expect(dossier.state.flags).toContain('conflict')
  })

  it('places feedback where it belongs and never names the giver', async () => {
    const app = await agency()
    const dossier = await app.call('dossier.get', { periodId: app.periodId, employeeId: app.ids[1] ?? '' })
    expect(dossier.plan?.results[0]?.feedback.map((entry) => entry.text)).toEqual(['Pelacakan tertinggal.'])
    expect(dossier.behaviour.values.at(-1)?.feedback.map((entry) => entry.text)).toEqual(['Senang berbagi.'])
    expect(dossier.feedback.map((entry) => entry.text)).toEqual(['Baik.'])
    expect(dossier.feedbackCount).toBe(3)
    expect(JSON.stringify(dossier)).not.toContain('Nama Rahasia')
  })

  it('reads the role in the team from the leader’s results, within the team only', async () => {
    const app = await agency()
    const dossier = await app.call('dossier.get', { periodId: app.periodId, employeeId: app.ids[1] ?? '' })
    expect(dossier.roles).toEqual([
      {
        leaderResult: shared,
        own: [{ number: 1, kind: 'main', statement: 'Hasil 1' }],
        others: [{ id: app.ids[2], name: 'Dewi', results: 1 }],
      },
    ])
  })

  it('carries the history over periods, oldest first', async () => {
    const app = await agency()
    const { periodId: next } = await app.call('workspace.addPeriod', {
      kind: 'quarterly',
      year: 2026,
      ordinal: 4,
      rulePacks: [],
      windowStartsOn: null,
      windowEndsOn: null,
      copyFrom: app.periodId,
    })
    const dossier = await app.call('dossier.get', { periodId: next, employeeId: app.ids[1] ?? '' })
    expect(dossier.history.map((entry) => [entry.name, entry.workScore, entry.predicate])).toEqual([
      ['Triwulan III 2026', 84, 'good'],
      ['Triwulan IV 2026', null, null],
    ])
    expect(dossier.state.previous).toEqual({ periodName: 'Triwulan III 2026', predicate: 'good' })
  })

  it('compares with colleagues of the same supervisor and kind of post', async () => {
    const app = await agency()
    const { supervisor, peers } = await app.call('dossier.peers', {
      periodId: app.periodId,
      employeeId: app.ids[1] ?? '',
    })
    expect(supervisor?.name).toBe('Ratna')
    expect(peers.map((peer) => [peer.name, peer.workScore, peer.sharedResults, peer.self])).toEqual([
      ['Dewi', 70, 1, false],
      ['Sari', 84, 1, true],
    ])
  })

  it('knows nobody by a wrong id', async () => {
    const app = await agency()
    const asked = app.call('dossier.get', { periodId: app.periodId, employeeId: 'nobody' })
    await expect(asked).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
  })
})
