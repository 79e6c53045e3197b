import { IconCheck, IconChecklist, IconEdit, IconPlus, IconRotate, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { useCommands } from '#renderer/ui/commands.tsx'
import { DataGrid } from '#renderer/ui/data-grid/data-grid.tsx'
import type { CellChange, GridMenuItem } from '#renderer/ui/data-grid/types.ts'
import records from '#renderer/ui/records.module.css'
import { Rich } from '#renderer/ui/rich.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { type PeriodSummary, useWorkspace } from '#renderer/ui/workspace-context.ts'
import { editOf } from './cell-edits.ts'
import { followUpColumns } from './columns.tsx'
import { FollowUpPanel } from './follow-up-panel.tsx'
import { type Filter, type FollowUpRow, filters, isLate, matches } from './types.ts'

/** Who does what by when; what is open from earlier periods comes along. */
export function Screen() {
  const t = useT()
  const { period } = useWorkspace()
  if (period === null) {
    return (
      <EmptyState icon={IconChecklist} title={t('common.periodNone')}>
        {t('followUps.noPeriod')}
      </EmptyState>
    )
  }
  return <FollowUps key={period.id} period={period} />
}

type Panel = { readonly kind: 'new' } | { readonly kind: 'edit'; readonly id: string }

function FollowUps({ period }: { readonly period: PeriodSummary }) {
  const t = useT()
  const [filter, setFilter] = useState<Filter>('open')
  const [panel, setPanel] = useState<Panel | null>(null)
  const query = useCall('followUps.list', { periodId: period.id })
  const all = query.data ?? []
  const shown = useMemo(() => (query.data ?? []).filter((row) => matches(row, filter)), [query.data, filter])
  const late = all.filter(isLate).length
  const add = (): void => setPanel({ kind: 'new' })
  useCommands([{ id: 'follow-ups.add', label: t('followUps.add'), icon: IconPlus, run: add }])
  useStatusBar([
    { id: 'count', text: t('followUps.statusCount', { count: shown.length }) },
    ...(late === 0
      ? []
      : [{ id: 'late', text: t('followUps.statusLate', { count: late }), tone: 'attention' as const }]),
  ])
  const editing = panel?.kind === 'edit' ? (all.find((row) => row.id === panel.id) ?? null) : null
  return (
    <ScreenLayout
      title={t('followUps.title')}
      sentence={<Sentence rows={all} periodName={period.name} />}
      aside={
        <Segmented
          label={t('followUps.filter')}
          value={filter}
          options={filters.map((value) => ({ value, label: t(`followUps.filter-${value}`) }))}
          onChange={setFilter}
        />
      }
      actions={
        <Action kind="primary" icon={IconPlus} onClick={add}>
          {t('followUps.add')}
        </Action>
      }
    >
      <div className={records.grid}>
        <QueryView query={query} lines={10}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={IconChecklist} title={t('followUps.emptyTitle')}>
                {t('followUps.emptyText')}
              </EmptyState>
            ) : (
              <Grid
                rows={shown}
                current={editing?.id ?? null}
                onOpen={(row) => setPanel({ kind: 'edit', id: row.id })}
              />
            )
          }
        </QueryView>
      </div>
      {panel?.kind === 'new' || editing !== null ? (
        <FollowUpPanel key={editing?.id ?? 'new'} periodId={period.id} row={editing} onClose={() => setPanel(null)} />
      ) : null}
    </ScreenLayout>
  )
}

function Sentence({ rows, periodName }: { readonly rows: readonly FollowUpRow[]; readonly periodName: string }) {
  const t = useT()
  const open = rows.filter((row) => row.state === 'open')
  const carried = rows.filter((row) => row.carriedOver).length
  const words = {
    open: open.length,
    late: open.filter(isLate).length,
    done: rows.filter((row) => row.state === 'done').length,
    period: periodName,
  }
  const more = carried === 0 ? '' : ` ${t('followUps.sentenceCarried', { count: carried })}`
  return <Rich text={t('followUps.sentence', words) + more} />
}

interface GridProps {
  readonly rows: readonly FollowUpRow[]
  readonly current: string | null
  readonly onOpen: (row: FollowUpRow) => void
}

function Grid({ rows, current, onOpen }: GridProps) {
  const t = useT()
  const edit = useCommand('followUps.edit', { quiet: true })
  const mark = useCommand('followUps.edit')
  const remove = useCommand('followUps.remove', { success: t('followUps.removed') })
  const columns = useMemo(() => followUpColumns(t), [t])
  const setState = (row: FollowUpRow, state: FollowUpRow['state']): void =>
    mark.mutate({ edits: [{ followUpId: row.id, fields: { state } }] })
  const menuItems: readonly GridMenuItem<FollowUpRow>[] = [
    { id: 'edit', label: t('followUps.editRow'), icon: IconEdit, run: onOpen },
    { id: 'done', label: t('followUps.markDone'), icon: IconCheck, run: (row) => setState(row, 'done') },
    { id: 'open', label: t('followUps.markOpen'), icon: IconRotate, run: (row) => setState(row, 'open') },
    {
      id: 'remove',
      label: t('followUps.removeRow'),
      icon: IconTrash,
      run: (row) => remove.mutate({ followUpId: row.id }),
    },
  ]
  const onChanges = async (changes: readonly CellChange[]): Promise<undefined> => {
    const edits = changes.flatMap(editOf)
    if (edits.length > 0) await edit.mutateAsync({ edits })
  }
  return (
    <DataGrid<FollowUpRow>
      label={t('followUps.grid')}
      name="follow-ups"
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      currentRowId={current}
      onOpen={onOpen}
      onChanges={onChanges}
      menuItems={menuItems}
      empty={t('followUps.nothingFound')}
    />
  )
}
