import type { TextKey } from '#renderer/i18n/catalogue.ts'
import { formattersFor, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { trail } from '#renderer/i18n/id/trail.ts'
import { trailFields } from '#renderer/i18n/id/trail-fields.ts'
import { useCall } from '#renderer/ipc/hooks.ts'

/** Tables, fields and values of recorded rows as a person says them. */
export function useBackupWords() {
  const t = useT()
  // The dialog lies outside the frame, which knows the agency's zone; the moments of both must agree.
  const zone = useCall('workspace.status', {}).data?.agency.zone ?? null
  const format = formattersFor(useLocale(), zone)
  return {
    table: (name: string): string => (`table-${name}` in trail ? t(`trail.table-${name}` as TextKey) : name),
    field: (column: string): string =>
      column in trailFields ? t(`trailFields.${column}` as TextKey) : column.replaceAll('_', ' '),
    value(value: string | number | null): string {
      if (value === null || value === '') return t('backups.empty')
      if (typeof value === 'number') return format.number(value)
      if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return format.dateTime(value)
      return `code-${value}` in trailFields ? t(`trailFields.code-${value}` as TextKey) : value
    },
    /** "22 Nov 2026, 09.31" */
    when: (iso: string): string => `${format.shortDate(iso)}, ${format.time(iso)}`,
  }
}

export const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
