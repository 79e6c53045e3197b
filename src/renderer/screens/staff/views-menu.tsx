import { Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconDeviceFloppy, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { filterLists, noFilter, parseFilter, type StaffFilter } from './filter.ts'

export type Mode = 'people' | 'indicators'

export interface ViewState {
  readonly filter: StaffFilter
  readonly quick: string
  readonly mode: Mode
  /** Columns not shown in either grid; null: as they are. */
  readonly hidden: readonly string[] | null
  readonly hiddenIndicatorColumns: readonly string[] | null
}

export interface ViewsMenuProps {
  readonly state: ViewState
  readonly onApply: (state: ViewState) => void
}

const screen = 'staff'

const standard: ViewState = { filter: noFilter, quick: '', mode: 'people', hidden: null, hiddenIndicatorColumns: null }

function parseView(text: string): ViewState {
  const keys = (list: unknown): readonly string[] | null =>
    Array.isArray(list) ? list.filter((key) => typeof key === 'string') : null
  try {
    const stored = JSON.parse(text) as Record<string, unknown>
    return {
      filter: parseFilter(stored.filter),
      quick: typeof stored.quick === 'string' ? stored.quick : '',
      mode: stored.mode === 'indicators' ? 'indicators' : 'people',
      hidden: keys(stored.hidden),
      hiddenIndicatorColumns: keys(stored.hiddenIndicatorColumns),
    }
  } catch {
    // A view of another version: the standard view is always there.
    return standard
  }
}

/** Whether two views show the same; the order in which columns were hidden does not matter. */
function isSame(one: ViewState, other: ViewState): boolean {
  const sorted = (keys: readonly string[] | null) => keys?.toSorted() ?? null
  const plain = (view: ViewState): string =>
    JSON.stringify([
      ...filterLists.map((list) => view.filter[list]),
      view.filter.order,
      view.quick,
      view.mode,
      sorted(view.hidden),
      sorted(view.hiddenIndicatorColumns),
    ])
  return plain(one) === plain(other)
}

/** "Tampilan ▾": named views of the workspace. */
export function ViewsMenu({ state, onApply }: ViewsMenuProps) {
  const t = useT()
  const views = useCall('views.list', { screen })
  const [current, setCurrent] = useState<string | null>(null)
  const [naming, setNaming] = useState<string | null>(null)
  const save = useCommand('views.save', {
    success: ({ name }) => t('staff.viewSaved', { name }),
    onSuccess: ({ name }) => {
      setCurrent(name)
      setNaming(null)
    },
  })
  const remove = useCommand('views.remove', { success: t('staff.viewRemoved') })
  const list = views.data ?? []
  const chosen = list.find((view) => view.name === current)
  // The name stands on the button only while the grid still shows what was kept under it.
  const inView = chosen !== undefined && isSame(parseView(chosen.state), state)
  return (
    <>
      <Menu withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} stroke={1.8} aria-hidden />}
            rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}
          >
            {inView ? t('staff.viewNamed', { name: chosen.name }) : t('staff.views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => {
              setCurrent(null)
              onApply(standard)
            }}
          >
            {t('staff.viewDefault')}
          </Menu.Item>
          {list.map((view) => (
            <Menu.Item
              key={view.id}
              onClick={() => {
                setCurrent(view.name)
                onApply(parseView(view.state))
              }}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconDeviceFloppy size={16} stroke={1.8} aria-hidden />}
            onClick={() => setNaming(chosen?.name ?? '')}
          >
            {t('staff.viewSave')}
          </Menu.Item>
          {list.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={<IconTrash size={16} stroke={1.8} aria-hidden />}
              onClick={() => remove.mutate({ id: view.id })}
            >
              {t('staff.viewRemove', { name: view.name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        open={naming !== null}
        title={t('staff.viewSaveTitle')}
        confirm={t('common.save')}
        busy={save.isPending}
        disabledReason={(naming ?? '').trim() === '' ? t('staff.viewNameNeeded') : null}
        onConfirm={() => save.mutate({ screen, name: (naming ?? '').trim(), state: JSON.stringify(state) })}
        onCancel={() => setNaming(null)}
      >
        <TextInput
          label={t('staff.viewName')}
          data-autofocus
          maxLength={100}
          value={naming ?? ''}
          onChange={(event) => setNaming(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  )
}
