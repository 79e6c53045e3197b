import { periodStages } from '#domain/model/period.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import styles from './overview.module.css'
import type { Overview } from './screen.tsx'

/** The four stages; the current one in accent and in words. */
export function Stages({ overview }: { readonly overview: Overview }) {
  const t = useT()
  const words = useStageWords(overview)
  const current = periodStages.indexOf(overview.stage)
  return (
    <ol className={styles.stages} aria-label={t('overview.stages')}>
      {periodStages.map((stage, place) => (
        <li
          key={stage}
          className={cx(styles.stage, place === current && styles.now, place > current && styles.later)}
          aria-current={place === current ? 'step' : undefined}
        >
          <b>
            {place === current
              ? t('overview.stageNow', { stage: t(`overview.stage-${stage}`) })
              : t(`overview.stage-${stage}`)}
          </b>
          <span>{words[stage]}</span>
        </li>
      ))}
    </ol>
  )
}

function useStageWords({ counts, endsOn, today, meeting, stage }: Overview) {
  const t = useT()
  const format = useFormat()
  const ended = today > endsOn
  const cases = { decided: meeting?.decided ?? 0, cases: meeting?.cases ?? 0 }
  const meetingWords =
    meeting === null
      ? t('overview.meetingNone')
      : {
          planned: t('overview.meetingPlanned', { date: format.date(meeting.heldOn) }),
          open: t('overview.meetingOpen', cases),
          closed: t('overview.meetingClosed', cases),
        }[meeting.state]
  return {
    planning: t('overview.stagePlans', { plans: counts.plans, people: counts.people }),
    monitoring: t(ended ? 'overview.stageEnded' : 'overview.stageEnds', { date: format.date(endsOn) }),
    evaluation: meetingWords,
    'follow-up':
      stage === 'follow-up' || counts.followUpsOpen > 0
        ? t('overview.stageFollowUps', { count: counts.followUpsOpen })
        : t('overview.stageLater'),
  }
}
