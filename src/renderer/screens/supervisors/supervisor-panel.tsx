import type { CallOutput } from '#contract/contracts.ts'
import type { CaseRow, SupervisorRow } from '#contract/supervisors.ts'
import { expectationLevels, predicates } from '#domain/model/levels.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { TargetTrack } from '#renderer/ui/bar-against-target.tsx'
import { FigureList } from '#renderer/ui/figure-list.tsx'
import { Hint } from '#renderer/ui/hint.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { PlainTable, TableHead } from '#renderer/ui/plain-table.tsx'
import { shortPeriod } from '#renderer/ui/short-period.ts'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { Sparkline } from '#renderer/ui/sparkline.tsx'
import { QueryView } from '#renderer/ui/states.tsx'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import { DossierLink } from './dossier-link.tsx'
import styles from './supervisors.module.css'

type Detail = CallOutput<'supervisors.detail'>

interface SupervisorPanelProps {
  readonly periodId: PeriodSummary['id']
  readonly supervisorId: string
  readonly onClose: () => void
}

/** One supervisor: raw figures, distribution, history of the mean, and the people behind them. */
export function SupervisorPanel({ periodId, supervisorId, onClose }: SupervisorPanelProps) {
  const t = useT()
  const input = { periodId, supervisorId } as Parameters<typeof useCall<'supervisors.detail'>>[1]
  const query = useCall('supervisors.detail', input)
  const row = query.data?.row
  return (
    <SidePanel
      name="supervisor"
      title={row?.name ?? t('ui.comparisonName')}
      under={row === undefined ? undefined : <Under row={row} />}
      onClose={onClose}
    >
      <QueryView query={query}>
        {(data) => (
          <>
            <Figures row={data.row} />
            <Shares row={data.row} />
            <History history={data.history} />
            <Staff staff={data.staff} />
          </>
        )}
      </QueryView>
    </SidePanel>
  )
}

function Under({ row }: { readonly row: SupervisorRow }) {
  const t = useT()
  const parts = [row.post, row.unitName].filter((part) => part !== '')
  return <>{[...parts, t('common.employees', { count: row.people })].join(' · ')}</>
}

function Figures({ row }: { readonly row: SupervisorRow }) {
  const t = useT()
  const format = useFormat()
  const { score, achievement, difference } = row
  const interval = (low: number, high: number): string =>
    t('supervisors.interval', { low: format.number(low, 1), high: format.number(high, 1) })
  const points = (value: number | null): string =>
    value === null ? t('ui.notEnough') : t('supervisors.points', { value: format.signed(value, 1) })
  if (score.kind === 'too-few') {
    return (
      <PanelSection title={t('supervisors.panelFigures')} note={t('supervisors.raw')}>
        <p>{t('supervisors.panelTooFew', { n: score.n, required: score.required })}</p>
      </PanelSection>
    )
  }
  return (
    <PanelSection title={t('supervisors.panelFigures')} note={t('supervisors.raw')}>
      <FigureList
        rows={[
          [t('supervisors.mean'), <b key="mean">{format.number(score.mean, 1)}</b>],
          [t('supervisors.median'), format.number(score.median, 1)],
          [t('supervisors.deviation'), format.number(score.deviation, 1)],
          [t('supervisors.quartiles'), interval(score.lowQuartile, score.highQuartile)],
          [t('supervisors.range'), interval(score.lowest, score.highest)],
          [
            t('supervisors.meanIndex'),
            achievement.kind === 'told' ? format.number(achievement.mean, 1) : t('ui.notEnough'),
          ],
          [t('supervisors.scoreDifference'), points(difference.score)],
          [t('supervisors.achievementDifference'), points(difference.achievement)],
          [t('supervisors.gap'), <b key="gap">{points(difference.scoreOverAchievement)}</b>],
        ]}
      />
      <p className={styles.note}>
        <Hint>{t('supervisors.gapWhy')}</Hint>
      </p>
    </PanelSection>
  )
}

function Shares({ row }: { readonly row: SupervisorRow }) {
  const t = useT()
  const lines = expectationLevels
    .toReversed()
    .map((level) => ({ name: t(`ui.${level}Full`), count: row.levels[level] }))
  const others = predicates.toReversed().map((each) => ({ name: t(`ui.${each}`), count: row.predicates[each] }))
  return (
    <PanelSection title={t('supervisors.panelLevels')} note={t('supervisors.panelLevelsNote')}>
      <ShareList lines={lines} total={row.people} />
      <ShareList lines={others} total={row.people} />
    </PanelSection>
  )
}

interface ShareListProps {
  readonly lines: readonly { readonly name: string; readonly count: number }[]
  readonly total: number
}

function ShareList({ lines, total }: ShareListProps) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={styles.shares}>
      {lines.map(({ name, count }) => [
        <span key={`${name} name`}>{name}</span>,
        <TargetTrack
          key={`${name} bar`}
          share={total === 0 ? 0 : count / total}
          noTarget
          label={t('supervisors.peopleCount', { n: count })}
        />,
        <span key={`${name} count`} className={styles.count}>
          {format.number(count)}
        </span>,
      ])}
    </div>
  )
}

function History({ history }: { readonly history: Detail['history'] }) {
  const t = useT()
  if (history.length < 2) return null
  const points = history.map(({ name, score }) => ({
    label: shortPeriod(name),
    value: score.kind === 'told' ? score.mean : null,
  }))
  return points.every((point) => point.value === null) ? null : (
    <PanelSection title={t('supervisors.panelHistory')} note={t('supervisors.raw')}>
      <Sparkline points={points} />
    </PanelSection>
  )
}

function Staff({ staff }: { readonly staff: readonly CaseRow[] }) {
  const t = useT()
  const format = useFormat()
  const figure = (value: number | null, decimals: number): string =>
    value === null ? t('ui.notEnough') : format.number(value, decimals)
  return (
    <PanelSection title={t('supervisors.panelStaff')}>
      <PlainTable long>
        <TableHead
          columns={[
            { name: t('supervisors.employee') },
            { name: t('supervisors.score'), isFigure: true },
            { name: t('supervisors.achievement'), isFigure: true },
            { name: t('supervisors.level') },
          ]}
        />
        <tbody>
          {staff.map((row) => (
            <tr key={row.employeeId}>
              <td>
                <DossierLink row={row} />
              </td>
              <td data-align="right">{figure(row.score, 2)}</td>
              <td data-align="right">{figure(row.achievement, 1)}</td>
              <td>{row.workLevel === null ? t('ui.notRated') : t(`ui.${row.workLevel}`)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </PanelSection>
  )
}
