import { Checkbox, NumberInput, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { periodCalendar } from '#domain/rules/period-calendar.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Rich } from '#renderer/ui/rich.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import styles from './agency.module.css'
import { type Cycle, lastEnded, ordinalsOf, type PeriodDraft, periodProblem, rulePackChoices } from './period-draft.ts'

interface PeriodFieldsProps {
  readonly value: PeriodDraft
  readonly onChange: (value: PeriodDraft) => void
  /** The agency's own cycle: quarters or months, never both. */
  readonly cycle: Cycle
  /** Today, `YYYY-MM-DD`. */
  readonly today: string
}

/** Which period, when the agency evaluates it, and by which rules. */
export function PeriodFields({ value, onChange, cycle, today }: PeriodFieldsProps) {
  const t = useT()
  const set = (change: Partial<PeriodDraft>): void => onChange({ ...value, ...change })
  const problem = periodProblem(value)
  const windowProblem =
    problem === null || problem === 'year' || problem === 'window-unread' ? null : t(`agency.problem-${problem}`)
  const [startWrong, setStartWrong] = useState(false)
  const [endWrong, setEndWrong] = useState(false)
  const unread = startWrong || endWrong
  useEffect(() => {
    if ((value.windowUnread ?? false) !== unread) onChange({ ...value, windowUnread: unread })
  }, [unread, value, onChange])
  return (
    <div className={styles.fields}>
      <div className={styles.choice}>
        <span className={styles.label}>{t('agency.periodKind')}</span>
        <Segmented
          label={t('agency.periodKind')}
          value={value.kind}
          onChange={(kind) => set({ kind, ...(kind === 'annual' ? { ordinal: 1 } : lastEnded(kind, today)) })}
          options={[
            { value: cycle, label: t(cycle === 'quarterly' ? 'agency.quarterly' : 'agency.monthly') },
            { value: 'annual', label: t('agency.annual') },
          ]}
        />
        <span className={styles.note}>{t('agency.periodKindHint')}</span>
      </div>
      <div className={styles.pair}>
        <NumberInput
          label={t('agency.year')}
          value={value.year}
          min={2000}
          max={2100}
          thousandSeparator=""
          allowDecimal={false}
          error={problem === 'year' ? t('agency.problem-year') : undefined}
          onChange={(year) => set({ year: Number(year) })}
        />
        {value.kind === 'annual' ? null : (
          <Select
            label={t(value.kind === 'quarterly' ? 'agency.quarter' : 'agency.month')}
            allowDeselect={false}
            value={String(value.ordinal)}
            data={ordinalChoices(value)}
            onChange={(ordinal) => set({ ordinal: Number(ordinal ?? 1) })}
          />
        )}
      </div>
      <PeriodSentence draft={value} />
      <div className={styles.pair}>
        <DateField
          label={t('agency.windowStarts')}
          value={value.windowStartsOn}
          onChange={(windowStartsOn) => set({ windowStartsOn })}
          onWrong={setStartWrong}
        />
        <DateField
          label={t('agency.windowEnds')}
          value={value.windowEndsOn}
          error={windowProblem ?? undefined}
          onChange={(windowEndsOn) => set({ windowEndsOn })}
          onWrong={setEndWrong}
        />
      </div>
      <p className={styles.hint}>{t('agency.windowHint')}</p>
      <RulePacks chosen={value.rulePacks} onChange={(rulePacks) => set({ rulePacks })} />
    </div>
  )
}

function ordinalChoices({ kind, year }: PeriodDraft): { readonly value: string; readonly label: string }[] {
  return Array.from({ length: ordinalsOf(kind) }, (_, index) => ({
    value: String(index + 1),
    // The year stands in its own field.
    label: periodCalendar(kind, year, index + 1).name.replace(/ \d+$/, ''),
  }))
}

function PeriodSentence({ draft }: { readonly draft: PeriodDraft }) {
  const t = useT()
  const format = useFormat()
  if (periodProblem(draft) === 'year') return null
  const { name, startsOn, endsOn } = periodCalendar(draft.kind, draft.year, draft.ordinal)
  return (
    <p className={styles.told}>
      <Rich text={t('agency.periodSentence', { name, from: format.date(startsOn), to: format.date(endsOn) })} />
    </p>
  )
}

interface RulePacksProps {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function RulePacks({ chosen, onChange }: RulePacksProps) {
  const t = useT()
  return (
    <fieldset className={styles.packs}>
      <legend className={styles.label}>{t('agency.rulePacks')}</legend>
      {rulePackChoices.map(({ id, confidence, required, text }) => (
        <div key={id} className={styles.pack}>
          <Checkbox
            checked={required || chosen.includes(id)}
            disabled={required}
            label={t(text)}
            description={t(`${text}Hint`)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          <Tag tone={confidence === 'R' ? 'confirmed' : 'attention'} title={t(`agency.confidence${confidence}Hint`)}>
            {t(`agency.confidence${confidence}`)}
          </Tag>
        </div>
      ))}
    </fieldset>
  )
}
