import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommandLine } from '#cli/run-command-line.ts'
import { changing } from '#tests/support/decisions.ts'
import { testEngine } from '#tests/support/in-memory-app.ts'
import { type MeetingBench, type MeetingId, meetingBench } from '#tests/support/meeting-bench.ts'

let app: MeetingBench

beforeEach(async () => {
  app = await meetingBench()
})
afterEach(() => app.close())

/** Changes the next case that waits, the supervisor answering in writing. */
async function propose(meetingId: MeetingId, consent: 'agreed' | 'declined') {
  const card = await app.freeCase(meetingId)
  await app.call('meetings.decide', { ...changing(meetingId, card), consent, consentWay: 'written' })
  return card.person
}

const htmlOf = async (kind: 'minutes' | 'notes' | 'ledger', meetingId: MeetingId) =>
  (await app.call('reports.preview', { periodId: null, meetingId, kind })).html

/** The chapter of the berita acara on what the meeting itself brought. */
const results = (html: string) => html.slice(html.indexOf('HASIL'), html.indexOf('LAMPIRAN 1'))

describe('minutes of the second meeting of a day', () => {
  it('report their own decisions only, and the first ones none of the second', async () => {
    const first = await app.openedMeeting({ title: 'Rapat pagi' })
    const morning = await propose(first, 'agreed')
    await app.call('meetings.close', { meetingId: first })
    app.setNow('2026-11-23T06:00:00.000Z')
    const second = await app.openedMeeting({ title: 'Rapat siang' })
    const afternoon = await propose(second, 'agreed')
    expect(afternoon.name).not.toBe(morning.name)

    const [one, two] = [results(await htmlOf('minutes', first)), results(await htmlOf('minutes', second))]
    expect(one).toContain(morning.name)
    expect(two).toContain(afternoon.name)
    const changes = (html: string) =>
      html.slice(html.indexOf('Perubahan yang disetujui'), html.indexOf('Belum diputuskan'))
    expect(changes(one)).not.toContain(afternoon.name)
    expect(changes(two)).not.toContain(morning.name)
    expect(one).toContain('0 penilaian tetap, 1 diubah')
    expect(two).toContain('1 pegawai telah diputuskan dalam rapat sebelumnya')
  })
})

describe('minutes', () => {
  it('say that a rater declined, not that the answer is still open', async () => {
    const meetingId = await app.openedMeeting()
    await propose(meetingId, 'declined')
    expect(results(await htmlOf('minutes', meetingId))).toMatch(/>\s*tidak disetujui\s*</)
  })

  it('propose what failed tugas belajar allows, not the quadrant', async () => {
    const meetingId = await app.plan()
    const { employeeId, name } = (await app.freeCase(meetingId)).person
    const cell = { employeeId, field: 'studyFailed' as const, key: '', text: 'Sangat Kurang', reason: 'Tidak lulus' }
    await app.call('staff.recordCells', { periodId: app.periodId, mode: 'all-or-nothing', cells: [cell] })
    await app.attend(meetingId, 'present')
    await app.call('meetings.open', { meetingId })
    const card = await app.card(meetingId, employeeId)
    await app.call('meetings.decide', {
      ...changing(meetingId, card),
      workLevel: card.original.work === 'above' ? 'meets' : 'above',
      behaviourLevel: 'above',
      consent: 'pending',
    })
    const target = { path: app.path('r.json') }
    const subject = { periodId: null, meetingId, jobId: 'x', target }
    await app.call('reports.export', { ...subject, kind: 'ratings', format: 'json' })
    const data: { employees: { name: string; proposed: string | null }[] } = JSON.parse(
      readFileSync(target.path, 'utf8'),
    )
    expect(data.employees.find((one) => one.name === name)?.proposed).toBe('very-poor')
  })

  it('do not stretch a meeting to the day it was opened again to correct a word', async () => {
    const meetingId = await app.openedMeeting()
    app.setNow('2026-11-23T04:30:00.000Z')
    await app.call('meetings.close', { meetingId })
    expect(await htmlOf('notes', meetingId)).toMatch(/09\.00\s*(–|s\.d\.)\s*11\.30 WIB/)
    app.setNow('2026-11-30T01:15:00.000Z')
    await app.call('meetings.reopen', { meetingId, reason: 'Salah ketik' })
    await app.call('meetings.close', { meetingId })
    const again = await htmlOf('notes', meetingId)
    expect(again).toContain('09.00 WIB')
    expect(again).not.toContain('08.15')
  })
})

describe('files', () => {
  it('a report never replaces the open workspace', async () => {
    const before = readFileSync(app.path('c.timbang'))
    symlinkSync(app.path('c.timbang'), app.path('tautan.html'))
    for (const name of ['c.timbang', 'c.timbang-journal', 'tautan.html']) {
      const target = { path: app.path(name) }
      const job = {
        periodId: app.periodId,
        meetingId: null,
        kind: 'recap' as const,
        format: 'html' as const,
        jobId: 'x',
        target,
      }
      await expect(app.call('reports.export', job)).rejects.toMatchObject({ code: 'E-EXPORT-PATH' })
    }
    expect(readFileSync(app.path('c.timbang')).equals(before)).toBe(true)
  })

  it('opening the open workspace by another name is no quarrel with its own lock', async () => {
    symlinkSync(app.path('c.timbang'), app.path('tautan.timbang'))
    const status = await app.call('workspace.open', { path: app.path('tautan.timbang') })
    expect(status?.employeeCount).toBeGreaterThan(200)
  })
})

describe('the command line', () => {
  const run = async (...argv: string[]) => {
    const lines: string[] = []
    const other = testEngine()
    const code = await runCommandLine(argv, {
      engine: () => other.engine,
      print: () => undefined,
      complain: (text) => lines.push(text),
      language: 'id',
      today: () => new Date('2026-11-23T02:00:00.000Z'),
    })
    await other.close()
    return { code, text: lines.join('\n') }
  }

  it('refuses an output folder that cannot be made, with its code', async () => {
    await app.call('workspace.close', {})
    writeFileSync(app.path('berkas'), '')
    const words = [
      'export',
      app.path('c.timbang'),
      '--what',
      'ratings',
      '--format',
      'json',
      '--out',
      app.path('berkas'),
    ]
    expect(await run(...words)).toMatchObject({ code: 1, text: expect.stringContaining('E-EXPORT-PATH') })
  })

  it('says which formats a document has', async () => {
    await app.call('workspace.close', {})
    const words = ['export', app.path('c.timbang'), '--what', 'minutes', '--format', 'xlsx', '--out', app.folder]
    expect(await run(...words)).toMatchObject({ code: 2, text: expect.stringContaining('docx') })
  })

  it('does not take a language it does not speak', async () => {
    expect((await run('check', 'x.timbang', '--lang', 'fr')).code).toBe(2)
  })
})
