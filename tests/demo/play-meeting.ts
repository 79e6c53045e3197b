import { expect } from '@playwright/test'
import type { CallOutput } from '#contract/contracts.ts'
import { askEngine } from '../e2e/pages/engine.ts'
import { type Change, meetingPage } from '../e2e/pages/meeting-page.ts'
import type { Stage } from './stage.ts'

type Case = CallOutput<'meetings.case'>

/** How many cases the demonstration discusses; the others join the consent list. */
const discussedCases = 12

const raised: Change = {
  workLevel: 'above',
  behaviourLevel: 'above',
  reasonCode: 'A1',
  reason: 'Semua realisasi mencapai atau melampaui target; laporan dan rekap diperiksa dalam rapat.',
  document: 'Laporan capaian Triwulan III, 9 Oktober 2026',
  consent: 'agreed',
}
const proposed: Change = {
  workLevel: 'below',
  reasonCode: 'A3',
  reason: 'Bukti yang ada belum mendukung tingkat awal; penilai meminta waktu memeriksa buku register.',
  document: 'Buku register pelayanan, September 2026',
  consent: 'pending',
}

/** The meeting with its participants and the agenda that the data propose. */
export async function prepareMeeting({ win, camera }: Stage): Promise<void> {
  const meeting = meetingPage(win)
  await win.go('meeting')
  await expect(win.button(win.w('meeting.create'))).toBeVisible()
  await meeting.create({ place: 'Aula Dinas Kesehatan', quorum: 13 })
  await meeting.everybodyPresent()
  await camera.shoot('rapat-persiapan', { wide: true })
}

/** One change with consent, one proposal, the others kept; notes, a follow-up, and the meeting closed. */
export async function holdMeeting({ win, camera }: Stage): Promise<void> {
  const { page } = win
  const meeting = meetingPage(win)
  const { better, doubtful } = await chooseCases(win)
  await meeting.open()
  await meeting.chooseCase(better)
  await camera.shoot('rapat-bukti', { wide: true, dark: true })
  await meeting.openScores()
  await meeting.fillChange(raised)
  await meeting.decision().getByRole('radio').first().scrollIntoViewIfNeeded()
  await camera.shoot('rapat-keputusan', { wide: true })
  await meeting.record()
  await expect.poll(() => meeting.currentName()).not.toBe(better)
  await meeting.chooseCase(doubtful)
  await meeting.openScores()
  await meeting.fillChange(proposed)
  await meeting.record()
  await expect.poll(() => meeting.currentName()).not.toBe(doubtful)
  while ((await meeting.waiting()) > 0) {
    await win.clearMessages()
    await meeting.keepByKey()
  }
  await meeting.decideConsentList()
  await win.clearMessages()
  await writeDown({ win, camera })
  await meeting.close()
  await expect(page.getByText(win.w('meeting.distributionTitle'))).toBeVisible()
  await camera.shoot('rapat-ditutup')
}

async function writeDown({ win, camera }: Pick<Stage, 'win' | 'camera'>): Promise<void> {
  const meeting = meetingPage(win)
  await meeting.openNotes()
  await meeting.addNote(
    'Rapat menilai bukti lebih dahulu, lalu membuka nilai. Perbedaan antarpenilai dibahas tanpa kurva paksa.',
    'Pimpinan rapat',
  )
  await meeting.addFollowUp('Bimbingan teknis penyusunan SKP bagi pejabat penilai', 'Sekretariat', '18/12/2026')
  await camera.shoot('rapat-notulen')
  await meeting.closeNotes()
}

/**
 * Chooses, by their evidence, a case to raise and one to doubt, and leaves a dozen for discussion. What it changes are
 * the tracks of the agenda, which a person moves with the buttons beside each case.
 */
async function chooseCases({ page }: Stage['win']): Promise<{ readonly better: string; readonly doubtful: string }> {
  const status = await askEngine(page, 'workspace.status', {})
  const periodId = status?.periods[0]?.id
  if (periodId === undefined) throw new Error('The example has no period')
  const [meeting] = await askEngine(page, 'meetings.list', { periodId })
  if (meeting === undefined) throw new Error('There is no meeting')
  const meetingId = meeting.id
  const room = await askEngine(page, 'meetings.room', { meetingId })
  const cases: Case[] = []
  for (const { employeeId, track } of room.items) {
    if (track === 'discussion') cases.push(await askEngine(page, 'meetings.case', { meetingId, employeeId }))
  }
  const rated = cases.filter((one) => one.original.predicate === 'good' && one.original.work === 'meets')
  const better = rated.find((one) => indices(one).every((index) => index >= 100))
  const doubtful = rated.find((one) => one !== better && indices(one).every((index) => index < 100))
  if (better === undefined || doubtful === undefined) throw new Error('The example has no such cases on its agenda')
  const kept = new Set([...new Set([better, doubtful, ...cases])].slice(0, discussedCases))
  for (const one of cases) {
    if (kept.has(one)) continue
    await askEngine(page, 'meetings.setTrack', { meetingId, employeeId: one.person.employeeId, track: 'consent' })
  }
  return { better: better.person.name, doubtful: doubtful.person.name }
}

const indices = (one: Case): number[] => one.evidence.flatMap((line) => (line.index === null ? [] : [line.index]))
