import { IconCheck } from '@tabler/icons-react'
import { periodCalendar } from '#domain/rules/period-calendar.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import styles from './start.module.css'
import { missingIn, type WizardDraft, type WizardStep, wizardSteps } from './wizard-draft.ts'

interface StepRailProps {
  readonly draft: WizardDraft
  readonly current: WizardStep
  readonly onGo: (step: WizardStep) => void
}

/** The four steps with what each holds so far. A step is open once those before it lack nothing. */
export function StepRail({ draft, current, onGo }: StepRailProps) {
  const t = useT()
  const about = useStepWords(draft)
  const firstGap = wizardSteps.findIndex((step) => missingIn(step, draft) !== null)
  const reachable = firstGap === -1 ? wizardSteps.length - 1 : firstGap
  const at = wizardSteps.indexOf(current)
  return (
    <nav className={styles.rail} aria-label={t('start.steps')}>
      <ol>
        {wizardSteps.map((step, index) => {
          const done = missingIn(step, draft) === null && index !== at && index <= reachable && about[step] !== ''
          return (
            <li key={step} className={cx(index === at && styles.now, done && styles.done)}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                disabled={index > reachable && index !== at}
                onClick={() => onGo(step)}
              >
                <span className={styles.stepMark} aria-hidden>
                  {done ? <IconCheck size={14} stroke={2} /> : index + 1}
                </span>
                <span className={styles.stepWords}>
                  <b>{t(`start.step-${step}`)}</b>
                  <span>{about[step]}</span>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function useStepWords(draft: WizardDraft): Readonly<Record<WizardStep, string>> {
  const t = useT()
  const units = draft.units.filter((line) => line.name.trim() !== '').length
  const { kind, year, ordinal } = draft.period
  return {
    agency: draft.agency.name.trim(),
    units: units === 0 ? '' : t('start.unitCount', { count: units }),
    period: missingIn('period', draft) === null ? periodCalendar(kind, year, ordinal).name : '',
    file: draft.path?.split(/[\\/]/).at(-1) ?? '',
  }
}
