import { useHotkeys } from '@mantine/hooks'
import { IconEye, IconPlayerPlay, IconUserOff } from '@tabler/icons-react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { BarAgainstTarget } from '#renderer/ui/bar-against-target.tsx'
import { Ladder, type LadderRow } from '#renderer/ui/ladder.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { CaseCalibration } from './case-calibration.tsx'
import styles from './meeting.module.css'
import { RecusalMenu } from './recusal-menu.tsx'
import { RelatedNotices } from './related.tsx'
import type { CaseData, RoomData } from './types.ts'
import { type CaseProposals, useCaseProposals } from './use-case-proposals.ts'
import { whenFree } from './use-room-keys.ts'

/** One case: evidence, feedback, role and behaviour first; the scores stay folded until they are opened. */
export function CaseCard({ room, card }: { readonly room: RoomData; readonly card: CaseData }) {
  const t = useT()
  const { person } = card
  return (
    <section className={styles.card} aria-label={person.name}>
      <header className={styles.cardHead}>
        <div>
          <h2>{person.name}</h2>
          <p>
            {[person.post, person.unit].filter((part) => part !== '').join(' · ')} · {card.item.code}
          </p>
          <p>
            {t('meeting.supervisor')} {person.supervisor}
          </p>
        </div>
        <div className={styles.cardTools}>
          <StartCase room={room} card={card} />
          <RecusalMenu room={room} card={card} />
        </div>
      </header>
      <CaseNotices room={room} card={card} />
      <Evidence card={card} />
      <Feedback card={card} />
      <PanelSection title={t('meeting.roleInTeam')}>
        <p className={styles.text}>
          {card.role.served === 0
            ? t('meeting.roleNone')
            : t('meeting.roleServed', { served: card.role.served, ofTeam: card.role.ofTeam })}
        </p>
        {card.role.leaderResults.length === 0 ? null : (
          <ul className={styles.plainList}>
            {card.role.leaderResults.map((result) => (
              <li key={result}>{result}</li>
            ))}
          </ul>
        )}
      </PanelSection>
      <Scores room={room} card={card} />
    </section>
  )
}

/** Takes up a case that only lies open: its time runs from here. */
function StartCase({ room, card }: { readonly room: RoomData; readonly card: CaseData }) {
  const t = useT()
  const start = useCommand('meetings.startCase', { undoable: false })
  const duty = useDutyReason('meetings.startCase')
  const { state } = card.item
  const waits = state === 'waiting' || state === 'deferred'
  const startNow = (): void => start.mutate({ meetingId: room.meeting.id, employeeId: card.person.employeeId })
  useHotkeys([['m', whenFree(() => waits && duty === null && startNow())]])
  if (!waits) return null
  return (
    <Action size="small" icon={IconPlayerPlay} keys="M" busy={start.isPending} disabledReason={duty} onClick={startNow}>
      {t('meeting.startCase')}
    </Action>
  )
}

function CaseNotices({ room, card }: { readonly room: RoomData; readonly card: CaseData }) {
  const t = useT()
  const { person } = card
  const names = card.recusals.map((recusal) => recusal.participantName)
  const leader = room.participants.find((participant) => participant.id === card.leaderId)
  const chairLeft = leader !== undefined && leader.role !== 'chair'
  return (
    <div className={styles.notices}>
      {names.length === 0 ? null : (
        <Banner tone="information" icon={IconUserOff}>
          {t('meeting.recusedCase', { names: names.join(', ') })}{' '}
          {chairLeft ? t('meeting.leaderCase', { name: leader.name }) : null}
        </Banner>
      )}
      <RelatedNotices room={room} card={card} />
      {card.quorum.reached ? null : (
        <Banner tone="attention">
          {t('meeting.caseQuorum', { present: card.quorum.present, required: card.quorum.required ?? 1 })}
        </Banner>
      )}
      {person.organisationUnit !== null && person.organisationPredicate === null ? (
        <Banner tone="attention">{t('meeting.organisationMissing', { unit: person.organisationUnit })}</Banner>
      ) : null}
      {card.printedConflict && card.printedPredicate !== null && card.original.predicate !== null ? (
        <Banner tone="attention">
          {t('meeting.conflictText', {
            printed: t(`ui.${card.printedPredicate}`),
            quadrant: t(`ui.${card.original.predicate}`),
          })}
        </Banner>
      ) : null}
    </div>
  )
}

function Evidence({ card }: { readonly card: CaseData }) {
  const t = useT()
  return (
    <PanelSection title={t('meeting.evidence')} note={t('meeting.evidenceNote')}>
      {card.evidence.length === 0 ? <p className={styles.text}>{t('meeting.noEvidence')}</p> : null}
      {card.evidence.map((line) => (
        <BarAgainstTarget
          key={line.indicatorId}
          label={line.statement === '' ? line.workResult : line.statement}
          value={line.realisation === '' ? t('meeting.noRealisation') : line.realisation}
          target={line.target === '' ? null : line.target}
          share={line.index === null ? null : line.index / 100}
          low={line.index !== null && line.index < 100}
        />
      ))}
    </PanelSection>
  )
}

function Feedback({ card }: { readonly card: CaseData }) {
  const t = useT()
  const format = useFormat()
  return (
    <PanelSection title={t('meeting.feedback')} note={t('meeting.feedbackNote', { count: card.feedback.length })}>
      {card.feedback.length === 0 ? <p className={styles.text}>{t('meeting.noFeedback')}</p> : null}
      {card.feedback.map((entry) => (
        <blockquote key={entry.id} className={styles.quote}>
          “{entry.text}”
          <small>
            {t(`meeting.from-${entry.fromRole}`)}
            {entry.givenOn === null ? '' : ` · ${format.date(entry.givenOn)}`}
          </small>
        </blockquote>
      ))}
    </PanelSection>
  )
}

function Scores({ room, card }: { readonly room: RoomData; readonly card: CaseData }) {
  const t = useT()
  const format = useFormat()
  const open = useCommand('meetings.openScores')
  const duty = useDutyReason('meetings.openScores')
  const { item, person } = card
  const openedAt = item.scoresOpenedAt
  const openNow = (): void => open.mutate({ meetingId: room.meeting.id, employeeId: person.employeeId })
  useHotkeys([['o', whenFree(() => openedAt === null && duty === null && openNow())]])
  if (openedAt === null) {
    return (
      <PanelSection title={t('meeting.ladder')}>
        <div className={styles.folded}>
          <p className={styles.text}>{t('meeting.openScoresText')}</p>
          <Action icon={IconEye} keys="O" busy={open.isPending} disabledReason={duty} onClick={openNow}>
            {t('meeting.openScores')}
          </Action>
        </div>
      </PanelSection>
    )
  }
  return (
    <>
      <PanelSection title={t('meeting.ladder')} note={t('meeting.ladderOpened', { time: format.time(openedAt) })}>
        <WorkLadder room={room} card={card} />
        {card.originalReasons.work === '' ? null : (
          <p className={styles.text}>{t('meeting.supervisorReason', { reason: card.originalReasons.work })}</p>
        )}
      </PanelSection>
      <PanelSection title={t('meeting.behaviour')}>
        <BehaviourScores card={card} />
        {card.originalReasons.behaviour === '' ? null : (
          <p className={styles.text}>{t('meeting.supervisorReason', { reason: card.originalReasons.behaviour })}</p>
        )}
      </PanelSection>
      <CaseCalibration room={room} card={card} />
    </>
  )
}

function WorkLadder({ room, card }: { readonly room: RoomData; readonly card: CaseData }) {
  const t = useT()
  const proposals = useCaseProposals(room, card)
  const { work, bands } = card
  if (work.score === null) {
    return <p className={styles.text}>{t('meeting.scoreIncomplete', { present: work.present, total: work.total })}</p>
  }
  const earlier = card.history.flatMap((period): LadderRow[] =>
    period.workScore === null ? [] : [{ label: period.period, value: period.workScore, kind: 'other' }],
  )
  return (
    <Ladder
      rows={[
        { label: t('meeting.initial'), value: work.score, kind: 'initial', decimals: 2 },
        ...proposalRow(proposals, t('meeting.calibrationRow')),
        ...earlier.toReversed(),
      ]}
      bands={[
        { label: t('ui.below'), from: 0, to: bands.work.meets },
        { label: t('ui.meets'), from: bands.work.meets, to: bands.work.above },
        { label: t('ui.above'), from: bands.work.above, to: 100 },
      ]}
    />
  )
}

/** The proposal for the work score with its interval, where there is one and the data did not change since. */
function proposalRow(proposals: CaseProposals | null, label: string): readonly LadderRow[] {
  if (proposals === null || !proposals.isCurrent) return []
  const work = proposals.dimensions.find(({ dimension }) => dimension === 'work-results')?.proposal
  if (work?.kind !== 'proposed') return []
  return [{ label, value: work.score, range: { low: work.low, high: work.high }, kind: 'proposal', decimals: 1 }]
}

function BehaviourScores({ card }: { readonly card: CaseData }) {
  const t = useT()
  const format = useFormat()
  const guide = useCall('meetings.behaviourGuide', {})
  if (card.behaviourScores.length === 0) return <p className={styles.text}>{t('meeting.behaviourNone')}</p>
  const guideOf = (code: string) => guide.data?.find((value) => value.code === code)
  return (
    <>
      {card.behaviour.score === null ? null : (
        <p className={styles.text}>
          <b className="num">{format.number(card.behaviour.score, 2)}</b>
          {card.behaviour.suggested === null ? '' : ` · ${t(`ui.${card.behaviour.suggested}Full`)}`}
        </p>
      )}
      <ul className={styles.behaviours}>
        {card.behaviourScores.map((entry) => (
          <li key={entry.value} title={guideOf(entry.value)?.guides.join('\n')}>
            <span>{guideOf(entry.value)?.name ?? entry.value}</span>
            <b className="num">{entry.score}</b>
            {entry.note === '' ? null : <small>{entry.note}</small>}
          </li>
        ))}
      </ul>
    </>
  )
}
