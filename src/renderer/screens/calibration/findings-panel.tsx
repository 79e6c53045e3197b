import { dataProblemSentence, modelSentence, workspaceFindingSentence } from '#contract/calibration-words.ts'
import type { CalibrationFinding } from '#domain/calibration/calibration-finding.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { useGrowing } from '#renderer/ui/growing.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import type { Calibrated } from './calibrated.ts'
import styles from './calibration.module.css'
import { namesOf } from './term-words.ts'

const topics = ['aboutSupervisors', 'aboutPeople', 'aboutAgency', 'aboutLimits'] as const
type Topic = (typeof topics)[number]

const agencyCodes: ReadonlySet<CalibrationFinding['code']> = new Set([
  'no-difference',
  'closeness',
  'inflation',
  'inflation-hint',
  'subgroup-gap',
  'subgroup-impact',
])

function topicOf(finding: CalibrationFinding): Topic {
  if ('employee' in finding) return 'aboutPeople'
  if ('supervisor' in finding) return 'aboutSupervisors'
  return agencyCodes.has(finding.code) ? 'aboutAgency' : 'aboutLimits'
}

interface FindingsPanelProps {
  readonly calibrated: Calibrated
  readonly onSupervisor: (supervisorId: string) => void
  readonly onClose: () => void
}

/** Every finding in its full sentence, and what the data of some people lack. */
export function FindingsPanel({ calibrated, onSupervisor, onClose }: FindingsPanelProps) {
  const t = useT()
  const locale = useLocale()
  const { result, problems } = calibrated
  const words = namesOf(calibrated, t)
  return (
    <SidePanel
      name="calibration"
      title={t('calibration.allFindings')}
      under={modelSentence(result.model, locale)}
      onClose={onClose}
    >
      {topics.map((topic) => {
        const found = result.findings.filter((finding) => topicOf(finding) === topic)
        return found.length === 0 ? null : (
          <PanelSection key={topic} title={t(`calibration.${topic}`)}>
            <Findings found={found} words={words} onSupervisor={onSupervisor} />
          </PanelSection>
        )
      })}
      {problems.length === 0 ? null : (
        <PanelSection title={t('calibration.aboutData')}>
          <ul className={styles.findings}>
            {problems.map(({ code, employees }) => (
              <li key={code}>{dataProblemSentence(code, employees.length, locale)}</li>
            ))}
          </ul>
        </PanelSection>
      )}
      {result.findings.length + problems.length === 0 ? <p>{t('calibration.noFindings')}</p> : null}
    </SidePanel>
  )
}

interface FindingsProps extends Pick<FindingsPanelProps, 'onSupervisor'> {
  readonly found: readonly CalibrationFinding[]
  readonly words: ReturnType<typeof namesOf>
}

function Findings({ found, words, onSupervisor }: FindingsProps) {
  const locale = useLocale()
  const [shown, end] = useGrowing(found)
  return (
    <>
      <ul className={styles.findings}>
        {shown.map((finding) => (
          <li key={JSON.stringify(finding)}>
            {workspaceFindingSentence(finding, locale, words)}{' '}
            <Whom finding={finding} words={words} onSupervisor={onSupervisor} />
          </li>
        ))}
      </ul>
      {end}
    </>
  )
}

interface WhomProps extends Pick<FindingsPanelProps, 'onSupervisor'> {
  readonly finding: CalibrationFinding
  readonly words: ReturnType<typeof namesOf>
}

/** The way to whom a finding is about. */
function Whom({ finding, words, onSupervisor }: WhomProps) {
  const t = useT()
  const go = useGo()
  if ('employee' in finding) {
    const name = words.employee(finding.employee)
    return (
      <TextLink
        label={t('calibration.openDossier', { name })}
        onClick={() => go('staff', { employee: finding.employee })}
      >
        {t('calibration.dossier')}
      </TextLink>
    )
  }
  return 'supervisor' in finding ? (
    <TextLink
      label={t('calibration.openSupervisor', { name: words.supervisor(finding.supervisor) })}
      onClick={() => onSupervisor(finding.supervisor)}
    >
      {t('calibration.figures')}
    </TextLink>
  ) : null
}
