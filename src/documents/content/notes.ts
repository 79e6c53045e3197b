import type { Block, DocumentModel } from '#application/ports/document-writer.ts'
import type { ReportFacts, ReportMeeting, ReportPerson } from '#application/ports/report-facts.ts'
import type { Note } from '#domain/model/meeting.ts'
import { meetingLines } from './attendance.ts'
import { formatDate } from './indonesian/format-date.ts'
import { decidedHere, documentOf, keyValues, paragraph, personOf, present, signatory } from './letter.ts'
import { predicateWord } from './official-words.ts'

const sections: readonly { readonly marker: string; readonly title: string; readonly section: Note['section'] }[] = [
  { marker: 'I.', title: 'Pembukaan', section: 'opening' },
  { marker: 'II.', title: 'Pembahasan', section: 'discussion' },
  { marker: 'III.', title: 'Tanggapan', section: 'response' },
  { marker: 'IV.', title: 'Kesimpulan, keputusan, dan tindak lanjut', section: 'conclusion' },
  { marker: 'V.', title: 'Penutup', section: 'closing' },
]

/** Notula: what was said, by whom, section by section (domain guide 8.3). */
export function notesDocument(facts: ReportFacts, meeting: ReportMeeting): DocumentModel {
  return documentOf(facts, 'Notula Rapat Evaluasi Kinerja', {
    orientation: 'portrait',
    blocks: [
      { kind: 'title', lines: [['NOTULA']] },
      keyValues(
        ['Nama rapat', meeting.meeting.title],
        ...meetingLines(facts, meeting).filter(([label]) => label !== 'Acara'),
        ['Acara', `Evaluasi kinerja pegawai ${facts.period.name}`],
        ['Pimpinan rapat', personOf(meeting, 'chair')?.name ?? '………'],
        ['Notulis', personOf(meeting, 'secretary')?.name ?? '………'],
        ['Peserta', `${present(meeting).length} orang, daftar hadir terlampir`],
      ),
      ...sections.flatMap((section) => sectionBlocks(facts, meeting, section)),
      {
        kind: 'signatures',
        placeAndDate: [`${facts.agency.place}, ${formatDate(meeting.meeting.heldOn)}`],
        columns: [
          signatory('Notulis,', personOf(meeting, 'secretary')),
          signatory('Pimpinan Rapat,', personOf(meeting, 'chair')),
        ],
      },
    ],
  })
}

function sectionBlocks(
  facts: ReportFacts,
  meeting: ReportMeeting,
  { marker, title, section }: (typeof sections)[number],
): readonly Block[] {
  const lines = [
    ...framing(meeting, section),
    ...meeting.notes.filter((note) => note.section === section).map(noteLine),
    ...(section === 'conclusion' ? decisionLines(decidedHere(facts, meeting)) : []),
  ]
  const body: Block =
    lines.length === 0
      ? paragraph('Tidak ada catatan.')
      : { kind: 'list', numbering: 'decimal', items: lines.map((line) => [line]) }
  return [{ kind: 'heading', level: 1, marker, text: title }, body]
}

function framing({ meeting }: ReportMeeting, section: Note['section']): readonly string[] {
  if (section === 'opening' && meeting.openingNote !== '') return [meeting.openingNote]
  if (section === 'closing' && meeting.closingNote !== '') return [meeting.closingNote]
  return []
}

const noteLine = (note: ReportMeeting['notes'][number]) =>
  `${note.speaker === '' ? '' : `${note.speaker}: `}${note.text}${note.employeeName === null ? '' : ` (kasus ${note.employeeName})`}`

const decisionLines = (people: readonly ReportPerson[]) =>
  people
    .filter((person) => person.state === 'changed' || person.state === 'proposed')
    .map((person) =>
      person.state === 'changed'
        ? `${person.name}: ${predicateWord(person.original.predicate)} menjadi ${predicateWord(person.final.predicate)}.`
        : `${person.name}: usulan ${predicateWord(person.proposed)}, penilaian awal ${predicateWord(person.original.predicate)} tetap.`,
    )
