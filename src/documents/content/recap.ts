import type { DocumentModel, TableBlock } from '#application/ports/document-writer.ts'
import type { ReportFacts, ReportPerson } from '#application/ports/report-facts.ts'
import { predicates } from '#domain/model/levels.ts'
import { excludedParagraphs } from './excluded.ts'
import { formatDate } from './indonesian/format-date.ts'
import { formatPercent } from './indonesian/format-number.ts'
import { documentOf, keyValues, nipText, paragraph, personOf, plainTable, signatory } from './letter.ts'
import { levelWord, organisationWords, predicateWord, predicateWords, stateWords } from './official-words.ts'

/** What counts for the recap: the final rating where the case is settled, else the supervisor's own, and it says which. */
const ratingOf = (person: ReportPerson) => (person.state === 'undecided' ? person.original : person.final)

/** The table fits a page in portrait, as an annex: the post stands below the name, so that no word has to break. */
export function recapTable(facts: ReportFacts): TableBlock {
  return plainTable(
    [
      { header: 'No', weight: 6, align: 'center' },
      { header: 'Nama, NIP, dan jabatan', weight: 31 },
      { header: 'Pejabat penilai', weight: 19 },
      { header: 'Hasil kerja', weight: 10 },
      { header: 'Perilaku', weight: 13 },
      { header: 'Predikat', weight: 14 },
      { header: 'Catatan', weight: 15 },
    ],
    facts.people.map((person, index) => {
      const rating = ratingOf(person)
      const identity = [person.name, person.nip === null ? '' : nipText(person.nip), person.post]
      return [
        String(index + 1),
        identity.filter((line) => line !== '').join('\n'),
        person.supervisor,
        shortLevel(levelWord(rating.work)),
        shortLevel(levelWord(rating.behaviour)),
        predicateWord(rating.predicate),
        stateWords[person.state],
      ]
    }),
  )
}

const shortLevel = (words: string) => words.replace(' ekspektasi', '')

/** Rekap penetapan predikat: stands in for the unseen form of SE 3/2023 (domain guide 8.4). */
export function recapDocument(facts: ReportFacts): DocumentModel {
  const [top] = facts.organisation
  const counts = predicates.toReversed().map((predicate) => {
    const count = facts.after.counts[predicate]
    return [
      predicateWords[predicate],
      String(count),
      facts.after.total === 0 ? '' : formatPercent(count / facts.after.total, 1),
    ]
  })
  return documentOf(facts, 'Rekap Penetapan Predikat Kinerja', {
    orientation: 'landscape',
    blocks: [
      { kind: 'title', lines: [['REKAP PENETAPAN PREDIKAT KINERJA'], [`PERIODE ${facts.period.name.toUpperCase()}`]] },
      keyValues(
        ['Unit kerja', facts.agency.name],
        ['Capaian kinerja organisasi', top ? `${organisationWords[top.predicate]} (${top.unit})` : 'belum ditetapkan'],
        [
          'Ditetapkan oleh',
          top ? [top.setBy, top.setOn && formatDate(top.setOn)].filter(Boolean).join(', ') : 'belum ditetapkan',
        ],
      ),
      recapTable(facts),
      paragraph('Jumlah menurut predikat:'),
      plainTable(
        [
          { header: 'Predikat', weight: 40 },
          { header: 'Pegawai', weight: 20, align: 'right' },
          { header: 'Bagian', weight: 20, align: 'right' },
        ],
        [...counts, ['Belum dinilai atau belum diputuskan', String(facts.after.unrated), '']],
      ),
      ...excludedParagraphs(facts),
      paragraph('Pola distribusi adalah panduan, bukan kuota; penyimpangan dijelaskan dengan alasan tertulis.'),
      ...(facts.meeting
        ? [
            {
              kind: 'signatures' as const,
              placeAndDate: [`${facts.agency.place}, ${formatDate(facts.meeting.meeting.heldOn)}`],
              columns: [signatory('Pimpinan Rapat,', personOf(facts.meeting, 'chair'))],
            },
          ]
        : []),
    ],
  })
}
