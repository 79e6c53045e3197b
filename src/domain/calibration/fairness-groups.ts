import { readNip } from '#domain/rules/nip.ts'

/** Codes of the groups that fairness is asked about; they stand in results, and become words in sentences. */
export const fairnessGroupCodes = ['female', 'male', 'under-30', '30-39', '40-49', '50-and-over'] as const
export type FairnessGroup = (typeof fairnessGroupCodes)[number]

/**
 * Groups the question of fairness is asked about, read from the identity number: sex, and age on the last day of the period.
 * A number that tells neither (an old one, none at all) leaves the person out of that question and of nothing else. The
 * groups enter no score.
 * Shapes: 18 digits or another text; an ISO date. Source: domain guide 3.1 for the digits; the age bands are a house rule.
 * @example fairnessGroups('199608182022041001', '2026-09-30') // { sex: 'male', age: '30-39' }
 */
export function fairnessGroups(nip: string | null, lastDay: string): Readonly<Record<string, FairnessGroup>> {
  if (nip === null) return {}
  const reading = readNip(nip, { numeric: false, today: lastDay })
  if (reading.kind === 'empty' || reading.kind === 'refused' || reading.parts === null) return {}
  const { sex, birthDate } = reading.parts
  return { sex, age: ageBand(ageOn(birthDate, lastDay)) }
}

/** Whole years. */
function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

function ageBand(age: number): FairnessGroup {
  if (age < 30) return 'under-30'
  if (age < 40) return '30-39'
  return age < 50 ? '40-49' : '50-and-over'
}
