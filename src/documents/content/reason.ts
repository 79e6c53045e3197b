import type { ReportFacts, ReportPerson } from '#application/ports/report-facts.ts'

/** The coded reason, the written one, and what it rests on, in one line. Empty when there is no decision. */
export function reasonOf(
  facts: Pick<ReportFacts, 'reasonSentences'>,
  { decision }: Pick<ReportPerson, 'decision'>,
): string {
  if (!decision) return ''
  const coded = decision.reasonCode === null ? '' : (facts.reasonSentences[decision.reasonCode] ?? decision.reasonCode)
  const evidence = decision.evidence.map((link) => link.label).join('; ')
  const parts = [coded, decision.reason, evidence && `Bukti: ${evidence}`].filter((part) => part !== '')
  return parts.map((part) => part.replace(/\.$/, '')).join('. ')
}
