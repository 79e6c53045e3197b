import { Button, Menu } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n.ts'
import type { GridColumn } from './types.ts'
import type { ColumnChoice } from './use-column-choice.ts'

export interface ColumnChooserProps {
  readonly columns: readonly Pick<GridColumn<never>, 'key' | 'header' | 'group' | 'always'>[]
  readonly choice: ColumnChoice
}

/** "Kolom ▾": shows and hides columns; those marked `always` are not listed. */
export function ColumnChooser({ columns, choice }: ColumnChooserProps) {
  const t = useT()
  return (
    <Menu closeOnItemClick={false} withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} stroke={1.8} aria-hidden />}>
          {t('ui.gridColumns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={480} style={{ overflow: 'auto' }}>
        {columns
          .filter((column) => column.always !== true)
          .map((column) => (
            <Menu.CheckboxItem
              key={column.key}
              checked={!choice.hidden.has(column.key)}
              onChange={() => choice.toggle(column.key)}
            >
              {column.group === undefined ? column.header : `${column.group} · ${column.header}`}
            </Menu.CheckboxItem>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={choice.showAll}>{t('ui.gridColumnsAll')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
