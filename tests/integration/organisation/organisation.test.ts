import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newMeeting, newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

let app: TestEngine
let periodId = ''
let units: string[] = []

beforeEach(async () => {
  app = testEngine()
  const status = await app.call('workspace.create', newWorkspaceInput(app.path('a.timbang')))
  periodId = status?.periods[0]?.id ?? ''
  units = status?.units.map((unit) => unit.id) ?? []
})
afterEach(() => app.close())

const get = () => app.call('organisation.get', { periodId })
const result = {
  predicate: 'good',
  source: 'action-plan',
  setBy: 'Bupati Contoh',
  setOn: '2026-10-12',
  note: '',
} as const
const scoring = {
  workBands: { meets: 70, above: 90 },
  behaviourBands: { meets: 60, above: 85 },
  mainShare: 70,
  indexCap: 110,
}

/** Opens a meeting of the period, which freezes packs, bands and the way back. */
async function openMeeting(): Promise<void> {
  const { meetingId } = await app.call('meetings.create', { periodId, ...newMeeting })
  const participantIds: string[] = []
  for (const role of ['chair', 'secretary'] as const) {
    const { participantId } = await app.call('meetings.saveParticipant', {
      meetingId,
      participantId: null,
      fields: { employeeId: null, name: `Peserta ${role}`, nip: '', post: '', rank: '', role },
    })
    participantIds.push(participantId)
  }
  await app.call('meetings.setAttendance', { meetingId, participantIds, attendance: 'present', absenceReason: '' })
  await app.call('meetings.open', { meetingId })
}

describe('organisation predicate', () => {
  it('is set for several units with source, who and when, and undone in one step', async () => {
    await app.call('organisation.setResult', { periodId, unitIds: units, result })
    expect((await get()).units.map((unit) => unit.result)).toEqual([result, result])
    await app.call('history.undo', {})
    expect((await get()).units.map((unit) => unit.result)).toEqual([null, null])
  })

  it('is replaced, not doubled, and can be taken away', async () => {
    const [unitId = ''] = units
    await app.call('organisation.setResult', { periodId, unitIds: [unitId], result })
    await app.call('organisation.setResult', {
      periodId,
      unitIds: [unitId],
      result: { ...result, predicate: 'excellent' },
    })
    expect((await get()).units[0]?.result?.predicate).toBe('excellent')
    await app.call('organisation.setResult', { periodId, unitIds: [unitId], result: null })
    expect((await get()).units[0]?.result).toBeNull()
  })

  it('refuses a unit nobody knows', async () => {
    const call = app.call('organisation.setResult', { periodId, unitIds: ['nobody'], result })
    await expect(call).rejects.toMatchObject({ code: 'E-NOT-FOUND' })
  })
})

describe('IKU', () => {
  const indicator = (target: string, realisation: string, direction: 'higher' | 'lower' = 'higher') => ({
    periodId,
    unitId: units[0] ?? '',
    id: null,
    name: 'Prevalensi stunting',
    unitOfMeasure: '%',
    direction,
    target,
    realisation,
  })

  it('keeps the wording and reads an advisory index from it', async () => {
    await app.call('organisation.saveIndicator', indicator('≤ 14,0%', '13,2%', 'lower'))
    await app.call('organisation.saveIndicator', indicator('80 – 90%', '85%'))
    await app.call('organisation.saveIndicator', indicator('Terlaksananya sistem', 'sudah'))
    const { indicators } = await get()
    expect(indicators.map((row) => row.target)).toEqual(['≤ 14,0%', '80 – 90%', 'Terlaksananya sistem'])
    expect(indicators[0]?.index).toMatchObject({ kind: 'index', value: expect.closeTo(105.714, 3) })
    expect(indicators[1]?.index).toEqual({ kind: 'index', value: 100 })
    expect(indicators[2]?.index).toEqual({ kind: 'none', because: 'text-target' })
  })

  it('edits in place, and removes', async () => {
    const { id } = await app.call('organisation.saveIndicator', indicator('10', '5'))
    await app.call('organisation.saveIndicator', indicator('20', '5'))
    await app.call('organisation.saveIndicator', { ...indicator('10', '8'), id })
    expect((await get()).indicators.map((row) => [row.position, row.realisation])).toEqual([
      [0, '8'],
      [1, '5'],
    ])
    await app.call('organisation.removeIndicator', { id })
    expect((await get()).indicators).toHaveLength(1)
  })
})

describe('reasons, packs, bands, stage and window of a period', () => {
  it('keeps one written reason per unit, and none when it is emptied', async () => {
    const [unitId = ''] = units
    await app.call('organisation.setPatternReason', { periodId, unitId, reason: '  Tim baru dibentuk. ' })
    expect((await get()).units[0]?.patternReason).toBe('Tim baru dibentuk.')
    await app.call('organisation.setPatternReason', { periodId, unitId, reason: ' ' })
    expect((await get()).units[0]?.patternReason).toBe('')
  })

  it('switches packs, never the main regulation, and refuses an unknown one', async () => {
    await app.call('organisation.setRulePacks', { periodId, rulePacks: [] })
    const active = (await get()).rulePacks.filter((pack) => pack.active).map((pack) => pack.id)
    expect(active).toEqual(['permenpanrb-6-2022'])
    const unknown = app.call('organisation.setRulePacks', { periodId, rulePacks: ['kuota-sendiri'] })
    await expect(unknown).rejects.toMatchObject({ code: 'E-RULE-CHOICE' })
  })

  it('changes bands for this period with a version of their own, and refuses edges out of order', async () => {
    expect(await app.call('organisation.setScoring', { periodId, scoring })).toEqual({ changedSuggestions: 0 })
    expect((await get()).scoring).toEqual({ ...scoring, version: 'agency-1' })
    const reversed = { ...scoring, workBands: { meets: 91, above: 76 } }
    const call = app.call('organisation.setScoring', { periodId, scoring: reversed })
    await expect(call).rejects.toMatchObject({ code: 'E-RULE-BANDS' })
  })

  it('freezes packs, bands and the way back once a meeting has been opened', async () => {
    await openMeeting()
    expect((await get()).frozen).toBe(true)
    const refused = { code: 'E-RULE-PERIOD-FROZEN' }
    await expect(app.call('organisation.setScoring', { periodId, scoring })).rejects.toMatchObject(refused)
    await expect(app.call('organisation.setRulePacks', { periodId, rulePacks: [] })).rejects.toMatchObject(refused)
    await expect(app.call('organisation.setStage', { periodId, stage: 'planning' })).rejects.toMatchObject(refused)
    await app.call('organisation.setStage', { periodId, stage: 'follow-up' })
    expect((await get()).stage).toBe('follow-up')
  })

  it('sets the window, and refuses one that ends before it starts', async () => {
    await app.call('organisation.setWindow', {
      periodId,
      windowStartsOn: '2026-10-01',
      windowEndsOn: '2026-11-27',
    })
    expect(await get()).toMatchObject({ windowStartsOn: '2026-10-01', windowEndsOn: '2026-11-27' })
    const call = app.call('organisation.setWindow', {
      periodId,
      windowStartsOn: '2026-10-01',
      windowEndsOn: '2026-09-30',
    })
    await expect(call).rejects.toMatchObject({ code: 'E-RULE-DATE' })
  })
})
