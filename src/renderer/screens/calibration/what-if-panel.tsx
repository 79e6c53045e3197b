import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import { type Calibrated, employeeName, supervisorName } from './calibrated.ts'
import type { Comparison } from './use-what-if.ts'
import { effectSentence } from './what-if-bar.tsx'

interface WhatIfPanelProps {
  readonly calibrated: Calibrated
  readonly comparison: Comparison
  readonly onClose: () => void
}

/** Before and after: supervisors whose figure or flag would change, people whose proposal would. */
export function WhatIfPanel({ calibrated, comparison, onClose }: WhatIfPanelProps) {
  const t = useT()
  return (
    <SidePanel
      name="calibration"
      title={t('calibration.changes')}
      under={effectSentence(comparison, t).replaceAll('**', '')}
      onClose={onClose}
    >
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

type ChangesProps = Omit<WhatIfPanelProps, 'onClose'>

function ChangeHead({ name }: { readonly name: string }) {
  const t = useT()
  return (
    <thead>
      <tr>
        <th scope="col">{name}</th>
        <th scope="col" data-align="right">
          {t('calibration.before')}
        </th>
        <th scope="col" data-align="right">
          {t('calibration.after')}
        </th>
      </tr>
    </thead>
  )
}

function SupervisorChanges({ calibrated, comparison }: ChangesProps) {
  const t = useT()
  const format = useFormat()
  const said = (side: Comparison['supervisors'][number]['before']): string => {
    if (side === null || side.estimate === null) return t('calibration.noEvidenceTag')
    const figure = format.signed(side.estimate, 1)
    return side.isFlagged ? t('calibration.figureFlagged', { figure }) : figure
  }
  return (
    <PlainTable>
      <ChangeHead name={t('ui.comparisonName')} />
      <tbody>
        {comparison.supervisors.map((one) => (
          <tr key={one.supervisor}>
            <td>{supervisorName(calibrated, one.supervisor)}</td>
            <td data-align="right">{said(one.before)}</td>
            <td data-align="right">
              <b>{said(one.after)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  )
}

function CaseChanges({ calibrated, comparison }: ChangesProps) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const said = (score: number | null): string =>
    score === null ? t('calibration.proposalNone') : format.number(score, 1)
  return (
    <PlainTable long>
      <ChangeHead name={t('calibration.employee')} />
      <tbody>
        {comparison.cases.map((one) => {
          const name = employeeName(calibrated, one.employee)
          return (
            <tr key={`${one.employee} ${one.supervisor}`}>
              <td>
                <TextLink
                  strong
                  label={t('calibration.openDossier', { name })}
                  onClick={() => go('staff', { employee: one.employee })}
                >
                  {name}
                </TextLink>
              </td>
              <td data-align="right">{said(one.before)}</td>
              <td data-align="right">
                <b>{said(one.after)}</b>
              </td>
            </tr>
          )
        })}
      </tbody>
    </PlainTable>
  )
}
