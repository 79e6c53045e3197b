import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Pool } from '#contract/overview.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Hint } from '#renderer/ui/hint.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { usePlace } from '#renderer/ui/use-place.ts'
import { findingOf } from './finding.ts'
import type { FormProps } from './form-props.ts'
import styles from './overview.module.css'

interface ReasonsFormProps extends FormProps {
  readonly pools: readonly Pool[]
}

/** One written reason per unit whose distribution departs; units that have one although nothing departs keep it visible. */
export function ReasonsForm({ periodId, organisation, pools }: ReasonsFormProps) {
  const t = useT()
  const { search } = usePlace()
  const shown = pools.filter((pool) => pool.kind === 'unit' && (pool.departs || pool.reason !== ''))
  const first = shown.filter((pool) => pool.id === search.unit)
  const ordered = [...first, ...shown.filter((pool) => pool.id !== search.unit)]
  return (
    <>
      {ordered.length === 0 ? <p className={styles.form}>{t('overview.reasonsNone')}</p> : null}
      {ordered.map((pool) => {
        const unit = organisation.units.find((each) => each.unitId === pool.id)
        return unit === undefined ? null : (
          <PanelSection key={pool.id} title={pool.name}>
            <Hint below>{findingOf(pool, true, t)}</Hint>
            <ReasonField periodId={periodId} unit={unit} />
          </PanelSection>
        )
      })}
      <p className={styles.form}>
        <Hint>{t('overview.reasonWithheld')}</Hint>
      </p>
    </>
  )
}

interface ReasonFieldProps {
  readonly periodId: FormProps['periodId']
  readonly unit: FormProps['organisation']['units'][number]
}

function ReasonField({ periodId, unit }: ReasonFieldProps) {
  const t = useT()
  const [reason, setReason] = useState(unit.patternReason)
  const save = useCommand('organisation.setPatternReason', { success: t('overview.reasonSaved') })
  const changed = reason.trim() !== unit.patternReason
  return (
    <>
      <Textarea
        aria-label={t('overview.reasonLabel', { unit: unit.name })}
        value={reason}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {changed ? (
        <div className={styles.buttons}>
          <Action
            size="small"
            kind="primary"
            busy={save.isPending}
            onClick={() => save.mutate({ periodId, unitId: unit.unitId, reason })}
          >
            {t('overview.reasonSave')}
          </Action>
        </div>
      ) : null}
    </>
  )
}
