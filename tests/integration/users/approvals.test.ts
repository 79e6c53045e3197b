import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import initSqlJs from 'sql.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { errorSentence } from '#contract/error-sentences.ts'
import { trailSentence } from '#contract/trail-sentences.ts'
import { openGuardedZip } from '#documents/readers/zip-guard.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { nameOffice, names, type Office, pins } from '#tests/support/users-bench.ts'

let maker: TestEngine
let app: TestEngine
let office: Office
let namedOffice: Office
let periodId: never
let meetingId: never

const details = {
  title: 'Rapat evaluasi kinerja',
  place: 'Ruang rapat',
  heldOn: '2026-11-23',
  plannedStart: '09:00',
  quorum: null,
  minutesPerCase: 4,
}

/** Made once: the example agency with an opened meeting and named users. */
beforeAll(async () => {
  maker = testEngine()
  const example = { path: maker.path('contoh.timbang'), seed: 2026, jobId: 'make' }
  const status = await maker.call('workspace.createExample', example)
  periodId = status?.periods[0]?.id as never
  meetingId = (await maker.call('meetings.create', { periodId, ...details })).meetingId as never
  await maker.call('workspace.saveCopy', { path: maker.path('tanpa-pengguna.timbang') })
  const { participants } = await maker.call('meetings.room', { meetingId })
  const seat =
    participants.find((one) => one.role === 'panelist') ?? participants.find((one) => one.role === 'supervisor')
  const named = await nameOffice(maker, { panelist: seat?.employeeId ?? '' })
  await named.signIn('secretary')
  const participantIds = participants.map(({ id }) => id)
  maker.setNow('2026-11-23T02:05:00.000Z')
  await maker.call('meetings.setAttendance', { meetingId, participantIds, attendance: 'present', absenceReason: '' })
  await maker.call('meetings.open', { meetingId })
  await maker.call('workspace.close', {})
  namedOffice = named
})
afterAll(() => maker.close())

/** Each test works on a copy of its own; the secretary is signed in. */
beforeEach(async () => {
  app = testEngine()
  copyFileSync(maker.path('contoh.timbang'), app.path('a.timbang'))
  await app.call('workspace.open', { path: app.path('a.timbang') })
  app.setNow('2026-11-23T03:00:00.000Z')
  office = {
    ...namedOffice,
    signIn: (duty) => app.call('users.signIn', { userId: namedOffice.ids[duty], pin: pins[duty] }),
  }
  await office.signIn('secretary')
})
afterEach(() => app.close())

const approvals = () => app.call('approvals.list', { periodId })
const close = (approval?: Office['approval']) =>
  app.call('meetings.close', { meetingId, ...(approval && { approval }) })
const head = () => app.call('trail.anchor', {})
const newest = async () => (await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })).entries[0]
const minutes = async () => (await app.call('reports.preview', { kind: 'minutes', periodId, meetingId })).html
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

async function someCase(track: 'discussion' | 'consent' = 'discussion') {
  const { items } = await app.call('meetings.room', { meetingId })
  const item = items.find((one) => one.track === track && one.complete && one.state === 'waiting')
  if (!item) throw new Error('the example has such a case')
  return item.employeeId
}

describe('closing a meeting', () => {
  it('is refused to the secretary alone, with the chair’s name, and nothing is written', async () => {
    const before = await head()
    await expect(close()).rejects.toMatchObject({ code: 'E-AUTH-APPROVAL', params: { names: names.chair } })
    const own = { userId: office.ids.secretary, pin: pins.secretary }
    await expect(close(own)).rejects.toMatchObject({
      code: 'E-AUTH-CHAIR',
      params: { name: names.secretary, names: names.chair },
    })
    expect((await head()).hash).toBe(before.hash)
    expect(errorSentence('E-AUTH-APPROVAL', { names: names.chair }, 'id')).toContain(
      'memerlukan persetujuan Ketua (Ratna Dewi)',
    )
  })

  it('binds the chair’s approval to the head of the trail before it', async () => {
    const before = await head()
    await close(office.approval)
    expect(await approvals()).toMatchObject([
      {
        kind: 'close',
        userName: names.chair,
        meetingTitle: details.title,
        givenAt: '2026-11-23T03:00:00.000Z',
        head: { hash: before.hash, count: before.count },
        state: 'stands',
        laterEntries: 0,
      },
    ])
    const entry = await newest()
    expect(entry).toMatchObject({ seq: before.count + 1, author: names.secretary, command: 'meetings.close' })
    expect(trailSentence(entry ?? ({} as never), 'id')).toBe(
      'Menutup rapat “Rapat evaluasi kinerja”, disetujui Ratna Dewi.',
    )
    expect(trailSentence(entry ?? ({} as never), 'en')).toContain('approved by Ratna Dewi')
  })

  it('is not undone by anybody; reopening needs the chair again', async () => {
    await close(office.approval)
    await expect(app.call('history.undo', {})).rejects.toMatchObject({ code: 'E-UNDO-APPROVED' })
    const reopen = { meetingId, reason: 'Salah menutup' }
    await expect(app.call('meetings.reopen', reopen)).rejects.toMatchObject({ code: 'E-AUTH-APPROVAL' })
    await app.call('meetings.reopen', { ...reopen, approval: office.approval })
    const [reopened, closed] = await approvals()
    expect(reopened).toMatchObject({ kind: 'reopen', state: 'stands' })
    expect(closed).toMatchObject({ kind: 'close', state: 'changed', laterEntries: 1 })
  })
})

describe('a stage', () => {
  it('is ended by the chair’s approval only', async () => {
    const stage = { periodId, stage: 'follow-up' as const }
    await expect(app.call('organisation.setStage', stage)).rejects.toMatchObject({ code: 'E-AUTH-APPROVAL' })
    await app.call('organisation.setStage', { ...stage, approval: office.approval })
    expect(await approvals()).toMatchObject([{ kind: 'stage', subject: 'follow-up', state: 'stands' }])
    await expect(app.call('history.undo', {})).rejects.toMatchObject({ code: 'E-UNDO-APPROVED' })
  })
})

describe('the approval of results', () => {
  const approve = () => app.call('approvals.approveResults', { meetingId, approval: office.approval })

  it('waits until the meeting is closed', async () => {
    await expect(approve()).rejects.toMatchObject({ code: 'E-MEETING-STATE', params: { state: 'open' } })
  })

  it('stands until a rating or decision changes, and then says from which entry on', async () => {
    const employeeId = await someCase()
    const card = await app.call('meetings.case', { meetingId, employeeId })
    await app.call('meetings.decide', {
      ...{
        meetingId,
        employeeId,
        workLevel: 'below',
        behaviourLevel: card.original.behaviour ?? 'meets',
        reasonCode: 'A3',
      },
      ...{ reason: 'Realisasi tidak mendukung.', consent: 'pending', consentWay: 'in-meeting', dissent: '' },
      evidence: [{ kind: 'indicator', targetId: card.evidence[0]?.indicatorId ?? '', label: 'Realisasi' }],
    })
    await close(office.approval)
    await approve()
    // The number of the minutes is no rating.
    await app.call('meetings.update', { meetingId, change: { minutesNumber: '800/12/2026' } })
    expect((await approvals()).map(({ kind, state }) => `${kind} ${state}`)).toEqual(['results stands', 'close stands'])
    const { count } = await head()
    await app.call('meetings.setConsent', { meetingId, employeeId, consent: 'agreed', consentWay: 'written' })
    expect(await approvals()).toMatchObject([
      { kind: 'results', state: 'changed', laterEntries: 1, firstLater: count + 1 },
      { kind: 'close', state: 'changed', laterEntries: 1, firstLater: count + 1 },
    ])
    expect(textOf(await minutes())).toContain('Data berubah sesudahnya (1 entri)')
  })

  it('is void when the trail has another entry in that place', async () => {
    await close(office.approval)
    const [given] = await approvals()
    await app.call('workspace.close', {})
    const path = app.path('a.timbang')
    const { Database } = await initSqlJs()
    const db = new Database(readFileSync(path))
    db.run("UPDATE approval SET head_hash = ? WHERE kind = 'close'", ['0'.repeat(64)])
    writeFileSync(path, db.export())
    db.close()
    await app.call('workspace.open', { path })
    expect(await approvals()).toMatchObject([{ id: given?.id, state: 'void' }])
    expect((await app.call('trail.verify', { jobId: 'v', anchor: null })).findings).toMatchObject([
      { kind: 'changed', table: 'approval', about: names.chair },
    ])
  })
})

describe('a panelist', () => {
  it('writes notes and the own opinion, and decides nothing', async () => {
    await office.signIn('panelist')
    const employeeId = await someCase()
    const note = {
      meetingId,
      employeeId,
      section: 'discussion' as const,
      speaker: names.panelist,
      text: 'Bukti cukup.',
    }
    const { noteId } = await app.call('meetings.saveNote', { ...note, noteId: null })
    await expect(app.call('meetings.saveNote', { ...note, noteId })).rejects.toMatchObject({ code: 'E-AUTH-OWN' })
    const { participants } = await app.call('meetings.room', { meetingId })
    const state = await app.call('users.state', {})
    const own = state.users.find(({ duty }) => duty === 'panelist')?.employeeId
    const seat = participants.find((one) => one.employeeId === own)
    const other = participants.find((one) => one.employeeId !== own && one.role === 'supervisor')
    const opinionOf = (participantId: string | undefined) =>
      app.call('meetings.recordOpinions', {
        meetingId,
        employeeId,
        opinions: [{ participantId: participantId as never, opinion: 'fitting' }],
      })
    await opinionOf(seat?.id)
    await expect(opinionOf(other?.id)).rejects.toMatchObject({ code: 'E-AUTH-OWN' })
    await expect(app.call('meetings.decideConsentList', { meetingId })).rejects.toMatchObject({ code: 'E-AUTH-DUTY' })
  })

  it('reads in the trail who gave an opinion, and what it says only once all have given theirs', async () => {
    const employeeId = await someCase()
    const { asked } = await app.call('meetings.case', { meetingId, employeeId })
    const give = (participantIds: readonly string[]) =>
      app.call('meetings.recordOpinions', {
        meetingId,
        employeeId,
        opinions: participantIds.map((id) => ({ participantId: id as never, opinion: 'too-high' as const })),
      })
    const [last, ...first] = asked
    await give(first)
    const { count } = await head()
    await office.signIn('panelist')
    const rowsOf = async (seq: number) => (await app.call('trail.changes', { seq })).changes.map(({ after }) => after)
    const sealed = await rowsOf(count)
    expect(sealed.map((row) => row?.participant_id).toSorted()).toEqual(first.toSorted())
    expect(JSON.stringify(sealed)).not.toContain('too-high')
    await office.signIn('secretary')
    await give([last ?? ''])
    // The control: with the last one in, all stand there.
    expect((await rowsOf(count)).map((row) => row?.opinion)).toEqual(first.map(() => 'too-high'))
  })
})

describe('the minutes', () => {
  it('name who held which duty, every change during the meeting, and the approvals', async () => {
    const { ids, approval } = office
    const person = { name: names.observer, duty: 'panelist' as const, employeeId: null }
    await app.call('users.change', { ...person, userId: ids.observer, active: true, approval })
    await app.call('users.givePin', { userId: ids.auditor, newPin: '604817', approval })
    app.setNow('2026-11-23T04:30:00.000Z')
    const { hash, count } = await head()
    await close(approval)
    app.setNow('2026-11-24T01:00:00.000Z')
    const later = { name: names.panelist, duty: 'observer' as const, employeeId: null }
    await app.call('users.change', { ...later, userId: ids.panelist, active: true, approval })
    const text = textOf(await minutes())
    expect(text).toContain('Tugas pada ruang kerja saat rapat dibuka:')
    for (const part of [
      '1 Ratna Dewi Ketua',
      '2 Sari Wulandari Sekretaris',
      '3 Budi Santoso Anggota panel',
      '4 Joko Susilo Pengamat',
      '5 Wayan Putra Auditor',
      'tugas Joko Susilo berubah dari Pengamat menjadi Anggota panel, oleh Sari Wulandari.',
      'PIN Wayan Putra diganti, oleh Sari Wulandari.',
      `Penutupan rapat Ratna Dewi 23 November 2026, 11:30 WIB ${hash.slice(0, 8)} : ${count}`,
      'Berlaku',
    ])
      expect(text.toLowerCase()).toContain(part.toLowerCase())
    expect(text).not.toContain('tugas Budi Santoso berubah')
    expect(text).not.toContain('pemegang berkas')
  })

  it('show an emergency reset in red, on paper and in the DOCX', async () => {
    await app.call('users.resetChairPin', {
      userId: office.ids.chair,
      newPin: '604817',
      reason: 'PIN hilang',
      secret: null,
    })
    const sentence = 'PIN Ketua Ratna Dewi diatur ulang oleh pemegang berkas tanpa pembuktian'
    const html = await minutes()
    expect(html).toMatch(/<p class="alarm">.*pemegang berkas/)
    expect(textOf(html)).toContain(sentence)
    const path = app.path('minutes.docx')
    await app.call('reports.export', {
      kind: 'minutes',
      format: 'docx',
      target: { path },
      jobId: 'x',
      periodId,
      meetingId,
    })
    const { parts } = openGuardedZip(readFileSync(path), path, (name) => name === 'word/document.xml')
    const xml = new TextDecoder().decode(parts.get('word/document.xml'))
    expect(xml).toContain('A61B1B')
    expect(xml.replaceAll(/<[^>]+>/g, '')).toContain(sentence)
  })

  it('say nothing of duties where nobody is named', async () => {
    const alone = testEngine()
    copyFileSync(maker.path('tanpa-pengguna.timbang'), alone.path('b.timbang'))
    await alone.call('workspace.open', { path: alone.path('b.timbang') })
    const { html } = await alone.call('reports.preview', { kind: 'minutes', periodId, meetingId })
    expect(html).not.toContain('Tugas pada ruang kerja')
    expect(await alone.call('approvals.list', { periodId: null })).toEqual([])
    await expect(alone.call('approvals.approveResults', { meetingId })).rejects.toMatchObject({
      code: 'E-USER-NONE',
    })
    await alone.close()
  })
})
