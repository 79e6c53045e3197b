import { expect } from '@playwright/test'
import { type Change, meetingPage } from '../e2e/pages/meeting-page.ts'
import type { Stage } from './stage.ts'

/** The meeting with its participants and the agenda that the data propose. */
export async function prepareMeeting({ win, camera }: Stage): Promise<void> {
  const meeting = meetingPage(win)
  await win.go('meeting')
  await expect(win.button(win.w('meeting.create'))).toBeVisible()
  await meeting.create({ place: 'Aula Dinas Kesehatan', quorum: 13 })
  await meeting.everybodyPresent()
  await camera.shoot('rapat-persiapan', { wide: true })
  await meeting.open()
}

const raised: Change = {
  workLevel: 'above',
  reasonCode: 'A1',
  reason: 'Realisasi melampaui target pada dua indikator; laporan dan rekap sudah diperiksa dalam rapat.',
  document: 'Laporan capaian Triwulan III, 9 Oktober 2026',
  consent: 'agreed',
}
const proposed: Change = {
  workLevel: 'meets',
  reasonCode: 'A3',
  reason: 'Bukti yang ada belum mendukung tingkat awal; penilai meminta waktu memeriksa buku register.',
  document: 'Buku register pelayanan, September 2026',
  consent: 'pending',
}

/** One change with consent, one proposal, the others kept; notes, a follow-up, and the meeting closed. */
export async function holdMeeting({ win, camera }: Stage): Promise<void> {
  const { page } = win
  const meeting = meetingPage(win)
  await expect(meeting.decision()).toBeVisible()
  await camera.shoot('rapat-bukti', { wide: true, dark: true })
  for (const change of [raised, proposed]) {
    await meeting.openScores()
    await meeting.fillChange(opposite(change, await meeting.checkedWorkLevel()))
    if (change === raised) await camera.shoot('rapat-keputusan', { wide: true })
    const name = await meeting.currentName()
    await meeting.record()
    await expect.poll(() => meeting.currentName()).not.toBe(name)
  }
  while ((await meeting.waiting()) > 0) {
    await win.clearMessages()
    await meeting.keepByKey()
  }
  await meeting.decideConsentList()
  await win.clearMessages()
  await meeting.openNotes()
  await meeting.addNote(
    'Rapat menilai bukti lebih dahulu, lalu membuka nilai. Perbedaan antarpenilai dibahas tanpa kurva paksa.',
    'Pimpinan rapat',
  )
  await meeting.addFollowUp('Bimbingan teknis penyusunan SKP bagi pejabat penilai', 'Sekretariat', '2026-12-18')
  await camera.shoot('rapat-notulen')
  await meeting.closeNotes()
  await meeting.close()
  await expect(page.getByText(win.w('meeting.distributionTitle'))).toBeVisible()
  await camera.shoot('rapat-ditutup')
}

/** A level other than the supervisor's own, whatever that was. */
function opposite(change: Change, own: Change['workLevel'] | null): Change {
  return change.workLevel === own ? { ...change, workLevel: own === 'meets' ? 'above' : 'meets' } : change
}
