import { tableStateWords } from '#contract/inspection-sentences.ts'
import type { TextKey } from '#renderer/i18n/catalogue.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { trail } from '#renderer/i18n/id/trail.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { State } from '#renderer/ui/tag.tsx'
import type { Inspection } from './use-inspection.ts'

const tones = {
  whole: 'confirmed',
  partly: 'attention',
  unreadable: 'refused',
  missing: 'refused',
  altered: 'refused',
} as const

/** Which kinds of rows can be read, and how many; what is damaged stands first. */
export function TablesPanel({ tables }: Pick<Inspection, 'tables'>) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const order = ['unreadable', 'missing', 'altered', 'partly', 'whole']
  const sorted = tables.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const wordOf = (table: string) => {
    if (table === 'journal') return t('inspect.journal')
    return `table-${table}` in trail ? t(`trail.table-${table}` as TextKey) : table
  }
  return (
    <Panel title={t('inspect.tables')} flush>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">{t('inspect.tableName')}</th>
            <th scope="col" data-align="right">
              {t('inspect.rows')}
            </th>
            <th scope="col">{t('inspect.state')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ table, rows, state }) => (
            <tr key={table}>
              <td>{wordOf(table)}</td>
              <td data-align="right">{format.number(rows)}</td>
              <td>
                <State tone={tones[state]}>{tableStateWords[state][locale]}</State>
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </Panel>
  )
}
