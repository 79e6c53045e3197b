import { Menu } from '@mantine/core'
import { IconArrowBarToDown, IconClipboard, IconCopy, IconEraser } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import type { GridMenuItem } from './types.ts'
import type { GridInput } from './use-grid-input.ts'

interface GridMenuProps<Row> {
  readonly input: GridInput
  readonly canEdit: boolean
  readonly items: readonly GridMenuItem<Row>[]
  readonly focused: () => { readonly row: Row; readonly columnKey: string } | null
  readonly children: ReactElement
}

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const

/** The right-click menu: what the keys do, and what the screen adds for a row. */
export function GridMenu<Row>({ input, canEdit, items, focused, children }: GridMenuProps<Row>) {
  const t = useT()
  return (
    <Menu withinPortal>
      <Menu.ContextMenu>{children}</Menu.ContextMenu>
      <Menu.Dropdown>
        {items.map(({ id, label, icon: Icon, run }) => (
          <Menu.Item
            key={id}
            leftSection={Icon === undefined ? undefined : <Icon {...icon} />}
            onClick={() => {
              const at = focused()
              if (at !== null) run(at.row, at.columnKey)
            }}
          >
            {label}
          </Menu.Item>
        ))}
        {items.length > 0 ? <Menu.Divider /> : null}
        <Menu.Item
          leftSection={<IconCopy {...icon} />}
          rightSection="Ctrl C"
          onClick={() => void shell().copyText(input.copyText())}
        >
          {t('ui.gridCopy')}
        </Menu.Item>
        {canEdit ? (
          <>
            <Menu.Item
              leftSection={<IconClipboard {...icon} />}
              rightSection="Ctrl V"
              onClick={() => void shell().readClipboardText().then(input.pasteText)}
            >
              {t('ui.gridPaste')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowBarToDown {...icon} />} rightSection="Ctrl D" onClick={input.fillDown}>
              {t('ui.gridFill')}
            </Menu.Item>
            <Menu.Item leftSection={<IconEraser {...icon} />} rightSection="Delete" onClick={input.clear}>
              {t('ui.gridClear')}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
