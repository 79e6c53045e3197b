import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { predicateOf } from '#domain/rules/quadrant.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { PredicateMark } from '#renderer/ui/predicate.tsx'
import styles from './meeting.module.css'
import { ReasonDialog } from './reason-dialog.tsx'
import type { CaseData, RoomData } from './types.ts'

interface DecidedCaseProps {
  readonly room: RoomData
  readonly card: CaseData
  readonly decision: NonNullable<CaseData['decision']>
}

/** A decided case: original → final with its grounds, the supervisor's later answer, and the way back. */
export function DecidedCase({ room, card, decision }: DecidedCaseProps) {
  const t = useT()
  const format = useFormat()
  const [revoking, setRevoking] = useState(false)
  // What the meeting proposes is what its members look for here; the assessment that stands is named beside it.
  const shown =
    decision.outcome === 'proposal'
      ? predicateOf(decision.proposedWorkLevel, decision.proposedBehaviourLevel)
      : decision.finalPredicate
  const consentWay = card.supervisorPresent ? ('in-meeting' as const) : ('written' as const)
  const subject = { meetingId: room.meeting.id, employeeId: card.person.employeeId }
  const revoke = useCommand('meetings.revokeDecision', { onSuccess: () => setRevoking(false) })
  const consent = useCommand('meetings.setConsent', { success: t('meeting.recorded') })
  return (
    <section className={styles.decision} aria-label={t('meeting.decided')}>
      <div className={styles.decisionBody}>
        <PanelSection title={t('meeting.decided')} note={format.time(decision.decidedAt)}>
          <div className={styles.result}>
            {shown === null ? t('meeting.notRated') : <PredicateMark value={shown} size="large" strong />}
            <span className={styles.initial}>
              {t('meeting.initial')}
              <b>
                {decision.originalPredicate === null ? t('meeting.notRated') : t(`ui.${decision.originalPredicate}`)}
              </b>
            </span>
          </div>
          {decision.outcome === 'proposal' ? (
            <p className={styles.text}>
              {t('meeting.proposedLevels', {
                work: t(`ui.${decision.proposedWorkLevel}Full`).toLowerCase(),
                behaviour: t(`ui.${decision.proposedBehaviourLevel}Full`).toLowerCase(),
              })}
            </p>
          ) : null}
          <p className={styles.text}>{t(`meeting.outcome-${decision.outcome}`)}</p>
        </PanelSection>
        <Grounds decision={decision} />
        {decision.outcome === 'proposal' ? (
          <PanelSection title={t('meeting.consentOf', { name: card.person.supervisor })}>
            <div className={styles.consentButtons}>
              <Action
                icon={IconCheck}
                busy={consent.isPending}
                onClick={() => consent.mutate({ ...subject, consent: 'agreed', consentWay })}
              >
                {t('meeting.giveConsent')}
              </Action>
              <Action icon={IconX} onClick={() => consent.mutate({ ...subject, consent: 'declined', consentWay })}>
                {t('meeting.declineConsent')}
              </Action>
            </div>
          </PanelSection>
        ) : null}
      </div>
      <footer className={styles.decisionFoot}>
        <Action kind="danger" icon={IconArrowBackUp} onClick={() => setRevoking(true)}>
          {t('meeting.takeBack')}
        </Action>
      </footer>
      <ReasonDialog
        open={revoking}
        danger
        title={t('meeting.takeBackAsk', { code: card.item.code })}
        text={t('meeting.takeBackText')}
        label={t('meeting.takeBackReason')}
        required
        confirm={t('meeting.takeBack')}
        busy={revoke.isPending}
        onCancel={() => setRevoking(false)}
        onConfirm={(reason) => revoke.mutate({ ...subject, reason })}
      />
    </section>
  )
}

function Grounds({ decision }: { readonly decision: DecidedCaseProps['decision'] }) {
  const t = useT()
  const locale = useLocale()
  const reasons = useCall('meetings.reasons', {})
  const coded = reasons.data?.find((reason) => reason.code === decision.reasonCode)
  if (coded === undefined && decision.reason === '' && decision.evidence.length === 0) return null
  return (
    <PanelSection title={t('meeting.reason')}>
      {coded === undefined ? null : (
        <p className={styles.text}>
          <b>{coded.code}</b> {coded[locale]}
        </p>
      )}
      {decision.reason === '' ? null : <p className={styles.text}>{decision.reason}</p>}
      <ul className={styles.plainList}>
        {decision.evidence.map((link) => (
          <li key={`${link.targetId}:${link.label}`}>{link.label}</li>
        ))}
      </ul>
      {decision.dissent === '' ? null : (
        <p className={styles.text}>
          {t('meeting.dissent')}: {decision.dissent}
        </p>
      )}
    </PanelSection>
  )
}
