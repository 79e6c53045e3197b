import { Select, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { CallInput, CallOutput } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import records from '#renderer/ui/records.module.css'
import { Segmented } from '#renderer/ui/segmented.tsx'
import type { Draft } from './relation-panel.tsx'
import { type Rater, type RelationRow, raterValue } from './types.ts'

interface PersonFieldProps {
  readonly periodId: CallInput<'relations.list'>['periodId']
  readonly draft: Draft
  readonly row: RelationRow | null
  readonly set: (change: Partial<Draft>) => void
}

type Person = CallOutput<'followUps.people'>[number]

const labelOf = ({ name, nip }: Pick<Person, 'name' | 'nip'>): string => (nip === null ? name : `${name} · ${nip}`)

/** Who rates: those who do in this period first, any other employee, or somebody from outside by name. */
export function HolderField({
  periodId,
  draft,
  raters,
  row,
  set,
}: PersonFieldProps & { readonly raters: readonly Rater[] }) {
  const t = useT()
  const people = useCall('followUps.people', { periodId })
  const value = draft.holderName === '' ? null : raterValue({ holderId: draft.holderId, name: draft.holderName })
  const listed = raters.some((rater) => raterValue(rater) === value)
  const [outside, setOutside] = useState(value !== null && draft.holderId === null && !listed)
  const { data, names } = useMemo(() => {
    const first = raters.map((rater) => ({ value: raterValue(rater), label: rater.name, holderId: rater.holderId }))
    const known = new Set(first.map((option) => option.value))
    const others = (people.data ?? [])
      .map((person) => ({
        value: `id:${person.employeeId}`,
        label: labelOf(person),
        name: person.name,
        holderId: person.employeeId,
      }))
      .filter((option) => !known.has(option.value))
    const gone =
      row?.holderId == null || known.has(`id:${row.holderId}`) || others.some((one) => one.holderId === row.holderId)
        ? []
        : [{ value: `id:${row.holderId}`, label: row.holder.name, name: row.holder.name, holderId: row.holderId }]
    const all = [...first.map((one) => ({ ...one, name: one.label })), ...others, ...gone]
    return {
      data: [
        { group: t('relations.groupRaters'), items: first.map(optionOf) },
        { group: t('relations.groupOthers'), items: [...others, ...gone].map(optionOf) },
      ],
      names: new Map(all.map((one) => [one.value, one])),
    }
  }, [raters, people.data, row, t])
  const choose = (next: string | null): void => {
    const found = next === null ? undefined : names.get(next)
    set({ holderId: found?.holderId ?? null, holderName: found?.name ?? '' })
  }
  return (
    <div>
      <span className={records.label} aria-hidden="true">
        {t('relations.holder')}
      </span>
      <Segmented
        label={t('relations.from')}
        value={outside ? 'outside' : 'inside'}
        options={(['inside', 'outside'] as const).map((one) => ({ value: one, label: t(`relations.from-${one}`) }))}
        onChange={(next) => {
          setOutside(next === 'outside')
          set({ holderId: null, holderName: '' })
        }}
      />
      {outside ? (
        <TextInput
          mt={8}
          label={t('relations.holderOutside')}
          description={t('relations.holderOutsideHint')}
          required
          maxLength={500}
          value={draft.holderName}
          onChange={(event) => set({ holderId: null, holderName: event.currentTarget.value })}
        />
      ) : (
        <Select
          mt={8}
          aria-label={t('relations.holder')}
          searchable
          clearable
          limit={50}
          nothingFoundMessage={t('relations.peopleNone')}
          placeholder={t('relations.findPlaceholder')}
          value={value}
          data={data}
          onChange={choose}
          data-autofocus
        />
      )}
    </div>
  )
}

const optionOf = ({ value, label }: { readonly value: string; readonly label: string }) => ({ value, label })

/** The employee who is rated. */
export function SubjectField({ periodId, draft, row, set }: PersonFieldProps) {
  const t = useT()
  const people = useCall('followUps.people', { periodId })
  const data = useMemo(() => {
    const options = (people.data ?? []).map((person) => ({
      value: person.employeeId as string,
      label: labelOf(person),
    }))
    // One declared in another period may be about somebody who is not in this one.
    const gone = row !== null && !options.some((option) => option.value === row.subjectId)
    return gone ? [{ value: row.subjectId as string, label: row.subject.name }, ...options] : options
  }, [people.data, row])
  return (
    <Select
      label={t('relations.subject')}
      required
      searchable
      limit={50}
      nothingFoundMessage={t('relations.peopleNone')}
      placeholder={t('relations.findPlaceholder')}
      value={draft.subjectId}
      data={data}
      onChange={(subjectId) => set({ subjectId })}
    />
  )
}
