import type { Agency } from '#domain/model/agency.ts'

const hoursAhead = { WIB: 7, WITA: 8, WIT: 9 } as const

/**
 * The calendar day in the agency's zone at an instant; the laptop's own zone plays no part.
 * @example agencyDay('2026-11-22T18:00:00.000Z', 'WIB') // '2026-11-23'
 */
export function agencyDay(instant: string, zone: Agency['zone']): string {
  const shifted = new Date(Date.parse(instant) + hoursAhead[zone] * 3_600_000)
  return shifted.toISOString().slice(0, 10)
}
