import type { DocumentModel, TableBlock } from '#application/ports/document-writer.ts'
import type { ReportFacts, ReportPerson } from '#application/ports/report-facts.ts'
import { documentOf, paragraph, plainTable } from './letter.ts'
import { levelWord, predicateWord, stateWords } from './official-words.ts'
import { reasonOf } from './reason.ts'

/** Original → final, one line per case that was discussed or changed; the original is never overwritten. */
export function ledgerTable(facts: ReportFacts): TableBlock {
  const telling = facts.people.filter((person) => person.decision !== null && !isQuietlyKept(person))
  return plainTable(
    [
      { header: 'No', weight: 6, align: 'center' },
      { header: 'Nama', weight: 17 },
      { header: 'Penilaian awal', weight: 19 },
      { header: 'Penilaian akhir', weight: 19 },
      { header: 'Keadaan', weight: 12 },
      { header: 'Alasan dan bukti', weight: 30 },
    ],
    telling.map((person, index) => [
      String(index + 1),
      person.name,
      ratingText(person.original),
      ratingText(person.final),
      stateWords[person.state],
      reasonOf(facts, person),
    ]),
  )
}

/** Confirmed without a word to it: only counted, not listed. */
const isQuietlyKept = (person: ReportPerson) => person.state === 'kept' && person.decision?.reason === ''

const ratingText = (rating: ReportPerson['original']) =>
  `${predicateWord(rating.predicate)} (hasil: ${levelWord(rating.work).toLowerCase()}; perilaku: ${levelWord(rating.behaviour).toLowerCase()})`

export function ledgerDocument(facts: ReportFacts): DocumentModel {
  const kept = facts.people.filter(isQuietlyKept).length
  return documentOf(facts, 'Penilaian Awal dan Akhir', {
    orientation: 'landscape',
    blocks: [
      { kind: 'title', lines: [['PENILAIAN AWAL DAN AKHIR'], [`PERIODE ${facts.period.name.toUpperCase()}`]] },
      ledgerTable(facts),
      paragraph(`${kept} penilaian lain tetap tanpa perubahan. Penilaian awal tidak pernah ditimpa.`),
    ],
  })
}
