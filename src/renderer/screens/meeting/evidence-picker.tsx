import { Checkbox, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { EvidenceLink } from '#domain/model/meeting.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import styles from './meeting.module.css'
import type { CaseData } from './types.ts'

interface EvidencePickerProps {
  readonly card: CaseData
  readonly open: boolean
  readonly chosen: readonly EvidenceLink[]
  readonly onClose: () => void
  readonly onUse: (evidence: readonly EvidenceLink[]) => void
}

/** What a decision may rest on: indicators, feedback, or a document by name. */
export function EvidencePicker({ card, open, chosen, onClose, onUse }: EvidencePickerProps) {
  const t = useT()
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={t('meeting.evidenceTitle')}
      size={620}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {open ? <Choices card={card} chosen={chosen} onUse={onUse} /> : null}
    </Modal>
  )
}

function Choices({ card, chosen, onUse }: Pick<EvidencePickerProps, 'card' | 'chosen' | 'onUse'>) {
  const t = useT()
  const offered = offeredEvidence(card)
  const [picked, setPicked] = useState(() => new Set(chosen.map((link) => link.targetId)))
  const [document, setDocument] = useState(() => chosen.find((link) => link.kind === 'document')?.label ?? '')
  const toggle = (id: string): void =>
    setPicked((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const named: readonly EvidenceLink[] =
    document.trim() === '' ? [] : [{ kind: 'document', targetId: '', label: document.trim() }]
  const evidence = [...offered.filter((link) => picked.has(link.targetId)), ...named]
  return (
    <div className={styles.form}>
      <div className={styles.choices}>
        {offered.map((link) => (
          <Checkbox
            key={link.targetId}
            label={link.label}
            checked={picked.has(link.targetId)}
            onChange={() => toggle(link.targetId)}
          />
        ))}
      </div>
      <TextInput
        label={t('meeting.evidenceDocument')}
        description={t('meeting.evidenceDocumentHint')}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      <div className={styles.formButtons}>
        <Action kind="primary" onClick={() => onUse(evidence)}>
          {t('meeting.evidenceUse', { count: evidence.length })}
        </Action>
      </div>
    </div>
  )
}

const offeredEvidence = (card: CaseData): readonly EvidenceLink[] => [
  ...card.evidence.map((line) => ({
    kind: 'indicator' as const,
    targetId: line.indicatorId,
    label: shortened(
      `RHK ${line.workResultNumber}: ${line.statement || line.workResult} (${line.realisation || '–'} / ${line.target || '–'})`,
    ),
  })),
  ...card.feedback.map((entry) => ({
    kind: 'feedback' as const,
    targetId: entry.id,
    label: shortened(`“${entry.text}”`),
  })),
]

const shortened = (text: string) => (text.length > 220 ? `${text.slice(0, 219)}…` : text)
