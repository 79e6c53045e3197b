import type { Block } from '#application/ports/document-writer.ts'
import type { ReportDuties, ReportFacts, ReportMeeting } from '#application/ports/report-facts.ts'
import { hashGroups } from '#domain/ledger/anchor.ts'
import type { Period } from '#domain/model/period.ts'
import type { Approval, Duty } from '#domain/model/user.ts'
import { formatDate } from './indonesian/format-date.ts'
import { clockOf, dayOf, paragraph, plainTable } from './letter.ts'

const dutyWords: Readonly<Record<Duty, string>> = {
  chair: 'Ketua',
  secretary: 'Sekretaris',
  panelist: 'Anggota panel',
  observer: 'Pengamat',
  auditor: 'Auditor',
}

const stageWords: Readonly<Record<Period['stage'], string>> = {
  planning: 'perencanaan',
  monitoring: 'pemantauan',
  evaluation: 'evaluasi',
  'follow-up': 'tindak lanjut',
}

type Change = ReportDuties['changes'][number]
type Given = ReportDuties['approvals'][number]

/** Who held which duty in the workspace, and every change of it while the meeting was open. */
export function dutyBlocks(facts: ReportFacts, { meeting }: ReportMeeting): readonly Block[] {
  const { duties } = facts
  if (duties === null) return []
  const { holders, changes, emergencies } = duties
  return [
    paragraph(`Tugas pada ruang kerja saat ${meeting.openedAt === null ? 'dokumen ini dibuat' : 'rapat dibuka'}:`),
    plainTable(
      [
        { header: 'No', weight: 7, align: 'center' },
        { header: 'Nama', weight: 55 },
        { header: 'Tugas', weight: 38 },
      ],
      holders.map(({ name, duty }, index) => [String(index + 1), name, dutyWords[duty]]),
    ),
    ...(meeting.openedAt === null ? [] : changeBlocks(facts, changes)),
    ...emergencies.map(({ at, name, reason }) => ({
      kind: 'note' as const,
      tone: 'alarm' as const,
      runs: [
        {
          text: `PIN Ketua ${name} diatur ulang oleh pemegang berkas tanpa pembuktian pada ${moment(facts, at)}. Alasan tertulis: ${reason}`,
          bold: true,
        },
      ],
    })),
  ]
}

function changeBlocks(facts: ReportFacts, changes: readonly Change[]): readonly Block[] {
  if (changes.length === 0) return [paragraph('Selama rapat tidak ada perubahan pengguna dan tugas.')]
  const items = changes.map((change) => [`${moment(facts, change.at)}: ${changeSentence(change)}`])
  return [paragraph('Perubahan pengguna dan tugas selama rapat:'), { kind: 'list', numbering: 'letter', items }]
}

function changeSentence({ before, after, author, pinOnly }: Change): string {
  const by = `, oleh ${author}.`
  if (pinOnly) return `PIN ${after?.name ?? ''} diganti${by}`
  if (before === null) return `${after?.name ?? ''} menjadi pengguna dengan tugas ${dutyOf(after)}${by}`
  if (after === null) return `${before.name} tidak lagi menjadi pengguna (semula ${dutyOf(before)})${by}`
  const renamed = before.name === after.name ? '' : `, kini bernama ${after.name}`
  return before.duty === after.duty
    ? `${before.name} kini bernama ${after.name}${by}`
    : `tugas ${before.name} berubah dari ${dutyOf(before)} menjadi ${dutyOf(after)}${renamed}${by}`
}

const dutyOf = (held: Change['after']) => (held === null ? '' : dutyWords[held.duty])

/** What a chair approved with an own PIN, on which head of the trail, and whether it still stands. */
export function approvalBlocks(facts: ReportFacts): readonly Block[] {
  const approvals = facts.duties?.approvals ?? []
  if (approvals.length === 0) return []
  return [
    paragraph('Persetujuan Ketua dengan PIN-nya sendiri, masing-masing terikat pada kepala jejak saat diberikan:'),
    plainTable(
      [
        { header: 'Yang disetujui', weight: 27 },
        { header: 'Oleh', weight: 20 },
        { header: 'Waktu', weight: 19 },
        { header: 'Kepala jejak', weight: 18 },
        { header: 'Keadaan', weight: 20 },
      ],
      approvals.map((row) => [
        subjectOf(row),
        row.userName,
        moment(facts, row.givenAt),
        `${hashGroups(row.headHash)[0] ?? ''} : ${row.headCount}`,
        standingOf(row),
      ]),
    ),
  ]
}

const isStage = (text: string): text is Period['stage'] => text in stageWords

function subjectOf({ kind, subject }: Approval): string {
  const words: Readonly<Record<Approval['kind'], string>> = {
    stage: `Tahap ${isStage(subject) ? stageWords[subject] : subject}`,
    close: 'Penutupan rapat',
    reopen: 'Pembukaan kembali rapat',
    results: 'Hasil rapat',
    users: `Pengguna ${subject}`,
  }
  return words[kind]
}

function standingOf({ state, laterEntries }: Given): string {
  if (state === 'void') return 'Batal: jejak pada tempat itu berbeda'
  return state === 'changed' ? `Data berubah sesudahnya (${laterEntries} entri)` : 'Berlaku'
}

const moment = ({ agency: { zone } }: ReportFacts, at: string) =>
  `${formatDate(dayOf(at, zone))}, ${clockOf(at, zone)} ${zone}`
