import type { ParagraphBlock } from '#application/ports/document-writer.ts'
import type { ReportFacts } from '#application/ports/report-facts.ts'
import { paragraph } from './letter.ts'

/** Who is placed in the period but not rated in it, each with the written cause; nothing when everybody is rated. */
export function excludedParagraphs(facts: Pick<ReportFacts, 'excluded'>): readonly ParagraphBlock[] {
  if (facts.excluded.length === 0) return []
  const people = facts.excluded.map(({ name, excludedBecause }) =>
    excludedBecause === '' ? name : `${name} (${excludedBecause})`,
  )
  return [paragraph(`Tidak termasuk dalam rekap ini: ${people.join('; ')}.`)]
}
