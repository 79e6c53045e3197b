import type { Dossier } from '#contract/dossier.ts'
import type { Predicate } from '#domain/model/levels.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import styles from './dossier.module.css'
import { DossierSection } from './section.tsx'

/** The ledger: the supervisor's original beside what the meeting recorded, and what was agreed to follow. */
export function DecisionsSection({ dossier }: { readonly dossier: Dossier }) {
  const t = useT()
  const format = useFormat()
  const name = (predicate: Predicate | null): string =>
    predicate === null ? t('dossier.noPredicate') : t(`ui.${predicate}`)
  const { decisions, followUps } = dossier
  return (
    <>
      <DossierSection title={t('dossier.decisions')}>
        {decisions.length === 0 ? <p className={styles.muted}>{t('dossier.decisionsNone')}</p> : null}
        {decisions.map((decision) => (
          <div key={decision.meetingId} className={styles.decision}>
            <b>{t(`dossier.outcome-${decision.outcome}`)}</b>{' '}
            {decision.outcome === 'proposal'
              ? t('dossier.ledgerProposal', {
                  before: name(decision.originalPredicate),
                  after: `${t(`ui.${decision.proposedWorkLevel}`)} / ${t(`ui.${decision.proposedBehaviourLevel}`)}`,
                })
              : t('dossier.ledger', {
                  before: name(decision.originalPredicate),
                  after: name(decision.finalPredicate ?? decision.originalPredicate),
                })}
            <p className={styles.muted}>
              {[decision.meetingTitle, format.date(decision.heldOn), ...consentWords(decision, t)].join(' · ')}
            </p>
            {decision.reason === '' ? null : (
              <p className={styles.muted}>{t('dossier.reason', { reason: decision.reason })}</p>
            )}
            {decision.evidence.length === 0 ? null : (
              <p className={styles.muted}>
                {t('dossier.decisionEvidence', { text: format.list(decision.evidence.map((link) => link.label)) })}
              </p>
            )}
            {decision.dissent === '' ? null : (
              <p className={styles.muted}>{t('dossier.dissent', { text: decision.dissent })}</p>
            )}
          </div>
        ))}
      </DossierSection>
      {followUps.length === 0 ? null : (
        <DossierSection title={t('dossier.followUps')}>
          <ul className={styles.list}>
            {followUps.map((followUp) => (
              <li key={followUp.id}>
                {followUp.dueOn === null
                  ? t('dossier.followUpOpen', { task: followUp.task, responsible: followUp.responsible })
                  : t('dossier.followUpDue', {
                      task: followUp.task,
                      responsible: followUp.responsible,
                      due: format.date(followUp.dueOn),
                    })}
              </li>
            ))}
          </ul>
        </DossierSection>
      )}
    </>
  )
}

function consentWords(decision: Dossier['decisions'][number], t: ReturnType<typeof useT>): readonly string[] {
  const { consent, consentBy } = decision
  if (consent === 'agreed') return [t('dossier.consentAgreed', { name: consentBy })]
  if (consent === 'declined') return [t('dossier.consentDeclined', { name: consentBy })]
  return consent === 'pending' ? [t('dossier.consentPending')] : []
}
