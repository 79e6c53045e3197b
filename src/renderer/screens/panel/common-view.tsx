import { IconClipboardText, IconEdit, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Panel, PanelWords } from '#renderer/ui/panel.tsx'
import { PlainTable, TableHead } from '#renderer/ui/plain-table.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { State } from '#renderer/ui/tag.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import { AgreementPanel } from './agreement-words.tsx'
import { CommonCaseForm } from './common-case-form.tsx'
import { CommonScores } from './common-scores.tsx'
import styles from './panel.module.css'

export type CommonState = CallOutput<'panel.commonCases'>
export type CommonCase = CommonState['cases'][number]

interface CommonViewProps {
  readonly periodId: PeriodSummary['id']
}

/** Invented cases that every supervisor scores: the quickest way to see who is generous with the same work. */
export function CommonView({ periodId }: CommonViewProps) {
  const t = useT()
  const query = useCall('panel.commonCases', { periodId })
  const [form, setForm] = useState<CommonCase | 'new' | null>(null)
  const [scoring, setScoring] = useState<CommonState['supervisors'][number] | null>(null)
  const duty = useDutyReason('panel.saveCommonCase')
  return (
    <QueryView query={query} lines={8}>
      {(state) => (
        <div className={styles.content}>
          <div className={cx(styles.columns, state.cases.length === 0 && styles.oneColumn)}>
            <div className={styles.column}>
              <Panel
                title={t('panel.commonTitle')}
                note={t('panel.commonNote')}
                actions={
                  <Action size="small" icon={IconPlus} disabledReason={duty} onClick={() => setForm('new')}>
                    {t('panel.commonAdd')}
                  </Action>
                }
              >
                {state.cases.length === 0 ? (
                  <EmptyState icon={IconClipboardText} title={t('panel.commonNone')}>
                    {t('panel.commonNoneText')}
                  </EmptyState>
                ) : (
                  state.cases.map((one) => (
                    <CaseText key={one.id} periodId={periodId} one={one} duty={duty} onEdit={() => setForm(one)} />
                  ))
                )}
              </Panel>
              <CommonAgreement periodId={periodId} state={state} />
            </div>
            {state.cases.length === 0 ? null : (
              <Panel title={t('panel.supervisors')} note={t('panel.supervisorsNote')} flush>
                <Supervisors state={state} duty={duty} onScore={setScoring} />
              </Panel>
            )}
          </div>
          {form === null ? null : (
            <CommonCaseForm periodId={periodId} one={form === 'new' ? null : form} onClose={() => setForm(null)} />
          )}
          {scoring === null ? null : (
            <CommonScores periodId={periodId} state={state} supervisor={scoring} onClose={() => setScoring(null)} />
          )}
        </div>
      )}
    </QueryView>
  )
}

interface CaseTextProps extends CommonViewProps {
  readonly one: CommonCase
  readonly duty: string | null
  readonly onEdit: () => void
}

function CaseText({ periodId, one, duty, onEdit }: CaseTextProps) {
  const t = useT()
  const remove = useCommand('panel.removeCommonCase', { success: t('panel.commonRemoved') })
  return (
    <section className={styles.result}>
      <header className={styles.caseHead}>
        <h2>
          {one.number}. {one.title}
        </h2>
        <Action
          size="small"
          kind="quiet"
          icon={IconEdit}
          disabledReason={duty}
          onClick={onEdit}
          ariaLabel={t('panel.commonEditOf', { title: one.title })}
        >
          {t('panel.commonEdit')}
        </Action>
        <Action
          size="small"
          kind="quiet"
          icon={IconTrash}
          disabledReason={duty}
          ariaLabel={t('panel.commonRemoveOf', { title: one.title })}
          onClick={() => remove.mutate({ periodId, id: one.id })}
        >
          {t('panel.commonRemove')}
        </Action>
      </header>
      <p className={styles.caseText}>{one.text}</p>
    </section>
  )
}

interface SupervisorsProps {
  readonly state: CommonState
  readonly duty: string | null
  readonly onScore: (supervisor: CommonState['supervisors'][number]) => void
}

function Supervisors({ state: { cases, supervisors }, duty, onScore }: SupervisorsProps) {
  const t = useT()
  if (supervisors.length === 0) return <PanelWords>{t('panel.supervisorsNone')}</PanelWords>
  return (
    <PlainTable>
      <TableHead columns={[{ name: t('panel.name') }, { name: t('panel.progress') }, { name: t('panel.does') }]} />
      <tbody>
        {supervisors.map((one) => (
          <tr key={one.id}>
            <td>{one.name}</td>
            <td>
              {one.scored >= cases.length ? (
                <State tone="confirmed">{t('panel.progressDone', { count: cases.length })}</State>
              ) : (
                t('panel.progressOf', { given: one.scored, asked: cases.length })
              )}
            </td>
            <td>
              <Action
                size="small"
                icon={IconPencil}
                ariaLabel={t('panel.scoreOf', { name: one.name })}
                disabledReason={duty}
                onClick={() => onScore(one)}
              >
                {t('panel.score')}
              </Action>
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  )
}

function CommonAgreement({ periodId, state }: CommonViewProps & { readonly state: CommonState }) {
  const t = useT()
  const closed = useDutyReason('panel.commonAgreement')
  const started = state.supervisors.filter(({ scored }) => scored > 0).length
  const query = useCall('panel.commonAgreement', { periodId }, { enabled: closed === null && started > 1 })
  if (closed !== null || started < 2) return null
  return (
    <QueryView query={query} lines={5}>
      {({ agreement, names }) => (
        <AgreementPanel title={t('panel.commonAgreement')} agreement={agreement} names={names} />
      )}
    </QueryView>
  )
}
