import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { groupWord } from '#contract/calibration-words.ts'
import type { AttributeFairness, GroupFairness } from '#domain/calibration/subgroup-fairness.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import { type Translate, useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { ComparisonChart } from '#renderer/ui/charts/comparison-chart.tsx'
import type { ComparisonRow } from '#renderer/ui/charts/comparison-plot.ts'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { axisAround } from './axis-around.ts'
import styles from './calibration-pages.module.css'
import { Deeper, FigureTable } from './deeper.tsx'
import { fairnessSentences, gapOf, gapTitle } from './fairness-words.ts'
import { pWords, rangeWords } from './figure-words.ts'
import { PageWords } from './page-words.tsx'
import type { Shown } from './screen.tsx'

type ShownGroup = Extract<GroupFairness, { kind: 'shown' }>

/** Whether groups of people are rated alike, achievement and supervisor held equal; one question (sex, age) at a time. */
export function FairnessPage({ shown }: { readonly shown: Shown }) {
  const t = useT()
  const [chosen, setChosen] = useState<string | null>(null)
  const { fairness, options } = shown.result
  const one = fairness.find(({ attribute }) => attribute === chosen) ?? fairness.at(-1)
  if (one === undefined) return <Nobody smallest={options.smallestGroup} />
  return (
    <>
      {fairness.length < 2 ? null : (
        <div className={styles.choices}>
          <Segmented
            label={t('calibrationPages.attributes')}
            options={fairness.map(({ attribute }) => ({ value: attribute, label: attributeWord(attribute, t) }))}
            value={one.attribute}
            onChange={setChosen}
          />
        </div>
      )}
      {one.reference === null ? (
        <Nobody smallest={options.smallestGroup} />
      ) : (
        <Attribute key={one.attribute} one={one} reference={one.reference} shown={shown} />
      )}
    </>
  )
}

const attributeWord = (attribute: string, t: Translate): string =>
  attribute === 'sex' || attribute === 'age' ? t(`calibrationPages.attribute-${attribute}`) : attribute

function Nobody({ smallest }: { readonly smallest: number }) {
  const t = useT()
  return (
    <EmptyState icon={IconUsers} title={t('calibrationPages.fairnessNone')}>
      {t('calibrationPages.fairnessNoneText', { smallest })}
    </EmptyState>
  )
}

interface AttributeProps {
  readonly one: AttributeFairness
  readonly reference: string
  readonly shown: Shown
}

function Attribute({ one, reference, shown }: AttributeProps) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const { options } = shown.result
  const word = (group: string): string => groupWord(group, locale)
  const groups = one.groups.filter((group): group is ShownGroup => group.kind === 'shown')
  const rows = groups.map((group): ComparisonRow => {
    const head = { id: group.group, name: word(group.group), n: group.people }
    if (group.group === reference) return { ...head, value: 0 }
    if (group.gap === null) return { ...head, value: null }
    const { estimate, low, high } = group.gap
    return { ...head, value: estimate, low, high, flagged: gapOf(group) !== null }
  })
  const named = { reference: word(reference) }
  return (
    <>
      <PageWords
        known={fairnessSentences(one, options, word, t, format)}
        unknown={[t('calibrationPages.fairnessUnknown')]}
        todo={[t('calibrationPages.fairnessTodo')]}
      />
      <ComparisonChart
        title={gapTitle(one, word, t, format)}
        note={t('calibrationPages.fairnessNote', { ...named, share: format.percent(options.interval, 0) })}
        alternative={t('calibrationPages.fairnessAlternative', named)}
        rows={rows}
        axis={{
          ...axisAround(rows),
          line: { at: 0, label: t('calibrationPages.axisReference', named) },
          lowLabel: t('calibrationPages.axisLower'),
          highLabel: t('calibrationPages.axisHigher'),
          signed: true,
          decimals: 1,
        }}
        nameHeader={t('calibrationPages.fairnessGroup')}
        valueHeader={t('calibrationPages.fairnessGapHeader')}
        fileName="kesetaraan-kelompok"
      />
      <Deeper
        assumptions={[
          t('calibrationPages.fairnessAssumption1'),
          t('calibrationPages.fairnessAssumption2'),
          t('calibrationPages.fairnessAssumption3'),
        ]}
      >
        <FigureTable
          columns={[
            { header: t('calibrationPages.fairnessGroup') },
            ...figureHeaders.map((key) => ({ header: t(key), isFigure: true })),
          ]}
          rows={groups.map((group) => ({
            id: group.group,
            cells: [word(group.group), ...figuresOf(group, reference, t, format)],
          }))}
        />
      </Deeper>
    </>
  )
}

const figureHeaders = [
  'calibrationPages.fairnessPeople',
  'calibrationPages.fairnessGapHeader',
  'calibrationPages.fairnessRange',
  'calibrationPages.fairnessP',
  'calibrationPages.fairnessRate',
  'calibrationPages.fairnessRatio',
  'calibrationPages.fairnessRatioRange',
  'calibrationPages.fairnessRatioP',
  'calibrationPages.fairnessOdds',
] as const

function figuresOf(group: ShownGroup, reference: string, t: Translate, format: Formatters): string[] {
  const nothing = t('calibrationPages.notEnough')
  const { gap, impact, withinUnits } = group
  const signed = (value: number): string => format.signed(value, 2)
  const plain = (value: number): string => format.number(value, 2)
  const gapWords =
    group.group === reference
      ? [t('calibrationPages.fairnessReference'), '', '']
      : gap === null
        ? [nothing, nothing, nothing]
        : [signed(gap.estimate), rangeWords(gap.low, gap.high, signed), pWords(gap.p, format)]
  return [format.number(group.people), ...gapWords, ...impactWords(impact, t, format), oddsWords()]

  function oddsWords(): string {
    if (withinUnits === null) return ''
    if (withinUnits.kind !== 'value') return nothing
    const { estimate, interval, p } = withinUnits
    return `${plain(estimate)} (${rangeWords(interval.low, interval.high, plain)}; p ${pWords(p, format)})`
  }
}

function impactWords(impact: ShownGroup['impact'], t: Translate, format: Formatters): string[] {
  const nothing = t('calibrationPages.notEnough')
  if (impact?.kind !== 'value') return [nothing, nothing, nothing, nothing]
  const { rate, ratio, comparison } = impact
  const plain = (value: number): string => format.number(value, 2)
  if (comparison === null) return [format.percent(rate), plain(ratio), t('calibrationPages.fairnessReference'), '']
  const { interval, normal, exactP } = comparison
  const p = exactP ?? (normal.kind === 'value' ? normal.p : null)
  return [
    format.percent(rate),
    plain(ratio),
    interval.kind === 'value' ? rangeWords(interval.low, interval.high, plain) : nothing,
    p === null ? nothing : pWords(p, format),
  ]
}
