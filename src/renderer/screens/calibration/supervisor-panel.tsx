import type { CalibratedSupervisor } from '#domain/calibration/calibration-result.ts'
import { scoreOf } from '#domain/calibration/shown-result.ts'
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
import { type Calibrated, employeeName } from './calibrated.ts'
import styles from './calibration.module.css'
import { EmployeeLink } from './employee-link.tsx'
import { habitRows, leniencyRows, scoreBins, supervisorSentences, targetRows } from './supervisor-figures.ts'
import { type Cases, useTeam } from './use-cases.ts'

interface SupervisorPanelProps {
  readonly calibrated: Calibrated
  readonly supervisor: CalibratedSupervisor
  readonly periodId: PeriodSummary['id']
  readonly onClose: () => void
}

/** One supervisor: sentences first, then the figures behind them, the scores, and the people. */
export function SupervisorPanel({ calibrated, supervisor, periodId, onClose }: SupervisorPanelProps) {
  const t = useT()
  const format = useFormat()
  const who = calibrated.supervisors.get(supervisor.supervisor)
  const under = [who?.post, who?.unitName, t('common.employees', { count: supervisor.people })]
  const leniency = leniencyRows(calibrated, supervisor, t, format)
  const targets = targetRows(supervisor, t, format)
  const team = useTeam(calibrated, supervisor.supervisor)
  return (
    <SidePanel
      name="calibration"
      title={who?.name ?? supervisor.supervisor}
      under={under.filter((part) => part !== undefined && part !== '').join(' · ')}
      onClose={onClose}
    >
      <div className={styles.said}>
        {supervisorSentences(calibrated, supervisor, t, format).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {leniency.length === 0 ? null : (
        <PanelSection title={t('calibration.supervisorFigures')}>
          <FigureList rows={leniency} />
        </PanelSection>
      )}
      <PanelSection title={t('calibration.habits')}>
        <FigureList rows={habitRows(supervisor, t, format)} />
      </PanelSection>
      {team.data === undefined ? null : <Distribution calibrated={calibrated} team={team.data} />}
      {targets.length === 0 ? null : (
        <PanelSection title={t('calibration.targets')}>
          <FigureList rows={targets} />
        </PanelSection>
      )}
      <History periodId={periodId} supervisorId={supervisor.supervisor} />
      <PanelSection title={t('calibration.team')} note={t('calibration.proposalWhy')}>
        <QueryView query={team} lines={6}>
          {(people) => <Team team={people} />}
        </QueryView>
      </PanelSection>
    </SidePanel>
  )
}

interface DistributionProps extends Pick<SupervisorPanelProps, 'calibrated'> {
  readonly team: Cases
}

function Distribution({ calibrated, team }: DistributionProps) {
  const t = useT()
  const format = useFormat()
  const bins = scoreBins(team.cases)
  const most = Math.max(...bins.map(({ count }) => count))
  return bins.length === 0 ? null : (
    <PanelSection
      title={t('calibration.distribution')}
      note={t(`calibration.dimension-${calibrated.result.dimension}`)}
    >
      <div className={styles.bins}>
        {bins.map(({ from, to, count }) => [
          <span key={`${from} name`}>{t('calibration.distributionOf', { from, to })}</span>,
          <TargetTrack
            key={`${from} bar`}
            share={count / most}
            noTarget
            label={t('calibration.peopleCount', { count })}
          />,
          <span key={`${from} count`} className={styles.count}>
            {format.number(count)}
          </span>,
        ])}
      </div>
    </PanelSection>
  )
}

interface HistoryProps {
  readonly periodId: PeriodSummary['id']
  readonly supervisorId: string
}

/** Means of the periods, as they were given: how this supervisor moved, beside how the team's achievement moved. */
function History({ periodId, supervisorId }: HistoryProps) {
  const t = useT()
  const input = { periodId, supervisorId } as Parameters<typeof useCall<'supervisors.detail'>>[1]
  const { data } = useCall('supervisors.detail', input)
  if (data === undefined || data.history.length < 2) return null
  const points = (of: 'score' | 'achievement') =>
    data.history.map((one) => ({ label: shortPeriod(one.name), value: one[of].kind === 'told' ? one[of].mean : null }))
  const [scores, achievements] = [points('score'), points('achievement')]
  if (scores.every(({ value }) => value === null)) return null
  return (
    <PanelSection title={t('calibration.history')} note={t('calibration.historyNote')}>
      <Sparkline points={scores} />
      {achievements.every(({ value }) => value === null) ? null : (
        <>
          <Hint below>{t('calibration.historyAchievement')}</Hint>
          <Sparkline points={achievements} />
        </>
      )}
    </PanelSection>
  )
}

function Team({ team }: Pick<DistributionProps, 'team'>) {
  const t = useT()
  const format = useFormat()
  return (
    <PlainTable long>
      <TableHead
        columns={[
          { name: t('calibration.employee') },
          { name: t('calibration.score'), isFigure: true },
          { name: t('calibration.proposal'), isFigure: true },
          { name: t('calibration.difference'), isFigure: true },
        ]}
      />
      <tbody>
        {team.cases.map((one) => {
          const [name, score] = [employeeName(team, one.employee), scoreOf(one)]
          return (
            <tr key={one.employee}>
              <td>
                <EmployeeLink employeeId={one.employee} name={name} />
              </td>
              <td data-align="right">{score === null ? t('calibration.noScore') : format.number(score, 2)}</td>
              <td data-align="right">
                {one.proposal.kind === 'proposed'
                  ? format.number(one.proposal.score, 1)
                  : t('calibration.proposalNone')}
              </td>
              <td data-align="right">
                {one.individual.kind === 'value' ? format.signed(one.individual.points, 1) : t('ui.notEnough')}
              </td>
            </tr>
          )
        })}
      </tbody>
    </PlainTable>
  )
}
