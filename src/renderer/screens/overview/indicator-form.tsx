import { Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { OrganisationIndicatorRow } from '#contract/organisation.ts'
import { achievementIndex } from '#domain/scoring/achievement-index.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Hint } from '#renderer/ui/hint.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import type { FormProps, Organisation } from './form-props.ts'
import { indexWhy } from './index-words.ts'
import styles from './overview.module.css'

type Draft = Pick<
  OrganisationIndicatorRow,
  'name' | 'unitOfMeasure' | 'direction' | 'target' | 'realisation' | 'unitId'
>

interface IndicatorFormProps extends FormProps {
  readonly indicatorId: string | null
  readonly onDone: () => void
}

function draftOf(organisation: Organisation, indicatorId: string | null): Draft | null {
  const stored = organisation.indicators.find((row) => row.id === indicatorId)
  const top = organisation.units.find((unit) => unit.parentId === null)
  if (stored) return stored
  if (!top) return null
  return { name: '', unitOfMeasure: '', direction: 'higher', target: '', realisation: '', unitId: top.unitId }
}

/** One IKU, with the index its wording gives while one types. */
export function IndicatorForm({ periodId, organisation, indicatorId, onDone }: IndicatorFormProps) {
  const t = useT()
  const [draft, setDraft] = useState<Draft | null>(() => draftOf(organisation, indicatorId))
  const save = useCommand('organisation.saveIndicator', { success: t('overview.indicatorSaved'), onSuccess: onDone })
  const remove = useCommand('organisation.removeIndicator', {
    success: t('overview.indicatorRemoved'),
    onSuccess: onDone,
  })
  if (draft === null) return null
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const onSave = (): void => {
    const { name, unitOfMeasure, direction, target, realisation, unitId } = draft
    save.mutate({ periodId, id: indicatorId, unitId, name, unitOfMeasure, direction, target, realisation })
  }
  return (
    <div className={styles.form}>
      <TextInput
        label={t('overview.indicatorName')}
        value={draft.name}
        maxLength={500}
        data-autofocus
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <Select
          label={t('overview.indicatorUnit')}
          data={organisation.units.map((unit) => ({ value: unit.unitId, label: unit.name }))}
          value={draft.unitId}
          onChange={(value) => {
            const unit = organisation.units.find((each) => each.unitId === value)
            if (unit) set({ unitId: unit.unitId })
          }}
          allowDeselect={false}
          searchable
        />
        <TextInput
          label={t('overview.measure')}
          value={draft.unitOfMeasure}
          maxLength={500}
          onChange={(event) => set({ unitOfMeasure: event.currentTarget.value })}
        />
      </div>
      <Segmented
        label={t('overview.direction')}
        options={[
          { value: 'higher', label: t('overview.higher') },
          { value: 'lower', label: t('overview.lower') },
        ]}
        value={draft.direction}
        onChange={(direction) => set({ direction })}
      />
      <div className={styles.pair}>
        <TextInput
          label={t('overview.target')}
          value={draft.target}
          maxLength={500}
          onChange={(event) => set({ target: event.currentTarget.value })}
        />
        <TextInput
          label={t('overview.realisation')}
          value={draft.realisation}
          maxLength={500}
          onChange={(event) => set({ realisation: event.currentTarget.value })}
        />
      </div>
      <IndexPreview draft={draft} cap={organisation.scoring.indexCap} />
      <div className={styles.buttons}>
        <Action
          kind="primary"
          busy={save.isPending}
          disabledReason={draft.name.trim() === '' ? t('overview.nameNeeded') : null}
          onClick={onSave}
        >
          {t('overview.indicatorSave')}
        </Action>
        {indicatorId === null ? null : (
          <Action
            kind="quiet"
            icon={IconTrash}
            busy={remove.isPending}
            onClick={() => remove.mutate({ id: indicatorId })}
          >
            {t('overview.indicatorRemove')}
          </Action>
        )}
      </div>
    </div>
  )
}

function IndexPreview({ draft, cap }: { readonly draft: Draft; readonly cap: number }) {
  const t = useT()
  const format = useFormat()
  const { target, realisation, direction, name } = draft
  const index = achievementIndex(
    { target, realisation, direction, statement: name, aspect: 'none', indexOverride: null },
    cap,
  )
  return (
    <Hint live>
      {index.kind === 'index'
        ? t('overview.indexPreview', { value: format.number(index.value, 1) })
        : t('overview.indexWhyNot', { why: indexWhy(index.because, t) })}
    </Hint>
  )
}
