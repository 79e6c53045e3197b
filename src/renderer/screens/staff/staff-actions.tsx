import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconDownload, IconFileSpreadsheet, IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import { useGo } from '#renderer/ui/use-place.ts'

export interface StaffActionsProps {
  /** Views and columns of the grid shown. */
  readonly children: ReactNode
  readonly onExport: (format: 'xlsx' | 'csv') => void
  readonly onAdd: () => void
}

/** Buttons of the title line: views, columns, export, import (primary), more. */
export function StaffActions({ children, onExport, onAdd }: StaffActionsProps) {
  const t = useT()
  const go = useGo()
  return (
    <>
      {children}
      <Menu withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}>
            {t('common.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onExport('xlsx')}>{t('staff.exportXlsx')}</Menu.Item>
          <Menu.Item onClick={() => onExport('csv')}>{t('staff.exportCsv')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Action kind="primary" icon={IconFileSpreadsheet} onClick={() => go('import')}>
        {t('staff.importData')}
      </Action>
      <Menu withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('staff.more')}>
            <IconDots size={16} stroke={1.8} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUserPlus size={16} stroke={1.8} aria-hidden />} onClick={onAdd}>
            {t('staff.addEmployee')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
