import type { Period } from '#domain/model/period.ts'

/**
 * A file name every system takes: lower case, words joined by hyphens, reserved characters gone.
 * @example exportName('Berita acara', { name: 'Triwulan III 2026' }) // 'berita-acara-triwulan-iii-2026'
 */
export function exportName(document: string, period: Pick<Period, 'name'>): string {
  return `${document} ${period.name}`
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}
