import { Checkbox, TextInput } from '@mantine/core'
import { IconHeartHandshake, IconLock, IconPlus, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { DataGrid } from '#renderer/ui/data-grid/data-grid.tsx'
import records from '#renderer/ui/records.module.css'
import { Rich } from '#renderer/ui/rich.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { type PeriodSummary, useWorkspace } from '#renderer/ui/workspace-context.ts'
import { raterColumns, relationColumns } from './columns.tsx'
import { RelationPanel } from './relation-panel.tsx'
import styles from './relations.module.css'
import { StatementPanel } from './statement-panel.tsx'
import {
  isStanding,
  matches,
  type Rater,
  type RelationList,
  type RelationRow,
  raterValue,
  type View,
  views,
} from './types.ts'

/** Who declared which relation to whom, and who has not handed in a statement yet. For chair and secretary. */
export function Screen() {
  const t = useT()
  const { period } = useWorkspace()
  const closed = useDutyReason('relations.list')
  if (closed !== null) {
    return (
      <ScreenLayout title={t('relations.title')}>
        <EmptyState icon={IconLock} title={t('relations.closedTitle')}>
          {t('relations.closedText')} {closed}
        </EmptyState>
      </ScreenLayout>
    )
  }
  if (period === null) {
    return (
      <ScreenLayout title={t('relations.title')}>
        <EmptyState icon={IconHeartHandshake} title={t('common.periodNone')}>
          {t('relations.noPeriod')}
        </EmptyState>
      </ScreenLayout>
    )
  }
  return <Relations key={period.id} period={period} />
}

type Panel =
  | { readonly kind: 'new'; readonly holder: string | null }
  | { readonly kind: 'relation'; readonly id: string }
  | { readonly kind: 'rater'; readonly value: string }

function Relations({ period }: { readonly period: PeriodSummary }) {
  const t = useT()
  const [view, setView] = useState<View>('relations')
  const [panel, setPanel] = useState<Panel | null>(null)
  const list = useCall('relations.list', { periodId: period.id })
  const raters = useCall('relations.raters', { periodId: period.id })
  const rows = list.data?.relations ?? []
  const people = raters.data ?? []
  const stated = people.filter(({ statement }) => statement !== null).length
  const mayWrite = useDutyReason('relations.save')
  const standing = list.data?.standing ?? 0
  const missing = people.length - stated
  useStatusBar([
    { id: 'standing', text: t('relations.statusStanding', { count: standing }) },
    {
      id: 'recuse',
      text: t('relations.statusRecuse', { count: rows.filter((row) => isStanding(row) && row.recuses).length }),
    },
    ...(missing === 0
      ? []
      : [{ id: 'missing', text: t('relations.statusMissing', { count: missing }), tone: 'attention' as const }]),
  ])
  const words = { standing, stated, raters: people.length, period: period.name }
  return (
    <ScreenLayout
      title={t('relations.title')}
      badges={<Tag icon={IconLock}>{t('relations.badge')}</Tag>}
      sentence={<Rich text={t('relations.sentence', words)} />}
      aside={
        <Segmented
          label={t('relations.view')}
          value={view}
          options={views.map((value) => ({ value, label: t(`relations.view-${value}`) }))}
          onChange={(next) => {
            setView(next)
            setPanel(null)
          }}
        />
      }
      actions={
        <Action
          kind="primary"
          icon={IconPlus}
          disabledReason={mayWrite}
          onClick={() => setPanel({ kind: 'new', holder: null })}
        >
          {t('relations.add')}
        </Action>
      }
    >
      <div className={records.grid}>
        {view === 'relations' ? (
          <QueryView query={list} lines={10}>
            {(data) => (
              <RelationGrid
                rows={data.relations}
                current={panel?.kind === 'relation' ? panel.id : null}
                onOpen={(row) => setPanel({ kind: 'relation', id: row.id })}
              />
            )}
          </QueryView>
        ) : (
          <QueryView query={raters} lines={10}>
            {(data) => (
              <RaterGrid
                rows={data}
                current={panel?.kind === 'rater' ? panel.value : null}
                onOpen={(row) => setPanel({ kind: 'rater', value: raterValue(row) })}
              />
            )}
          </QueryView>
        )}
      </div>
      {list.data === undefined ? null : (
        <OpenPanel period={period} panel={panel} list={list.data} raters={people} setPanel={setPanel} />
      )}
    </ScreenLayout>
  )
}

interface OpenPanelProps {
  readonly period: PeriodSummary
  readonly panel: Panel | null
  readonly list: RelationList
  readonly raters: readonly Rater[]
  readonly setPanel: (panel: Panel | null) => void
}

/** What stands open at the right: a new declaration, one on record, or one of those who are asked. */
function OpenPanel({ period, panel, list, raters, setPanel }: OpenPanelProps) {
  const { relations, today } = list
  const close = (): void => setPanel(null)
  if (panel === null) return null
  if (panel.kind === 'rater') {
    const rater = raters.find((row) => raterValue(row) === panel.value)
    if (rater === undefined) return null
    return (
      <StatementPanel
        key={panel.value}
        period={period}
        rater={rater}
        relations={relations.filter((row) => isStanding(row) && raterValue(raterOf(row)) === panel.value)}
        today={today}
        onDeclare={() => setPanel({ kind: 'new', holder: panel.value })}
        onOpen={(id) => setPanel({ kind: 'relation', id })}
        onClose={close}
      />
    )
  }
  const row = panel.kind === 'relation' ? relations.find(({ id }) => id === panel.id) : null
  if (row === undefined) return null
  const holder = panel.kind === 'new' ? panel.holder : null
  return (
    <RelationPanel
      key={row?.id ?? `new ${holder}`}
      periodId={period.id}
      row={row}
      raters={raters}
      holder={holder}
      today={today}
      onClose={close}
    />
  )
}

const raterOf = ({ holderId, holderName }: RelationRow): Pick<Rater, 'holderId' | 'name'> => ({
  holderId,
  name: holderName,
})

interface GridProps<Row> {
  readonly rows: readonly Row[]
  readonly current: string | null
  readonly onOpen: (row: Row) => void
}

function RelationGrid({ rows, current, onOpen }: GridProps<RelationRow>) {
  const t = useT()
  const format = useFormat()
  const [text, setText] = useState('')
  const [withdrawn, setWithdrawn] = useState(false)
  const columns = useMemo(() => relationColumns(t, format), [t, format])
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (withdrawn || isStanding(row)) &&
          matches(text, row.holder.name, row.holder.nip, row.subject.name, row.subject.nip),
      ),
    [rows, text, withdrawn],
  )
  if (rows.length === 0) {
    return (
      <EmptyState icon={IconHeartHandshake} title={t('relations.emptyTitle')}>
        {t('relations.emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      <div className={styles.tools}>
        <FindField text={text} placeholder={t('relations.findPlaceholder')} onChange={setText} />
        <Checkbox
          label={t('relations.showWithdrawn')}
          checked={withdrawn}
          onChange={(event) => setWithdrawn(event.currentTarget.checked)}
        />
      </div>
      <DataGrid<RelationRow>
        label={t('relations.grid')}
        name="relations"
        rows={shown}
        columns={columns}
        rowId={(row) => row.id}
        currentRowId={current}
        onOpen={onOpen}
        menuItems={[{ id: 'edit', label: t('relations.editRow'), run: onOpen }]}
        empty={t('relations.nothingFound')}
      />
    </>
  )
}

function RaterGrid({ rows, current, onOpen }: GridProps<Rater>) {
  const t = useT()
  const [text, setText] = useState('')
  const columns = useMemo(() => raterColumns(t), [t])
  const shown = useMemo(() => rows.filter((row) => matches(text, row.name, row.post, row.unit)), [rows, text])
  return (
    <>
      <div className={styles.tools}>
        <FindField text={text} placeholder={t('relations.findRater')} onChange={setText} />
      </div>
      <DataGrid<Rater>
        label={t('relations.raters')}
        name="relation-raters"
        rows={shown}
        columns={columns}
        rowId={raterValue}
        currentRowId={current}
        onOpen={onOpen}
        menuItems={[{ id: 'open', label: t('relations.receive'), run: onOpen }]}
        empty={t('relations.nothingFound')}
      />
    </>
  )
}

interface FindFieldProps {
  readonly text: string
  readonly placeholder: string
  readonly onChange: (text: string) => void
}

function FindField({ text, placeholder, onChange }: FindFieldProps) {
  const t = useT()
  return (
    <TextInput
      className={styles.find ?? ''}
      aria-label={t('relations.find')}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
