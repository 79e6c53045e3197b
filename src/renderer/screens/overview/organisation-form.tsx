import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { resultSources } from '#contract/organisation.ts'
import { type OrganisationPredicate, organisationPredicates } from '#domain/model/levels.ts'
import type { OrganisationResult } from '#domain/model/organisation.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { PredicateMark } from '#renderer/ui/predicate.tsx'
import { State } from '#renderer/ui/tag.tsx'
import type { FormProps, Organisation } from './form-props.ts'
import styles from './overview.module.css'

interface Draft {
  readonly predicate: OrganisationPredicate | null
  readonly source: OrganisationResult['source']
  readonly setBy: string
  readonly setOn: string
  readonly note: string
}

const empty: Draft = { predicate: null, source: 'action-plan', setBy: '', setOn: '', note: '' }

/** Capaian kinerja organisasi: choose units, then predicate, basis, who fixed it and when; several units at once. */
export function OrganisationForm({ periodId, organisation }: FormProps) {
  const t = useT()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [draft, setDraft] = useState<Draft>(empty)
  const [wrongDate, setWrongDate] = useState(false)
  const save = useCommand('organisation.setResult', {
    success: t('overview.organisationSaved', { count: chosen.length }),
  })
  const clear = useCommand('organisation.setResult', {
    success: t('overview.organisationCleared', { count: chosen.length }),
  })
  const units = organisation.units
  const choose = (next: readonly string[]): void => {
    setChosen(next)
    const only = units.find((unit) => next.length === 1 && unit.unitId === next[0])
    if (only?.result) setDraft({ ...only.result, setOn: only.result.setOn ?? '' })
  }
  const chosenIds = units.filter((unit) => chosen.includes(unit.unitId)).map((unit) => unit.unitId)
  const withResult = units.filter((unit) => chosen.includes(unit.unitId) && unit.result !== null).length
  const missing = units.filter((unit) => unit.result === null && unit.people > 0)
  const reason =
    chosen.length === 0
      ? t('overview.chooseUnitFirst')
      : draft.predicate === null
        ? t('overview.choosePredicateFirst')
        : draft.setBy.trim() === ''
          ? t('overview.setByFirst')
          : wrongDate
            ? t('ui.dateWrong')
            : null
  const onSave = (): void => {
    const { predicate, setOn, ...rest } = draft
    if (predicate === null) return
    save.mutate({ periodId, unitIds: chosenIds, result: { ...rest, predicate, setOn: setOn === '' ? null : setOn } })
  }
  return (
    <>
      <div className={styles.form}>
        <ResultFields draft={draft} onChange={setDraft} onWrongDate={setWrongDate} />
        <div className={styles.buttons}>
          <Action kind="primary" disabledReason={reason} busy={save.isPending} onClick={onSave}>
            {t('overview.organisationSave', { count: chosen.length })}
          </Action>
          {withResult === 0 ? null : (
            <Action
              kind="quiet"
              busy={clear.isPending}
              onClick={() => clear.mutate({ periodId, unitIds: chosenIds, result: null })}
            >
              {t('overview.organisationClear')}
            </Action>
          )}
          {missing.length === 0 ? null : (
            <Action kind="quiet" onClick={() => choose(missing.map((unit) => unit.unitId))}>
              {t('overview.chooseMissing', { count: missing.length })}
            </Action>
          )}
        </div>
      </div>
      <UnitTable units={units} chosen={chosen} onChoose={choose} />
    </>
  )
}

interface ResultFieldsProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly onWrongDate: (wrong: boolean) => void
}

function ResultFields({ draft, onChange, onWrongDate }: ResultFieldsProps) {
  const t = useT()
  const set = (part: Partial<Draft>): void => onChange({ ...draft, ...part })
  const predicates = organisationPredicates.toReversed()
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={t('overview.predicate')}
          placeholder={t('overview.notSet')}
          data={predicates.map((value) => ({ value, label: t(`ui.${value}`) }))}
          value={draft.predicate}
          onChange={(value) => set({ predicate: predicates.find((each) => each === value) ?? null })}
          allowDeselect={false}
        />
        <DateField
          label={t('overview.setOn')}
          value={draft.setOn}
          onChange={(setOn) => set({ setOn })}
          onWrong={onWrongDate}
        />
      </div>
      <Select
        label={t('overview.source')}
        data={resultSources.map((value) => ({ value, label: t(`overview.source-${value}`) }))}
        value={draft.source}
        onChange={(value) => set({ source: resultSources.find((each) => each === value) ?? draft.source })}
        allowDeselect={false}
      />
      <TextInput
        label={t('overview.setBy')}
        value={draft.setBy}
        maxLength={500}
        onChange={(event) => set({ setBy: event.currentTarget.value })}
      />
      <Textarea
        label={t('overview.note')}
        value={draft.note}
        autosize
        minRows={1}
        maxRows={4}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </>
  )
}

interface UnitTableProps {
  readonly units: Organisation['units']
  readonly chosen: readonly string[]
  readonly onChoose: (unitIds: readonly string[]) => void
}

function UnitTable({ units, chosen, onChoose }: UnitTableProps) {
  const t = useT()
  const format = useFormat()
  const toggle = (id: string): void =>
    onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  const all = chosen.length === units.length && units.length > 0
  return (
    <PlainTable>
      <thead>
        <tr>
          <th scope="col">
            <Checkbox
              size="xs"
              aria-label={t('overview.chooseAll')}
              checked={all}
              indeterminate={chosen.length > 0 && !all}
              onChange={() => onChoose(all ? [] : units.map((unit) => unit.unitId))}
            />
          </th>
          <th scope="col">{t('overview.organisationUnit')}</th>
          <th scope="col" data-align="right">
            {t('overview.organisationPeople')}
          </th>
          <th scope="col">{t('overview.predicate')}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.unitId}>
            <td>
              <Checkbox
                size="xs"
                aria-label={t('overview.choose', { name: unit.name })}
                checked={chosen.includes(unit.unitId)}
                onChange={() => toggle(unit.unitId)}
              />
            </td>
            <td>{unit.name}</td>
            <td data-align="right">{format.number(unit.people)}</td>
            <td className={styles.nowrap} title={resultTitle(unit, t, format.date)}>
              {unit.result === null ? (
                <State tone={unit.people > 0 ? 'attention' : 'neutral'}>{t('overview.notSet')}</State>
              ) : (
                <PredicateMark value={unit.result.predicate} size="cell" />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  )
}

/** Basis, who and when, as the tooltip of a unit's predicate. */
function resultTitle(
  { result }: Organisation['units'][number],
  t: ReturnType<typeof useT>,
  date: (iso: string) => string,
): string | undefined {
  if (result === null) return undefined
  const when = result.setOn === null ? '' : date(result.setOn)
  return [t(`overview.source-${result.source}`), result.setBy, when, result.note]
    .filter((part) => part !== '')
    .join(' · ')
}
