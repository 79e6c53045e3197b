import { Textarea } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import { type Advice, AdviceSentence } from './advice.tsx'
import styles from './panel.module.css'
import type { PanelState } from './screen.tsx'

interface DrawFactsProps {
  readonly periodId: PeriodSummary['id']
  readonly draw: NonNullable<PanelState['draw']>
  readonly advice: Advice
}

/** What was drawn, from which seed, so that anybody can draw it again. */
export function DrawFacts({ periodId, draw, advice }: DrawFactsProps) {
  const t = useT()
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const duty = useDutyReason('panel.withdraw')
  const facts: readonly (readonly [label: string, value: string])[] = [
    [t('panel.drawnAt'), format.dateTime(draw.drawnAt)],
    [t('panel.seed'), String(draw.seed)],
    [t('panel.dossiers'), t('panel.dossiersOf', { dossiers: draw.dossiers, listed: draw.listed, teams: draw.teams })],
    [t('panel.perDossier'), format.number(draw.perDossier)],
    [t('panel.scored'), draw.dimensions.map((one) => t(`panel.dimension-${one}`)).join(', ')],
  ]
  return (
    <Panel
      title={t('panel.drawTitle')}
      actions={
        <Action size="small" icon={IconArrowBackUp} disabledReason={duty} onClick={() => setAsking(true)}>
          {t('panel.withdraw')}
        </Action>
      }
    >
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <AdviceSentence advice={advice} dossiers={draw.dossiers} perDossier={draw.perDossier} />
      {asking ? <Withdraw periodId={periodId} given={draw.given} onClose={() => setAsking(false)} /> : null}
    </Panel>
  )
}

interface WithdrawProps {
  readonly periodId: PeriodSummary['id']
  readonly given: number
  readonly onClose: () => void
}

function Withdraw({ periodId, given, onClose }: WithdrawProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const withdraw = useCommand('panel.withdraw', { success: t('panel.withdrawn'), onSuccess: onClose })
  return (
    <ConfirmDialog
      open
      danger
      title={t('panel.withdrawTitle')}
      confirm={t('panel.withdraw')}
      busy={withdraw.isPending}
      disabledReason={reason.trim() === '' ? t('panel.reasonMissing') : null}
      onConfirm={() => withdraw.mutate({ periodId, reason: reason.trim() })}
      onCancel={onClose}
    >
      <p>{t('panel.withdrawText', { count: given })}</p>
      <Textarea
        mt="sm"
        label={t('panel.reason')}
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
