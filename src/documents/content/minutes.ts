import type { Block, DocumentModel, Inline } from '#application/ports/document-writer.ts'
import type { ReportFacts, ReportMeeting, ReportPerson } from '#application/ports/report-facts.ts'
import { predicates } from '#domain/model/levels.ts'
import { attendanceBlock } from './attendance.ts'
import { calibrationBlocks } from './calibration-line.ts'
import { approvalBlocks, dutyBlocks } from './duties.ts'
import { formatDate, formatOpening } from './indonesian/format-date.ts'
import { ledgerTable } from './ledger.ts'
import {
  clockOnDay,
  decidedHere,
  documentOf,
  keyValues,
  paragraph,
  personOf,
  plainTable,
  present,
  signatory,
} from './letter.ts'
import {
  attendanceWords,
  consentWords,
  organisationWords,
  predicateWord,
  predicateWords,
  recusalWords,
  roleWords,
} from './official-words.ts'
import { reasonOf } from './reason.ts'
import { recapTable } from './recap.ts'
import { trailCodeBlocks } from './trail-code.ts'

/** The sentence that keeps the meeting in its place: it considers, the supervisors rate. */
const forumOfConsideration =
  'Rapat merupakan forum pertimbangan; rating dan predikat kinerja ditetapkan oleh masing-masing pejabat penilai kinerja.'

/**
 * Berita acara of an evaluation meeting, with recap, ledger and daftar hadir as annexes (domain guide 8.2).
 * A number that nobody has typed stays a visibly open field.
 */
export function minutesDocument(facts: ReportFacts, meeting: ReportMeeting): DocumentModel {
  const number: readonly Inline[] = ['NOMOR ', meeting.meeting.minutesNumber || { openField: 'nomor' }]
  const blocks: readonly Block[] = [
    {
      kind: 'title',
      lines: [
        ['BERITA ACARA'],
        number,
        ['TENTANG'],
        [`RAPAT EVALUASI KINERJA PEGAWAI PERIODE ${facts.period.name.toUpperCase()}`],
      ],
    },
    paragraph(opening(facts, meeting)),
    { kind: 'heading', level: 1, marker: 'A.', text: 'DASAR' },
    { kind: 'list', numbering: 'decimal', items: basis(facts, meeting).map((line) => [line]) },
    { kind: 'heading', level: 1, marker: 'B.', text: 'PESERTA' },
    ...participantBlocks(facts, meeting),
    { kind: 'heading', level: 1, marker: 'C.', text: 'AGENDA' },
    agendaList(facts, meeting),
    { kind: 'heading', level: 1, marker: 'D.', text: 'HASIL' },
    ...resultBlocks(facts, meeting),
    { kind: 'heading', level: 1, marker: 'E.', text: 'KEPUTUSAN DAN TINDAK LANJUT' },
    ...followUpBlocks(meeting),
    { kind: 'heading', level: 1, marker: 'F.', text: 'PENUTUP' },
    ...(meeting.meeting.closingNote === '' ? [] : [paragraph(meeting.meeting.closingNote)]),
    ...approvalBlocks(facts),
    ...trailCodeBlocks(facts),
    paragraph('Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.'),
    ...signatureBlocks(facts, meeting),
    ...annexes(facts, meeting),
  ]
  return documentOf(facts, 'Berita Acara Rapat Evaluasi Kinerja', { blocks, orientation: 'portrait' })
}

function opening(facts: ReportFacts, { meeting }: ReportMeeting): string {
  const { zone } = facts.agency
  const time = clockOnDay(meeting.openedAt, meeting.heldOn, zone) ?? meeting.plannedStart
  const place = meeting.place === '' ? facts.agency.name : meeting.place
  return `${formatOpening(meeting.heldOn, time, zone)}, bertempat di ${place}, telah dilaksanakan ${lowerFirst(meeting.title)} dengan uraian sebagai berikut.`
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)

const basis = (facts: ReportFacts, { meeting }: ReportMeeting) =>
  meeting.legalBasis.length > 0 ? meeting.legalBasis : facts.legalBasis

function participantBlocks(facts: ReportFacts, meeting: ReportMeeting): readonly Block[] {
  const here = present(meeting).length
  const quorum = meeting.meeting.quorum === null ? '' : `, kuorum ${meeting.meeting.quorum}`
  const rows = meeting.participants.map((participant, index) => [
    String(index + 1),
    participant.name,
    participant.post,
    roleWords[participant.role],
    participant.attendance === 'present'
      ? attendanceWords.present
      : [attendanceWords[participant.attendance], participant.absenceReason].filter((part) => part !== '').join(', '),
  ])
  return [
    keyValues(
      ['Pimpinan rapat', personOf(meeting, 'chair')?.name ?? '………'],
      ['Notulis', personOf(meeting, 'secretary')?.name ?? '………'],
      ['Kehadiran', `hadir ${here} dari ${meeting.participants.length} peserta${quorum}; daftar hadir terlampir`],
    ),
    plainTable(
      [
        { header: 'No', weight: 7, align: 'center' },
        { header: 'Nama', weight: 28 },
        { header: 'Jabatan', weight: 30 },
        { header: 'Kedudukan', weight: 20 },
        { header: 'Kehadiran', weight: 17 },
      ],
      rows,
    ),
    ...recusalBlocks(meeting),
    ...dutyBlocks(facts, meeting),
    ...(facts.agency.example ? [{ kind: 'note' as const, runs: ['Nama dan angka dalam dokumen ini rekaan.'] }] : []),
  ]
}

function recusalBlocks(meeting: ReportMeeting): readonly Block[] {
  if (meeting.recusals.length === 0) return [paragraph('Tidak ada peserta yang mengundurkan diri dari suatu kasus.')]
  const own = meeting.recusals.filter((recusal) => recusal.cause === 'self').map((recusal) => recusal.participantName)
  const others = meeting.recusals
    .filter((recusal) => recusal.cause !== 'self')
    .map((recusal) => [
      `${recusal.participantName} mengundurkan diri dari kasus ${recusal.employeeName} (${recusalWords[recusal.cause]}).`,
    ])
  return [
    ...(own.length === 0 ? [] : [paragraph(`Mengundurkan diri dari kasusnya sendiri: ${own.join('; ')}.`)]),
    ...(others.length === 0
      ? []
      : [paragraph('Pengunduran diri lain:'), { kind: 'list' as const, numbering: 'letter' as const, items: others }]),
  ]
}

function agendaList(facts: ReportFacts, meeting: ReportMeeting): Block {
  const items = [
    `Pembahasan ${meeting.discussed} kasus pegawai beserta bukti dukungnya.`,
    `Penetapan bersama ${meeting.settledByConsent} pegawai pada daftar persetujuan.`,
    `Perbandingan sebaran predikat ${facts.period.name} dengan panduan pola distribusi.`,
    'Tindak lanjut.',
  ]
  return { kind: 'list', numbering: 'decimal', items: items.map((item) => [item]) }
}

function resultBlocks(facts: ReportFacts, meeting: ReportMeeting): readonly Block[] {
  const here = decidedHere(facts, meeting)
  const changed = here.filter((person) => person.state === 'changed')
  const proposed = here.filter((person) => person.state === 'proposed')
  return [
    paragraph(organisationSentence(facts)),
    distributionTable(facts),
    paragraph(summarySentence(facts, here)),
    ...(changed.length === 0
      ? []
      : [paragraph('Perubahan yang disetujui pejabat penilai kinerja:'), changeTable(facts, changed)]),
    ...(proposed.length === 0
      ? []
      : [
          paragraph(
            'Usulan rapat yang belum atau tidak disetujui pejabat penilai kinerja; penilaian awal tetap berlaku:',
          ),
          changeTable(facts, proposed),
        ]),
    ...dissentBlocks(here),
    ...(meeting.undecided.length === 0
      ? []
      : [paragraph(`Belum diputuskan dalam rapat ini: ${meeting.undecided.join('; ')}.`)]),
    ...calibrationBlocks(facts, meeting),
    paragraph(forumOfConsideration),
  ]
}

function organisationSentence(facts: ReportFacts): string {
  const [top] = facts.organisation
  if (!top) return 'Capaian kinerja organisasi belum ditetapkan.'
  const set = [top.setBy && `ditetapkan ${top.setBy}`, top.setOn && `pada ${formatDate(top.setOn)}`]
    .filter(Boolean)
    .join(' ')
  const others = facts.organisation.slice(1).filter((result) => result.predicate !== top.predicate)
  const rest = others.map((result) => `${result.unit} ${organisationWords[result.predicate]}`).join(', ')
  return `Capaian kinerja organisasi ${top.unit}: ${organisationWords[top.predicate]}${set ? `, ${set}` : ''}.${rest ? ` Unit dengan capaian lain: ${rest}.` : ''} Sebaran predikat:`
}

/** Each column is as wide as the longest word of its head. */
const distributionWeights: Record<(typeof predicates)[number], number> = {
  'very-good': 11,
  good: 9,
  'needs-improvement': 16,
  poor: 20,
  'very-poor': 12,
}

function distributionTable(facts: ReportFacts): Block {
  const order = predicates.toReversed()
  const row = (label: string, counts: ReportFacts['before']) => [
    label,
    ...order.map((predicate) => String(counts.counts[predicate])),
    String(counts.unrated),
    String(counts.total),
  ]
  return plainTable(
    [
      { header: '', weight: 17 },
      ...order.map((predicate) => ({
        header: predicateWords[predicate],
        weight: distributionWeights[predicate],
        align: 'right' as const,
      })),
      { header: 'Belum', weight: 12, align: 'right' },
      { header: 'Jumlah', weight: 12, align: 'right' },
    ],
    [row('Penilaian awal', facts.before), row('Sesudah rapat', facts.after)],
  )
}

function summarySentence(facts: ReportFacts, here: readonly ReportPerson[]): string {
  const count = (state: ReportPerson['state']) => here.filter((person) => person.state === state).length
  const earlier = facts.people.filter((person) => person.decision !== null).length - here.length
  const before = earlier === 0 ? '' : ` ${earlier} pegawai telah diputuskan dalam rapat sebelumnya pada periode ini.`
  return `Dari ${facts.people.length} pegawai, ${count('kept')} penilaian tetap, ${count('changed')} diubah dengan persetujuan pejabat penilai, dan ${count('proposed')} dicatat sebagai usulan.${before}`
}

function changeTable(facts: ReportFacts, people: readonly ReportPerson[]): Block {
  return plainTable(
    [
      { header: 'No', weight: 7, align: 'center' },
      { header: 'Nama', weight: 18 },
      { header: 'Semula', weight: 14 },
      { header: 'Menjadi', weight: 14 },
      { header: 'Alasan dan bukti', weight: 34 },
      { header: 'Disetujui', weight: 16 },
    ],
    people.map((person, index) => [
      String(index + 1),
      person.name,
      predicateWord(person.original.predicate),
      predicateWord(person.state === 'changed' ? person.final.predicate : person.proposed),
      reasonOf(facts, person),
      consentOf(person),
    ]),
  )
}

function consentOf({ decision }: ReportPerson): string {
  if (decision === null) return ''
  return decision.consent === 'agreed' ? decision.consentBy : consentWords[decision.consent]
}

function dissentBlocks(here: readonly ReportPerson[]): readonly Block[] {
  const dissents = here.filter((person) => person.decision?.dissent)
  if (dissents.length === 0) return []
  const items = dissents.map((person) => [`${person.name}: ${person.decision?.dissent ?? ''}`])
  return [paragraph('Pendapat berbeda:'), { kind: 'list', numbering: 'letter', items }]
}

function followUpBlocks(meeting: ReportMeeting): readonly Block[] {
  if (meeting.followUps.length === 0) return [paragraph('Tidak ada tindak lanjut yang dicatat.')]
  return [
    plainTable(
      [
        { header: 'No', weight: 7, align: 'center' },
        { header: 'Uraian', weight: 50 },
        { header: 'Pelaksana', weight: 25 },
        { header: 'Batas waktu', weight: 20 },
      ],
      meeting.followUps.map((item, index) => [
        String(index + 1),
        item.employeeName === null ? item.task : `${item.task} (${item.employeeName})`,
        item.responsible || 'belum ditentukan',
        item.dueOn === null ? 'belum ditentukan' : formatDate(item.dueOn),
      ]),
    ),
  ]
}

function signatureBlocks(facts: ReportFacts, meeting: ReportMeeting): readonly Block[] {
  const raters = present(meeting).filter((participant) => participant.role === 'supervisor')
  const place = [facts.agency.place, formatDate(meeting.meeting.heldOn)].filter((part) => part !== '').join(', ')
  const first: Block = {
    kind: 'signatures',
    placeAndDate: [place],
    columns: [
      signatory('Notulis,', personOf(meeting, 'secretary')),
      signatory('Pimpinan Rapat,', personOf(meeting, 'chair')),
    ],
  }
  if (raters.length === 0) return [first]
  const rows: Block[] = []
  for (let start = 0; start < raters.length; start += 2) {
    const columns = raters.slice(start, start + 2).map((rater) => signatory('Pejabat Penilai Kinerja,', rater))
    rows.push({ kind: 'signatures', placeAndDate: null, columns })
  }
  return [first, ...rows]
}

function annexes(facts: ReportFacts, meeting: ReportMeeting): readonly Block[] {
  const annex = (number: number, title: string): readonly Block[] => [
    { kind: 'page-break' },
    { kind: 'title', lines: [[`LAMPIRAN ${number}`], [title]] },
  ]
  return [
    ...annex(1, 'REKAP PENETAPAN PREDIKAT KINERJA'),
    recapTable(facts),
    ...annex(2, 'PENILAIAN AWAL DAN AKHIR'),
    ledgerTable(facts),
    ...annex(3, 'DAFTAR HADIR'),
    attendanceBlock(meeting),
  ]
}
