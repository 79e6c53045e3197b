import { Select, Textarea, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconGavel, IconPaperclip, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallInput } from '#contract/contracts.ts'
import type { ExpectationLevel } from '#domain/model/levels.ts'
import { reasonCodes } from '#domain/model/meeting.ts'
import { finalPredicate } from '#domain/rules/quadrant.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { PredicateMark } from '#renderer/ui/predicate.tsx'
import { LevelSegmented, Segmented } from '#renderer/ui/segmented.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { DecidedCase } from './decided-case.tsx'
import { DeferDialog } from './defer-dialog.tsx'
import { EvidencePicker } from './evidence-picker.tsx'
import styles from './meeting.module.css'
import { Opinions } from './opinions.tsx'
import { useRelatedReason } from './related.tsx'
import type { CaseData, RoomData } from './types.ts'
import { whenFree } from './use-room-keys.ts'

type Draft = Omit<CallInput<'meetings.decide'>, 'meetingId' | 'employeeId' | 'workLevel' | 'behaviourLevel'> & {
  readonly workLevel: ExpectationLevel | null
  readonly behaviourLevel: ExpectationLevel | null
}

interface DecisionColumnProps {
  readonly room: RoomData
  readonly card: CaseData
  readonly onDecided: (nextEmployeeId: string | null) => void
}

/** The decision: two levels, the resulting predicate, reason, evidence, opinions, consent. One primary button. */
export function DecisionColumn({ room, card, onDecided }: DecisionColumnProps) {
  return card.decision === null ? (
    <OpenDecision room={room} card={card} onDecided={onDecided} />
  ) : (
    <DecidedCase room={room} card={card} decision={card.decision} />
  )
}

function OpenDecision({ room, card, onDecided }: DecisionColumnProps) {
  const t = useT()
  const { original, person } = card
  const [draft, setDraft] = useState<Draft>(() => ({
    workLevel: original.work,
    behaviourLevel: original.behaviour,
    reasonCode: null,
    reason: '',
    evidence: [],
    consent: 'pending',
    consentWay: card.supervisorPresent ? 'in-meeting' : 'written',
    dissent: '',
  }))
  const [picking, setPicking] = useState(false)
  const [deferring, setDeferring] = useState(false)
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }))
  const decide = useCommand('meetings.decide', {
    onSuccess: ({ outcome, nextEmployeeId }) => {
      notify(
        t(
          outcome === 'keep'
            ? 'meeting.keptDone'
            : outcome === 'change'
              ? 'meeting.recorded'
              : 'meeting.recordedProposal',
        ),
      )
      onDecided(nextEmployeeId)
    },
  })
  const differs = draft.workLevel !== original.work || draft.behaviourLevel !== original.behaviour
  const send = (levels: Pick<Draft, 'workLevel' | 'behaviourLevel'>): void => {
    const { workLevel, behaviourLevel } = levels
    if (workLevel === null || behaviourLevel === null) return
    decide.mutate({ ...draft, meetingId: room.meeting.id, employeeId: person.employeeId, workLevel, behaviourLevel })
  }
  const duty = useDutyReason('meetings.decide')
  const notChosen = draft.workLevel === null || draft.behaviourLevel === null ? t('meeting.chooseLevels') : null
  const notRated = original.work === null || original.behaviour === null ? t('meeting.chooseLevels') : null
  const related = useRelatedReason(room, card)
  const incomplete = duty ?? related ?? notChosen
  const cannotKeep = duty ?? related ?? notRated
  const keep = (): void => send({ workLevel: original.work, behaviourLevel: original.behaviour })
  useHotkeys([
    ['b', whenFree(() => setPicking(true))],
    ['t', whenFree(() => cannotKeep === null && keep())],
    ['d', whenFree(() => duty === null && setDeferring(true))],
  ])
  // Also from within the written reason, where the hand is when the decision is complete.
  useHotkeys([['mod+Enter', whenFree(() => send(draft))]], [])

  return (
    <section className={styles.decision} aria-label={t('meeting.decision')}>
      <div className={styles.decisionBody}>
        <Levels card={card} draft={draft} set={set} />
        {differs ? <Reason draft={draft} set={set} onPick={() => setPicking(true)} /> : null}
        <Opinions room={room} card={card} />
        {differs ? <Consent card={card} draft={draft} set={set} /> : null}
        <PanelSection title={t('meeting.dissent')}>
          <TextInput
            aria-label={t('meeting.dissent')}
            value={draft.dissent}
            onChange={(event) => set({ dissent: event.currentTarget.value })}
          />
        </PanelSection>
      </div>
      <footer className={styles.decisionFoot}>
        <Action
          kind="primary"
          size="large"
          icon={IconGavel}
          keys="Ctrl Enter"
          disabledReason={incomplete}
          busy={decide.isPending}
          onClick={() => send(draft)}
        >
          {differs && draft.consent !== 'agreed' ? t('meeting.recordProposal') : t('meeting.record')}
        </Action>
        <Action size="large" keys="T" disabledReason={cannotKeep} onClick={keep}>
          {t('meeting.keep')}
        </Action>
        <Action size="large" keys="D" disabledReason={duty} onClick={() => setDeferring(true)}>
          {t('meeting.defer')}
        </Action>
      </footer>
      <EvidencePicker
        card={card}
        open={picking}
        chosen={draft.evidence}
        onClose={() => setPicking(false)}
        onUse={(evidence) => {
          set({ evidence: [...evidence] })
          setPicking(false)
        }}
      />
      <DeferDialog room={room} card={card} open={deferring} onClose={() => setDeferring(false)} />
    </section>
  )
}

interface PartProps {
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
}

function Levels({ card, draft, set }: PartProps & { readonly card: CaseData }) {
  const t = useT()
  const { original, person } = card
  const { workLevel, behaviourLevel } = draft
  const result =
    workLevel === null || behaviourLevel === null ? null : finalPredicate(workLevel, behaviourLevel, person.studyFailed)
  return (
    <PanelSection title={t('meeting.decision')}>
      <div className={styles.levels}>
        <span>{t('meeting.workLevel')}</span>
        <LevelSegmented
          label={t('meeting.workLevel')}
          value={workLevel}
          initial={original.work}
          onChange={(value) => set({ workLevel: value })}
        />
        <span>{t('meeting.behaviourLevel')}</span>
        <LevelSegmented
          label={t('meeting.behaviourLevel')}
          value={behaviourLevel}
          initial={original.behaviour}
          onChange={(value) => set({ behaviourLevel: value })}
        />
      </div>
      <div className={styles.result} aria-live="polite">
        {result === null ? (
          <span className={styles.text}>{t('meeting.chooseLevels')}</span>
        ) : (
          <PredicateMark value={result} size="large" strong />
        )}
        <span className={styles.initial}>
          {t('meeting.initial')}
          <b>{original.predicate === null ? t('meeting.notRated') : t(`ui.${original.predicate}`)}</b>
        </span>
      </div>
    </PanelSection>
  )
}

function Reason({ draft, set, onPick }: PartProps & { readonly onPick: () => void }) {
  const t = useT()
  const locale = useLocale()
  const reasons = useCall('meetings.reasons', {})
  return (
    <PanelSection
      title={t('meeting.reason')}
      note={<span className={styles.required}>{t('meeting.reasonRequired')}</span>}
    >
      <Select
        aria-label={t('meeting.reasonCode')}
        placeholder={t('meeting.reasonCode')}
        allowDeselect={false}
        value={draft.reasonCode}
        data={(reasons.data ?? []).map((reason) => ({
          value: reason.code,
          label: `${reason.code}  ${reason[locale]}`,
        }))}
        onChange={(code) => set({ reasonCode: reasonCodes.find((one) => one === code) ?? null })}
      />
      <Textarea
        mt={8}
        autosize
        minRows={2}
        maxRows={6}
        aria-label={t('meeting.reasonText')}
        placeholder={t('meeting.reasonText')}
        value={draft.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <div className={styles.chips}>
        {draft.evidence.map((link) => (
          <span key={`${link.kind}:${link.targetId}:${link.label}`} className={styles.chip}>
            <IconPaperclip size={14} stroke={1.8} aria-hidden />
            <span className={styles.chipText}>{link.label}</span>
            <button
              type="button"
              aria-label={t('meeting.evidenceRemove', { label: link.label })}
              onClick={() => set({ evidence: draft.evidence.filter((other) => other !== link) })}
            >
              <IconX size={12} stroke={2} aria-hidden />
            </button>
          </span>
        ))}
        <span>
          <TextLink onClick={onPick}>{t('meeting.linkEvidence')}</TextLink> <KeyHint keys="B" />
        </span>
      </div>
    </PanelSection>
  )
}

function Consent({ card, draft, set }: PartProps & { readonly card: CaseData }) {
  const t = useT()
  const name = card.person.supervisor
  return (
    <PanelSection title={t('meeting.consent')}>
      <Segmented
        label={t('meeting.consentOf', { name })}
        value={draft.consent}
        options={[
          { value: 'agreed', label: t('meeting.consentAgreed') },
          { value: 'declined', label: t('meeting.consentDeclined') },
          { value: 'pending', label: t('meeting.consentPending') },
        ]}
        onChange={(consent) => set({ consent })}
      />
      <p className={styles.text}>
        {draft.consent === 'agreed' ? t('meeting.consentAgreedNote', { name }) : t('meeting.consentNote')}
        {card.supervisorPresent ? '' : ` ${t('meeting.consentWritten', { name })}`}
      </p>
    </PanelSection>
  )
}
