import { useMemo } from 'react'
import type { FindingWords } from '#contract/ledger-sentences.ts'
import type { TextKey } from '#renderer/i18n/catalogue.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { trail } from '#renderer/i18n/id/trail.ts'
import { fieldName, valueText } from './row-words.ts'

/** The words of the screen for the tables, fields and values a finding names. */
export function useFindingWords(): FindingWords {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => ({
      table: (name) => (`table-${name}` in trail ? t(`trail.table-${name}` as TextKey) : name),
      field: (column) => fieldName(column, t),
      value: (column, value) => valueText(column, value, { t, format, names: {} }) ?? String(value),
    }),
    [t, format],
  )
}
