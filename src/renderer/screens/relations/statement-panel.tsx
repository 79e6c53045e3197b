import { IconCheck, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import { writtenDate } from '#renderer/ui/written-date.ts'
import styles from './relations.module.css'
import type { Rater, RelationRow } from './types.ts'

interface StatementPanelProps {
  readonly period: PeriodSummary
  readonly rater: Rater
  /** What this person has declared and holds. */
  readonly relations: readonly RelationRow[]
  readonly today: string
  readonly onDeclare: () => void
  readonly onOpen: (relationId: string) => void
  readonly onClose: () => void
}

/** One of those who are asked: the statement, and what it declares. */
export function StatementPanel(props: StatementPanelProps) {
  const { period, rater, relations, today, onDeclare, onOpen, onClose } = props
  const t = useT()
  const [receivedOn, setReceivedOn] = useState(today)
  const [wrongDate, setWrongDate] = useState(false)
  const receive = useCommand('relations.receiveStatement', { success: t('relations.received') })
  const remove = useCommand('relations.removeStatement', { success: t('relations.removedStatement') })
  const duty = useDutyReason('relations.receiveStatement')
  const { holderId, name, statement } = rater
  return (
    <SidePanel
      name="relation"
      title={name}
      under={<p>{[rater.post, rater.unit].filter((part) => part !== '').join(' · ')}</p>}
      onClose={onClose}
    >
      <PanelSection title={t('relations.receiveTitle')}>
        {statement === null ? (
          <div className={styles.statement}>
            <p className={styles.text}>{t('relations.receiveText', { name, period: period.name })}</p>
            <DateField
              label={t('relations.receivedOn')}
              required
              value={receivedOn}
              onChange={setReceivedOn}
              onWrong={setWrongDate}
            />
            <div>
              <Action
                icon={IconCheck}
                busy={receive.isPending}
                disabledReason={duty ?? (wrongDate ? t('ui.dateWrong') : null)}
                onClick={() => receive.mutate({ periodId: period.id, holderId, holderName: name, receivedOn })}
              >
                {t('relations.receive')}
              </Action>
            </div>
          </div>
        ) : (
          <div className={styles.statement}>
            <p className={styles.text}>
              {t('relations.statementReceived', { date: writtenDate(statement.receivedOn) })}
            </p>
            <div>
              <Action
                kind="quiet"
                icon={IconTrash}
                busy={remove.isPending}
                disabledReason={duty}
                onClick={() => remove.mutate({ statementId: statement.id })}
              >
                {t('relations.removeStatement')}
              </Action>
            </div>
          </div>
        )}
      </PanelSection>
      <PanelSection title={t('relations.ofRater')}>
        {relations.length === 0 ? <p className={styles.text}>{t('relations.ofRaterNone')}</p> : null}
        <ul className={styles.list}>
          {relations.map((row) => (
            <li key={row.id}>
              <TextLink onClick={() => onOpen(row.id)}>{row.subject.name}</TextLink>
              {` · ${t(`relations.kind-${row.kind}`)}`}
            </li>
          ))}
        </ul>
        <div>
          <Action icon={IconPlus} disabledReason={duty} onClick={onDeclare}>
            {t('relations.add')}
          </Action>
        </div>
      </PanelSection>
    </SidePanel>
  )
}
