import type { DocumentModel } from '#application/ports/document-writer.ts'
import type { ReportFacts } from '#application/ports/report-facts.ts'
import { predicates } from '#domain/model/levels.ts'
import { publicCounts, smallestPublicGroup } from '#domain/rules/public-counts.ts'
import { formatPercent } from './indonesian/format-number.ts'
import { documentOf, paragraph, plainTable } from './letter.ts'
import { organisationWords, predicateWords } from './official-words.ts'

/** Summary for the public, without names: the distribution of the whole agency, and of units large enough. */
export function publicSummaryDocument(facts: ReportFacts): DocumentModel {
  const [top] = facts.organisation
  const counts = publicCounts(facts.after.counts)
  const changed = facts.people.filter((person) => person.state === 'changed').length
  return documentOf(facts, 'Ringkasan Publik', {
    orientation: 'portrait',
    blocks: [
      {
        kind: 'title',
        lines: [['RINGKASAN EVALUASI KINERJA PEGAWAI'], [`PERIODE ${facts.period.name.toUpperCase()}`]],
      },
      paragraph(
        `Evaluasi mencakup ${facts.people.length} pegawai. Capaian kinerja organisasi${top ? ` ${top.unit}: ${organisationWords[top.predicate]}` : ': belum ditetapkan'}. Setelah rapat evaluasi, ${changed} penilaian berubah dengan persetujuan pejabat penilai kinerja.`,
      ),
      plainTable(
        [
          { header: 'Predikat', weight: 40 },
          { header: 'Pegawai', weight: 20, align: 'right' },
          { header: 'Bagian', weight: 20, align: 'right' },
        ],
        predicates.toReversed().map((predicate) => {
          const count = counts[predicate]
          if (count === null) return [predicateWords[predicate], 'tidak dirinci', '']
          return [
            predicateWords[predicate],
            String(count),
            facts.after.total === 0 ? '' : formatPercent(count / facts.after.total, 1),
          ]
        }),
      ),
      paragraph(
        `Kelompok di bawah ${smallestPublicGroup} orang, dan yang dapat dihitung balik darinya, tidak dirinci agar tidak menunjuk perorangan.`,
      ),
    ],
  })
}
