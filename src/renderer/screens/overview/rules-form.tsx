import { Checkbox, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { periodStages } from '#domain/model/period.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Hint } from '#renderer/ui/hint.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { ApprovalDialog } from '#renderer/ui/users/approval-dialog.tsx'
import { useApproval } from '#renderer/ui/users/approval-fields.tsx'
import { useDutyReason, useUsers } from '#renderer/ui/users/use-users.ts'
import type { FormProps } from './form-props.ts'
import styles from './overview.module.css'

/** Stage, window, rule packs and scoring of one period. */
export function RulesForm(props: FormProps) {
  const t = useT()
  return (
    <>
      {props.organisation.frozen ? (
        <div className={styles.form}>
          <Banner tone="information">{t('overview.frozen')}</Banner>
        </div>
      ) : null}
      <StageField {...props} />
      <WindowFields {...props} />
      <PackFields {...props} />
      <ScoringFields {...props} />
    </>
  )
}

function StageField({ periodId, organisation }: FormProps) {
  const t = useT()
  const save = useCommand('organisation.setStage', { success: t('overview.stageSaved') })
  const { named } = useUsers()
  const duty = useDutyReason('organisation.setStage')
  const [asked, setAsked] = useState<Stage | null>(null)
  return (
    <PanelSection title={t('overview.stageTitle')}>
      <Select
        disabled={duty !== null}
        description={duty}
        inputWrapperOrder={['input', 'description']}
        aria-label={t('overview.stageTitle')}
        data={periodStages.map((value) => ({ value, label: t(`overview.stage-${value}`) }))}
        value={organisation.stage}
        allowDeselect={false}
        onChange={(value) => {
          const stage = periodStages.find((each) => each === value)
          if (stage === undefined || stage === organisation.stage) return
          if (named) setAsked(stage)
          else save.mutate({ periodId, stage })
        }}
      />
      {asked === null ? null : <StageApproval periodId={periodId} stage={asked} onClose={() => setAsked(null)} />}
    </PanelSection>
  )
}

type Stage = (typeof periodStages)[number]

interface StageApprovalProps extends Pick<FormProps, 'periodId'> {
  readonly stage: Stage
  readonly onClose: () => void
}

/** Where users are named, a stage is ended by the chair. */
function StageApproval({ periodId, stage, onClose }: StageApprovalProps) {
  const t = useT()
  const approval = useApproval()
  const save = useSecretCommand('organisation.setStage')
  const onConfirm = async (): Promise<void> => {
    if ((await save.run({ periodId, stage, ...approval.given })) === null) return
    notify(t('overview.stageSaved'))
    onClose()
  }
  return (
    <ApprovalDialog
      open
      title={t('overview.stageAsk', { stage: t(`overview.stage-${stage}`) })}
      confirm={t('overview.stageMove')}
      busy={save.isPending}
      error={save.error}
      approval={approval}
      onConfirm={() => void onConfirm()}
      onCancel={onClose}
    />
  )
}

function WindowFields({ periodId, organisation }: FormProps) {
  const t = useT()
  const [from, setFrom] = useState(organisation.windowStartsOn ?? '')
  const [to, setTo] = useState(organisation.windowEndsOn ?? '')
  const [wrongFrom, setWrongFrom] = useState(false)
  const [wrongTo, setWrongTo] = useState(false)
  const save = useCommand('organisation.setWindow', { success: t('overview.windowSaved') })
  const changed = from !== (organisation.windowStartsOn ?? '') || to !== (organisation.windowEndsOn ?? '')
  const orNull = (text: string): string | null => (text === '' ? null : text)
  return (
    <PanelSection title={t('overview.windowTitle')}>
      <div className={styles.pair}>
        <DateField label={t('overview.windowFrom')} value={from} onChange={setFrom} onWrong={setWrongFrom} />
        <DateField label={t('overview.windowTo')} value={to} onChange={setTo} onWrong={setWrongTo} />
      </div>
      {changed ? (
        <div className={styles.buttons}>
          <Action
            size="small"
            kind="primary"
            disabledReason={wrongFrom || wrongTo ? t('ui.dateWrong') : null}
            busy={save.isPending}
            onClick={() => save.mutate({ periodId, windowStartsOn: orNull(from), windowEndsOn: orNull(to) })}
          >
            {t('overview.windowSave')}
          </Action>
        </div>
      ) : null}
    </PanelSection>
  )
}

function PackFields({ periodId, organisation }: FormProps) {
  const t = useT()
  const locale = useLocale()
  const save = useCommand('organisation.setRulePacks', { success: t('overview.packsSaved') })
  const active = organisation.rulePacks.filter((pack) => pack.active).map((pack) => pack.id)
  const toggle = (id: string): void =>
    save.mutate({
      periodId,
      rulePacks: active.includes(id) ? active.filter((other) => other !== id) : [...active, id],
    })
  return (
    <PanelSection title={t('overview.packsTitle')}>
      {organisation.rulePacks.map((pack) => (
        <Checkbox
          key={pack.id}
          size="sm"
          mt={8}
          label={pack.title[locale]}
          description={[
            pack.legalBasis,
            t(`overview.confidence-${pack.confidence}`),
            ...(pack.required ? [t('overview.packRequired')] : []),
          ].join(' · ')}
          checked={pack.active || pack.required}
          disabled={pack.required || organisation.frozen || save.isPending}
          onChange={() => toggle(pack.id)}
        />
      ))}
    </PanelSection>
  )
}

type Figures = Readonly<Record<FigureName, number>>
const figureNames = ['workMeets', 'workAbove', 'behaviourMeets', 'behaviourAbove', 'mainShare', 'indexCap'] as const
type FigureName = (typeof figureNames)[number]

function figuresOf({ scoring }: FormProps['organisation']): Figures {
  return {
    workMeets: scoring.workBands.meets,
    workAbove: scoring.workBands.above,
    behaviourMeets: scoring.behaviourBands.meets,
    behaviourAbove: scoring.behaviourBands.above,
    mainShare: scoring.mainShare,
    indexCap: scoring.indexCap,
  }
}

function ScoringFields({ periodId, organisation }: FormProps) {
  const t = useT()
  const stored = figuresOf(organisation)
  const [figures, setFigures] = useState<Figures>(stored)
  const save = useCommand('organisation.setScoring', {
    success: ({ changedSuggestions }) => t('overview.scoringSaved', { count: changedSuggestions }),
  })
  const changed = figureNames.some((name) => figures[name] !== stored[name])
  const onSave = (): void =>
    save.mutate({
      periodId,
      scoring: {
        workBands: { meets: figures.workMeets, above: figures.workAbove },
        behaviourBands: { meets: figures.behaviourMeets, above: figures.behaviourAbove },
        mainShare: figures.mainShare,
        indexCap: figures.indexCap,
      },
    })
  return (
    <PanelSection
      title={t('overview.scoringTitle')}
      note={t('overview.scoringVersion', { version: organisation.scoring.version })}
    >
      <Hint below>{t('overview.scoringNote')}</Hint>
      <div className={styles.pair}>
        {figureNames.map((name) => (
          <NumberInput
            key={name}
            label={t(`overview.${name}`)}
            value={figures[name]}
            min={name === 'indexCap' ? 100 : 0}
            max={name === 'indexCap' ? 200 : 100}
            decimalScale={2}
            disabled={organisation.frozen}
            onChange={(value) => {
              if (typeof value === 'number') setFigures({ ...figures, [name]: value })
            }}
          />
        ))}
      </div>
      {changed ? (
        <div className={styles.buttons}>
          <Action size="small" kind="primary" busy={save.isPending} onClick={onSave}>
            {t('overview.scoringSave')}
          </Action>
        </div>
      ) : null}
    </PanelSection>
  )
}
