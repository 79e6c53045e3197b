import type { ReactNode } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { PlainTable, TableHead } from '#renderer/ui/plain-table.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { type Calibrated, employeeName, supervisorName } from './calibrated.ts'
import styles from './calibration.module.css'
import { EmployeeLink } from './employee-link.tsx'
import type { Comparison } from './use-what-if.ts'
import { effectSentence } from './what-if-bar.tsx'

interface WhatIfPanelProps {
  readonly calibrated: Calibrated
  readonly comparison: Comparison
  /** The choices tried out, in words. */
  readonly tried: readonly string[]
  readonly onClose: () => void
}

/** Before and after: supervisors whose figure or flag would change, people whose proposal would. */
export function WhatIfPanel({ calibrated, comparison, tried, onClose }: WhatIfPanelProps) {
  const t = useT()
  return (
    <SidePanel
      name="calibration"
      title={t('calibration.changes')}
      under={effectSentence(comparison, t).replaceAll('**', '')}
      onClose={onClose}
    >
      <p className={styles.triedWords}>{t('calibration.tried', { choices: tried.join('; ') })}</p>
      {comparison.supervisors.length === 0 ? null : (
        <PanelSection title={t('ui.comparisonName')}>
          <SupervisorChanges calibrated={calibrated} comparison={comparison} />
        </PanelSection>
      )}
      {comparison.cases.length === 0 ? null : (
        <PanelSection
          title={t('calibration.proposal')}
          note={
            comparison.changed.proposals > comparison.cases.length
              ? t('calibration.firstOf', { shown: comparison.cases.length, count: comparison.changed.proposals })
              : undefined
          }
        >
          <CaseChanges calibrated={calibrated} comparison={comparison} />
        </PanelSection>
      )}
    </SidePanel>
  )
}

type ChangesProps = Pick<WhatIfPanelProps, 'calibrated' | 'comparison'>

function ChangeHead({ name }: { readonly name: string }) {
  const t = useT()
  return (
    <TableHead
      columns={[
        { name: name },
        { name: t('calibration.before'), isFigure: true },
        { name: t('calibration.after'), isFigure: true },
      ]}
    />
  )
}

interface ChangeProps {
  readonly children: ReactNode
  readonly before: string
  readonly after: string
}

function Change({ children, before, after }: ChangeProps) {
  return (
    <tr>
      <td>{children}</td>
      <td data-align="right">{before}</td>
      <td data-align="right">
        <b>{after}</b>
      </td>
    </tr>
  )
}

function SupervisorChanges({ calibrated, comparison }: ChangesProps) {
  const t = useT()
  const format = useFormat()
  const said = (side: Comparison['supervisors'][number]['before']): string => {
    if (side === null) return t('calibration.leftOutTag')
    if (side.estimate === null) return t('calibration.noEvidenceTag')
    const figure = format.signed(side.estimate, 1)
    return side.isFlagged ? t('calibration.figureFlagged', { figure }) : figure
  }
  return (
    <PlainTable>
      <ChangeHead name={t('ui.comparisonName')} />
      <tbody>
        {comparison.supervisors.map((one) => (
          <Change key={one.supervisor} before={said(one.before)} after={said(one.after)}>
            {supervisorName(calibrated, one.supervisor)}
          </Change>
        ))}
      </tbody>
    </PlainTable>
  )
}

function CaseChanges({ calibrated, comparison }: ChangesProps) {
  const t = useT()
  const format = useFormat()
  const said = (score: number | null): string =>
    score === null ? t('calibration.proposalNone') : format.number(score, 1)
  return (
    <PlainTable long>
      <ChangeHead name={t('calibration.employee')} />
      <tbody>
        {comparison.cases.map((one) => (
          <Change key={`${one.employee} ${one.supervisor}`} before={said(one.before)} after={said(one.after)}>
            <EmployeeLink employeeId={one.employee} name={employeeName(calibrated, one.employee)} />
          </Change>
        ))}
      </tbody>
    </PlainTable>
  )
}
