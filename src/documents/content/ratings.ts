import type { Book, BookSheet, BookValue, DocumentModel } from '#application/ports/document-writer.ts'
import type { ReportFacts, ReportPerson } from '#application/ports/report-facts.ts'
import { predicates } from '#domain/model/levels.ts'
import { formatDate } from './indonesian/format-date.ts'
import { formatNumber } from './indonesian/format-number.ts'
import { documentOf, nipText, paragraph, personOf, plainTable, signatory, troubleSentence } from './letter.ts'
import { consentWords, levelWord, notYetRated, predicateWord, predicateWords, stateWords } from './official-words.ts'
import { reasonOf } from './reason.ts'

/** Final ratings as a workbook: original and final side by side, reasons, and a sheet of counts. */
export function ratingsBook(facts: ReportFacts): Book {
  return {
    title: `Nilai akhir ${facts.period.name}`,
    author: facts.agency.name,
    sheets: [ratingsSheet(facts), countsSheet(facts)],
  }
}

function ratingsSheet(facts: ReportFacts): BookSheet {
  const text = (header: string, width: number) => ({ header, width, kind: 'text' as const })
  return {
    name: 'Nilai akhir',
    columns: [
      { header: 'No.', width: 5, kind: 'integer' },
      text('NIP', 20),
      text('Nama', 28),
      text('Jabatan', 30),
      text('Gol.', 7),
      text('Unit kerja', 28),
      text('Pejabat penilai', 26),
      { header: 'Skor hasil kerja', width: 11, kind: 'number' },
      { header: 'Skor perilaku', width: 11, kind: 'number' },
      text('Hasil kerja awal', 20),
      text('Perilaku awal', 20),
      text('Predikat awal', 18),
      text('Hasil kerja akhir', 20),
      text('Perilaku akhir', 20),
      text('Predikat akhir', 18),
      text('Keadaan', 16),
      text('Alasan dan bukti', 50),
      text('Persetujuan penilai', 18),
      text('Predikat usulan', 18),
    ],
    rows: facts.people.map((person, index) => ratingsRow(facts, person, index + 1)),
    frozenRows: 4,
    frozenColumns: 3,
    noteLines: [facts.agency.name, `Nilai akhir ${facts.period.name}`, sourceLine(facts)],
  }
}

function ratingsRow(facts: ReportFacts, person: ReportPerson, number: number): readonly BookValue[] {
  const decided = person.state !== 'undecided'
  return [
    number,
    person.nip ?? '',
    person.name,
    person.post,
    person.grade,
    person.unit,
    person.supervisor,
    person.workScore ?? notYetRated,
    person.behaviourScore ?? notYetRated,
    levelWord(person.original.work),
    levelWord(person.original.behaviour),
    predicateWord(person.original.predicate),
    decided ? levelWord(person.final.work) : '',
    decided ? levelWord(person.final.behaviour) : '',
    decided ? predicateWord(person.final.predicate) : '',
    stateWords[person.state],
    reasonOf(facts, person),
    person.decision ? consentWords[person.decision.consent] : '',
    person.proposed === null ? '' : predicateWords[person.proposed],
  ]
}

const sourceLine = (facts: ReportFacts) =>
  [
    facts.meeting ? `Rapat ${formatDate(facts.meeting.meeting.heldOn)}` : 'Rapat belum diadakan',
    `jejak ${facts.journalLength} entri`,
    facts.trailTrouble === null ? '' : troubleSentence(facts.trailTrouble),
    facts.agency.example ? 'CONTOH, bukan data sebenarnya' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')

function countsSheet(facts: ReportFacts): BookSheet {
  return {
    name: 'Sebaran',
    columns: [
      { header: 'Predikat', width: 30, kind: 'text' },
      { header: 'Penilaian awal', width: 16, kind: 'integer' },
      { header: 'Sesudah rapat', width: 16, kind: 'integer' },
    ],
    rows: [
      ...predicates
        .toReversed()
        .map((predicate) => [predicateWords[predicate], facts.before.counts[predicate], facts.after.counts[predicate]]),
      ['Belum', facts.before.unrated, facts.after.unrated],
      ['Jumlah', facts.before.total, facts.after.total],
    ],
    frozenRows: 1,
    frozenColumns: 1,
  }
}

/** The same list for printing and signing. */
export function ratingsDocument(facts: ReportFacts): DocumentModel {
  const rows = facts.people.map((person, index) => [
    String(index + 1),
    person.nip === null ? person.name : `${person.name}\n${nipText(person.nip)}`,
    person.unit,
    person.supervisor,
    person.workScore === null ? notYetRated : formatNumber(person.workScore, 2),
    predicateWord(person.original.predicate),
    person.state === 'undecided' ? stateWords.undecided : predicateWord(person.final.predicate),
    person.state === 'undecided' ? '' : [stateWords[person.state], reasonOf(facts, person)].filter(Boolean).join('. '),
  ])
  return documentOf(facts, 'Nilai Akhir', {
    orientation: 'landscape',
    blocks: [
      { kind: 'title', lines: [['NILAI AKHIR KINERJA PEGAWAI'], [`PERIODE ${facts.period.name.toUpperCase()}`]] },
      plainTable(
        [
          { header: 'No', weight: 6, align: 'center' },
          { header: 'Nama dan NIP', weight: 22 },
          { header: 'Unit kerja', weight: 15 },
          { header: 'Pejabat penilai', weight: 14 },
          { header: 'Skor hasil', weight: 8, align: 'right' },
          { header: 'Predikat awal', weight: 10 },
          { header: 'Predikat akhir', weight: 10 },
          { header: 'Keadaan dan alasan', weight: 21 },
        ],
        rows,
      ),
      paragraph(
        'Rating dan predikat ditetapkan oleh masing-masing pejabat penilai kinerja. Penilaian awal tidak pernah ditimpa.',
      ),
      ...(facts.meeting
        ? [
            {
              kind: 'signatures' as const,
              placeAndDate: [`${facts.agency.place}, ${formatDate(facts.meeting.meeting.heldOn)}`],
              columns: [
                signatory('Notulis,', personOf(facts.meeting, 'secretary')),
                signatory('Pimpinan Rapat,', personOf(facts.meeting, 'chair')),
              ],
            },
          ]
        : []),
    ],
  })
}
