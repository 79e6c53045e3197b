import { Checkbox, NumberInput } from '@mantine/core'
import { IconDice5 } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { type Advice, AdviceSentence } from './advice.tsx'
import styles from './panel.module.css'
import type { PanelState } from './screen.tsx'

interface DrawFormProps {
  readonly periodId: Parameters<ReturnType<typeof useCommand<'panel.draw'>>['mutate']>[0]['periodId']
  readonly state: PanelState
  readonly advice: Advice
}

const whole = (value: number | string): number => (typeof value === 'number' ? Math.round(value) : 0)

/** How many dossiers, to how many panelists each, from which seed; with what that will tell. */
export function DrawForm({ periodId, state, advice }: DrawFormProps) {
  const t = useT()
  const tenth = Math.max(Math.ceil(state.people / 10), Math.min(24, state.people))
  const [dossiers, setDossiers] = useState(tenth)
  const [perDossier, setPerDossier] = useState(2)
  const [seed, setSeed] = useState(() => 1 + Math.floor(Math.random() * 999_998))
  const [behaviour, setBehaviour] = useState(false)
  const draw = useCommand('panel.draw', { quiet: true, success: t('panel.drawn') })
  const duty = useDutyReason('panel.draw')
  const reason =
    duty ??
    (state.panelists.length < perDossier
      ? t('panel.needPanelists', { required: perDossier })
      : dossiers < 1 || dossiers > state.people
        ? t('panel.needSize', { people: state.people })
        : null)
  return (
    <Panel title={t('panel.drawTitle')} note={t('panel.drawNote')}>
      <div className={styles.form}>
        <div className={styles.fields}>
          <NumberInput
            label={t('panel.dossiers')}
            value={dossiers}
            min={1}
            max={Math.max(1, state.people)}
            onChange={(value) => setDossiers(whole(value))}
          />
          <NumberInput
            label={t('panel.perDossier')}
            value={perDossier}
            min={2}
            max={10}
            onChange={(value) => setPerDossier(Math.max(2, whole(value)))}
          />
          <NumberInput
            label={t('panel.seed')}
            value={seed}
            min={0}
            max={999_999}
            thousandSeparator=""
            hideControls
            onChange={(value) => setSeed(Math.min(999_999, Math.max(0, whole(value))))}
          />
        </div>
        <p className={styles.hint}>{t('panel.seedHint')}</p>
        <Checkbox
          label={t('panel.alsoBehaviour')}
          description={t('panel.alsoBehaviourHint')}
          checked={behaviour}
          onChange={(event) => setBehaviour(event.currentTarget.checked)}
        />
        <AdviceSentence advice={advice} dossiers={dossiers} perDossier={perDossier} />
        <Refusal error={draw.error} />
        <div className={styles.buttons}>
          <Action
            kind="primary"
            icon={IconDice5}
            busy={draw.isPending}
            disabledReason={reason}
            onClick={() =>
              draw.mutate({
                periodId,
                seed,
                dossiers,
                perDossier,
                dimensions: behaviour ? ['work-results', 'behaviour'] : ['work-results'],
              })
            }
          >
            {t('panel.draw')}
          </Action>
        </div>
      </div>
    </Panel>
  )
}
