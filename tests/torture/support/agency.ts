import fs from 'node:fs'
import { seededGenerator } from '#application/example/chance.ts'
import type { CallInput } from '#contract/contracts.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { csvText } from '#tests/support/table-sheets.ts'

/** Units of the agency; a command that renames them all changes as many rows at once. */
export const unitCount = 40
export const peoplePerWave = 12

/** The real engine with its clock standing still; `life` keeps the ids of one process apart from those of another. */
export function tortureEngine(life: number): TestEngine {
  return testEngine({ random: seededGenerator(1000 + life) })
}

export function emptyAgency(path: string): CallInput<'workspace.create'> {
  const units = Array.from({ length: unitCount }, (_, index) => ({
    name: unitName(0, index),
    parent: index === 0 ? null : 0,
  }))
  return { ...newWorkspaceInput(path), units }
}

/** Every unit carries the number of the round that named it last: one look tells whether a round is whole. */
export const unitName = (round: number, index: number): string =>
  `${round} Bidang ${index} ${'pelayanan kesehatan masyarakat '.repeat(3)}`

/** A small agency with everything a meeting decides about: people, plans, scores, levels, and decisions with reasons. */
export async function makeAgency(path: string): Promise<void> {
  const app = tortureEngine(0)
  try {
    const status = await app.call('workspace.create', emptyAgency(path))
    const periodId = status?.periods[0]?.id
    if (periodId === undefined) throw new Error('a new workspace has a period')
    const paths = Object.entries(staffFiles(0)).map(([name, text]) => {
      fs.writeFileSync(app.path(name), text)
      return app.path(name)
    })
    await importFiles(app, periodId, paths)
    await holdMeeting(app, periodId)
  } finally {
    await app.close()
  }
}

type PeriodId = CallInput<'meetings.create'>['periodId']

export async function importFiles(app: TestEngine, periodId: PeriodId, paths: readonly string[]): Promise<void> {
  const preview = await app.call('import.preview', { jobId: 'preview', paths: [...paths], periodId })
  await app.call('import.commit', { jobId: 'commit', previewId: preview.previewId })
}

/** Decides the first complete case with a changed level and keeps the others as they were rated. */
async function holdMeeting(app: TestEngine, periodId: PeriodId): Promise<void> {
  const details = { title: 'Rapat', place: 'Aula', heldOn: '2026-11-23', plannedStart: '09:00', quorum: null }
  const { meetingId } = await app.call('meetings.create', { periodId, ...details, minutesPerCase: 4 })
  const room = () => app.call('meetings.room', { meetingId })
  const participantIds = (await room()).participants.map((participant) => participant.id)
  await app.call('meetings.setAttendance', { meetingId, participantIds, attendance: 'present', absenceReason: '' })
  await app.call('meetings.open', { meetingId })
  const item = (await room()).items.find((one) => one.complete)
  if (item === undefined) throw new Error('the agency has a complete case')
  await app.call('meetings.decide', {
    meetingId,
    employeeId: item.employeeId,
    workLevel: 'below',
    behaviourLevel: 'meets',
    reasonCode: 'A3',
    reason: 'Realisasi tidak mendukung tingkat awal.',
    evidence: [{ kind: 'document', targetId: '', label: 'Laporan triwulan' }],
    consent: 'pending',
    consentWay: 'written',
    dissent: '',
  })
  await app.call('meetings.decideConsentList', { meetingId })
}

const values = ['Berorientasi Pelayanan', 'Akuntabel', 'Kompeten', 'Harmonis', 'Loyal', 'Adaptif', 'Kolaboratif']

/** Lists as an office sends them; `wave` makes other people of each list. Only the first wave is rated: then comes the meeting. */
export function staffFiles(wave: number): Readonly<Record<string, string>> {
  const nips = Array.from({ length: peoplePerWave }, (_, index) => nipOf(wave * peoplePerWave + index))
  const leaders = nips.slice(0, 3)
  const raterOf = (index: number) => (index === 0 ? '' : index < 3 ? nips[0] : leaders[index % 3]) ?? ''
  const rated = nips.slice(1)
  const lists = {
    [`pegawai-${wave}.csv`]: csvText([
      ['NIP', 'Nama', 'Jabatan', 'Unit Kerja', 'NIP Penilai'],
      ...nips.map((nip, index) => [nip, `Pegawai ${wave} ${index}`, 'Perawat', unitName(0, 1).trim(), raterOf(index)]),
    ]),
    [`skp-${wave}.csv`]: csvText([
      ['NIP', 'Jenis', 'No RHK', 'RHK', 'No IKI', 'Indikator', 'Target', 'Realisasi', 'Umpan Balik'],
      ...rated.map((nip) => [nip, 'Utama', '1', 'Kunjungan', '1.1', 'Jumlah', '3 unit', '3 unit', 'Pimpinan: baik']),
    ]),
  }
  if (wave > 0) return lists
  return {
    ...lists,
    [`nilai-${wave}.csv`]: csvText([
      ['NIP', 'No RHK', 'Skor', 'Rating Hasil Kerja', 'Rating Perilaku Kerja', 'Capaian Kinerja Organisasi'],
      ...rated.map((nip, index) => [nip, '1', `${70 + index},5`, 'Sesuai', 'Sesuai', 'Baik']),
    ]),
    [`perilaku-${wave}.csv`]: csvText([
      ['NIP', 'Nilai', 'Skor', 'Ekspektasi Khusus Pimpinan'],
      ...rated.flatMap((nip) => values.map((value) => [nip, value, '4', 'Menjadi contoh'])),
    ]),
  }
}

/** Valid in form, nobody's on purpose: the serial numbers are never given out. */
function nipOf(index: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const year = 1970 + (index % 28)
  return `${year}${two((index % 12) + 1)}${two((index % 27) + 1)}${year + 25}01${(index % 2) + 1}${String(Math.floor(index / 28) + 1).padStart(3, '0')}`
}
