import { TextInput } from '@mantine/core'
import type { CallInput } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { Segmented } from '#renderer/ui/segmented.tsx'
import styles from './agency.module.css'

export type AgencyDraft = CallInput<'workspace.updateAgency'>

export const emptyAgency: AgencyDraft = {
  name: '',
  government: '',
  address: '',
  contact: '',
  place: '',
  zone: 'WIB',
  workingWeek: 'monday-friday',
  cycle: 'quarterly',
  paper: 'A4',
}

interface AgencyFieldsProps {
  readonly value: AgencyDraft
  readonly onChange: (value: AgencyDraft) => void
}

const textFields = [
  { key: 'name', label: 'agency.name', hint: 'agency.nameHint', wide: true },
  { key: 'government', label: 'agency.government', hint: 'agency.governmentHint', wide: true },
  { key: 'address', label: 'agency.address', hint: null, wide: true },
  { key: 'contact', label: 'agency.contact', hint: null, wide: false },
  { key: 'place', label: 'agency.place', hint: 'agency.placeHint', wide: false },
] as const

/** The agency as it stands in every document, and its own conventions of time. */
export function AgencyFields({ value, onChange }: AgencyFieldsProps) {
  const t = useT()
  const set = (change: Partial<AgencyDraft>): void => onChange({ ...value, ...change })
  return (
    <div className={styles.fields}>
      {textFields.map(({ key, label, hint, wide }) => (
        <TextInput
          key={key}
          className={wide ? styles.wide : undefined}
          label={t(label)}
          description={hint === null ? undefined : t(hint)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required={key === 'name'}
          maxLength={500}
          value={value[key]}
          onChange={(event) => set({ [key]: event.currentTarget.value })}
        />
      ))}
      <Choice label={t('agency.zone')} note={t('agency.zoneHint')}>
        <Segmented
          label={t('agency.zone')}
          value={value.zone}
          onChange={(zone) => set({ zone })}
          options={(['WIB', 'WITA', 'WIT'] as const).map((zone) => ({ value: zone, label: zone }))}
        />
      </Choice>
      <Choice label={t('agency.workingWeek')} note={t('agency.workingWeekHint')}>
        <Segmented
          label={t('agency.workingWeek')}
          value={value.workingWeek}
          onChange={(workingWeek) => set({ workingWeek })}
          options={[
            { value: 'monday-friday', label: t('agency.weekFive') },
            { value: 'monday-saturday', label: t('agency.weekSix') },
          ]}
        />
      </Choice>
      <Choice label={t('agency.cycle')} note={t('agency.cycleHint')}>
        <Segmented
          label={t('agency.cycle')}
          value={value.cycle}
          onChange={(cycle) => set({ cycle })}
          options={[
            { value: 'quarterly', label: t('agency.quarterly') },
            { value: 'monthly', label: t('agency.monthly') },
          ]}
        />
      </Choice>
      <Choice label={t('agency.paper')} note={t('agency.paperHint')}>
        <Segmented
          label={t('agency.paper')}
          value={value.paper}
          onChange={(paper) => set({ paper })}
          options={[
            { value: 'A4', label: 'A4' },
            { value: 'F4', label: 'F4' },
          ]}
        />
      </Choice>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly note: string
  readonly children: React.ReactNode
}

function Choice({ label, note, children }: ChoiceProps) {
  return (
    <div className={styles.choice}>
      <span className={styles.label}>{label}</span>
      {children}
      <span className={styles.note}>{note}</span>
    </div>
  )
}
