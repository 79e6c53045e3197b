import { Checkbox, Select } from '@mantine/core'
import type { CaseRow } from '#contract/supervisors.ts'
import { type CaseRule, caseRules, caseThresholds } from '#domain/calibration/case-rules.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useGrowing } from '#renderer/ui/growing.tsx'
import { Hint } from '#renderer/ui/hint.tsx'
import { Panel, PanelWords } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { DossierLink } from './dossier-link.tsx'
import styles from './supervisors.module.css'
import type { CasesInView } from './use-cases-in-view.ts'

/** People a visible rule marks: to look at, never a verdict. The chosen ones go to the meeting. */
export function CaseList({ view }: { readonly view: CasesInView }) {
  const t = useT()
  const { rule, supervisor, teamOnly, ofTeam, shown } = view
  const title =
    teamOnly && supervisor !== undefined
      ? t('supervisors.casesOf', { count: ofTeam.length, name: supervisor.name })
      : t('supervisors.casesCount', { count: ofTeam.length })
  return (
    <Panel title={title} flush className={styles.cases}>
      <div className={styles.tools}>
        <RuleChoice cases={ofTeam} value={rule} onChange={view.setRule} />
        {supervisor === undefined ? null : (
          <Checkbox
            size="xs"
            label={t('supervisors.showCases')}
            checked={teamOnly}
            onChange={(event) => view.setTeamOnly(event.currentTarget.checked)}
          />
        )}
      </div>
      {rule === null ? null : <PanelWords>{t(`supervisors.ruleWhy-${rule}`, thresholds)}</PanelWords>}
      {shown.length === 0 ? <PanelWords>{t('supervisors.casesNone')}</PanelWords> : <CaseTable view={view} />}
    </Panel>
  )
}

const thresholds = {
  above: caseThresholds.aboveNeeds,
  below: caseThresholds.belowAllows,
  from: caseThresholds.meetsFrom,
  to: caseThresholds.meetsTo,
  points: caseThresholds.jumpPoints,
  steps: caseThresholds.jumpSteps,
}

interface RuleChoiceProps {
  readonly cases: readonly CaseRow[]
  readonly value: CaseRule | null
  readonly onChange: (rule: CaseRule | null) => void
}

function RuleChoice({ cases, value, onChange }: RuleChoiceProps) {
  const t = useT()
  const options = caseRules.flatMap((rule) => {
    const count = cases.filter((row) => row.rules.includes(rule)).length
    const label = t('supervisors.ruleCount', { rule: t(`supervisors.rule-${rule}`), count })
    return count === 0 && rule !== value ? [] : [{ value: rule, label }]
  })
  return (
    <Select
      size="xs"
      aria-label={t('supervisors.ruleFilter')}
      data={[{ value: 'all', label: t('supervisors.ruleAll', { count: cases.length }) }, ...options]}
      value={value ?? 'all'}
      onChange={(next) => onChange(caseRules.find((rule) => rule === next) ?? null)}
      allowDeselect={false}
    />
  )
}

function CaseTable({ view }: { readonly view: CasesInView }) {
  const t = useT()
  const { shown, isChosen, setChosen } = view
  const [rows, end] = useGrowing(shown)
  const free = shown.filter((row) => !row.onAgenda)
  const chosen = view.brought.length
  return (
    <div className={styles.scroll}>
      <PlainTable long>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                size="xs"
                aria-label={t('supervisors.chooseAll')}
                disabled={free.length === 0}
                checked={chosen > 0 && chosen === free.length}
                indeterminate={chosen > 0 && chosen < free.length}
                onChange={() => setChosen(free, chosen < free.length)}
              />
            </th>
            <th scope="col">{t('supervisors.employee')}</th>
            <th scope="col" data-align="right">
              {t('supervisors.score')}
            </th>
            <th scope="col" data-align="right">
              {t('supervisors.achievement')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CaseLine
              key={row.employeeId}
              row={row}
              chosen={isChosen(row)}
              onChoose={(next) => setChosen([row], next)}
            />
          ))}
        </tbody>
      </PlainTable>
      {end}
    </div>
  )
}

interface CaseLineProps {
  readonly row: CaseRow
  readonly chosen: boolean
  readonly onChoose: (chosen: boolean) => void
}

function CaseLine({ row, chosen, onChoose }: CaseLineProps) {
  const t = useT()
  return (
    <tr>
      <td>
        {row.onAgenda ? null : (
          <Checkbox
            size="xs"
            mt={2}
            aria-label={t('supervisors.chooseCase', { name: row.name })}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
      </td>
      <td>
        <DossierLink row={row} /> {row.onAgenda ? <Tag tone="accent">{t('supervisors.onAgenda')}</Tag> : null}
        <Hint below>
          {[row.unitName, row.predicate === null ? t('ui.notRated') : t(`ui.${row.predicate}`)]
            .filter((part) => part !== '')
            .join(' · ')}
          {row.rules.map((rule) => (
            <span
              key={rule}
              title={`${t(`supervisors.rule-${rule}`)}. ${t(`supervisors.ruleWhy-${rule}`, thresholds)}`}
            >
              {' · '}
              <b>{t(`supervisors.short-${rule}`)}</b>
            </span>
          ))}
        </Hint>
      </td>
      <Figure value={row.score} decimals={2} />
      <Figure value={row.achievement} decimals={1} />
    </tr>
  )
}

function Figure({ value, decimals }: { readonly value: number | null; readonly decimals: number }) {
  const t = useT()
  const format = useFormat()
  return <td data-align="right">{value === null ? t('ui.notEnough') : format.number(value, decimals)}</td>
}
