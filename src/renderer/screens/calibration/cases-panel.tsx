import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { useGrowing } from '#renderer/ui/growing.tsx'
import { Hint } from '#renderer/ui/hint.tsx'
import { Panel, PanelWords } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import { type Calibrated, type CaseList, type ListedCase, listedCases } from './calibrated.ts'
import styles from './calibration.module.css'
import { EmployeeLink } from './employee-link.tsx'

/** What else is known of the people on the lists: filled in once it is read. */
export interface CaseFacts {
  readonly achievement: ReadonlyMap<string, number | null>
  readonly onAgenda: ReadonlySet<string>
  /** Who declared a relation to his supervisor, and how many relations stand; null: not for this user to see. */
  readonly relations: { readonly standing: number; readonly isClose: (one: ListedCase) => boolean } | null
}

interface CasesPanelProps {
  readonly calibrated: Calibrated
  readonly list: CaseList
  readonly facts: CaseFacts
  /** The supervisor whose people stand out a little. */
  readonly selectedId: string | null
}

const shownFirst = 7

/** People to look at first, with the rule that put them here and how often such a list is right. Never a verdict. */
export function CasesPanel({ calibrated, list, facts, selectedId }: CasesPanelProps) {
  const t = useT()
  const [isWhole, setWhole] = useState(false)
  const cases = listedCases(calibrated, list)
  const shown = isWhole ? cases : cases.slice(0, shownFirst)
  return (
    <Panel
      title={t(`calibration.${list}`)}
      heading="block"
      note={t('calibration.casesCount', { count: cases.length, tested: calibrated.result.lookFirst.tested })}
      flush
      className={styles.cases}
      footer={
        <Foot
          more={cases.length - shownFirst}
          isWhole={isWhole}
          onWhole={setWhole}
          relations={list === 'favoured' ? facts.relations : null}
        />
      }
    >
      {cases.length === 0 ? (
        <PanelWords>{t('calibration.noCases')}</PanelWords>
      ) : (
        <>
          <RuleWords calibrated={calibrated} list={list} />
          <CaseTable
            label={t(`calibration.${list}`)}
            cases={shown}
            facts={facts}
            selectedId={selectedId}
            strongFrom={calibrated.result.options.individual.points}
          />
        </>
      )}
    </Panel>
  )
}

interface FootProps {
  readonly more: number
  readonly isWhole: boolean
  readonly onWhole: (whole: boolean) => void
  readonly relations: CaseFacts['relations']
}

function Foot({ more, isWhole, onWhole, relations }: FootProps) {
  const t = useT()
  const go = useGo()
  if (more <= 0 && relations === null) return null
  return (
    <footer className={styles.foot}>
      {more <= 0 ? (
        <span />
      ) : (
        <TextLink expanded={isWhole} onClick={() => onWhole(!isWhole)}>
          {isWhole ? t('calibration.showFewer') : t('calibration.showMore', { count: more })}
        </TextLink>
      )}
      {relations === null ? null : (
        <span className={styles.relations}>
          <IconLink size={14} stroke={1.8} aria-hidden />
          <TextLink onClick={() => go('relations')}>
            {t('calibration.relations', { count: relations.standing })}
          </TextLink>
        </span>
      )}
    </footer>
  )
}

function RuleWords({ calibrated, list }: Pick<CasesPanelProps, 'calibrated' | 'list'>) {
  const t = useT()
  const format = useFormat()
  const { options, lookFirst } = calibrated.result
  const { low, high, byChance } = lookFirst.hits
  return (
    <p className={styles.rule}>
      <b>{t('calibration.rule')}</b>{' '}
      {t(`calibration.rule-${list}`, { share: format.percent(options.individual.lookFirst, 0) })}
      <br />
      <b>{t('calibration.hits')}</b> {t(`calibration.hits-${list}`, { low, high, chance: byChance })}
    </p>
  )
}

interface CaseTableProps {
  readonly label: string
  readonly cases: readonly ListedCase[]
  readonly facts: CaseFacts
  readonly selectedId: string | null
  readonly strongFrom: number
}

function CaseTable({ label, cases, facts, selectedId, strongFrom }: CaseTableProps) {
  const t = useT()
  const [shown, end] = useGrowing(cases)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key.
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <PlainTable long>
        <thead>
          <tr>
            <th scope="col">{t('calibration.employee')}</th>
            <th scope="col" data-align="right" className={styles.wide}>
              {t('calibration.score')}
            </th>
            <th scope="col" data-align="right" className={styles.wide}>
              {t('calibration.achievement')}
            </th>
            <th scope="col" data-align="right" className={styles.figure}>
              {t('calibration.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <CaseLine
              key={`${one.employeeId} ${one.supervisorId}`}
              one={one}
              facts={facts}
              isOn={one.supervisorId === selectedId}
              strongFrom={strongFrom}
            />
          ))}
        </tbody>
      </PlainTable>
      {end}
    </section>
  )
}

interface CaseLineProps {
  readonly one: ListedCase
  readonly facts: CaseFacts
  readonly isOn: boolean
  readonly strongFrom: number
}

function CaseLine({ one, facts, isOn, strongFrom }: CaseLineProps) {
  const t = useT()
  const format = useFormat()
  const achievement = facts.achievement.get(one.employeeId) ?? null
  const scored = one.score === null ? t('ui.notEnough') : format.number(one.score, 2)
  const achieved = achievement === null ? t('ui.notEnough') : format.number(achievement, 1)
  return (
    <tr className={cx(isOn && styles.on)}>
      <td>
        <EmployeeLink employeeId={one.employeeId} name={one.name} />
        <span className={styles.narrow}>
          <Hint below>{t('calibration.inWords', { score: scored, achievement: achieved })}</Hint>
        </span>
        <Hint below>
          {one.unitName}
          {facts.relations?.isClose(one) === true ? (
            <>
              {' '}
              <IconLink size={14} stroke={1.8} role="img" aria-label={t('calibration.relationDeclared')} />
            </>
          ) : null}
          {one.isStrong ? (
            <>
              {' '}
              <Tag title={t('calibration.strongWhy', { points: strongFrom })}>{t('calibration.strong')}</Tag>
            </>
          ) : null}
          {facts.onAgenda.has(one.employeeId) ? (
            <>
              {' '}
              <Tag tone="accent">{t('calibration.onAgenda')}</Tag>
            </>
          ) : null}
        </Hint>
      </td>
      <td data-align="right" className={styles.wide}>
        {scored}
      </td>
      <td data-align="right" className={styles.wide}>
        {achieved}
      </td>
      <td data-align="right">
        <b>{format.signed(one.points, 1)}</b>
      </td>
    </tr>
  )
}
