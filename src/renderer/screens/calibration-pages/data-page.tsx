import { IconCircleCheck } from '@tabler/icons-react'
import { dataProblemSentence } from '#contract/calibration-words.ts'
import { type DataProblemCode, namedWithProblem } from '#domain/calibration/data-problem.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { Hint } from '#renderer/ui/hint.tsx'
import { Panel, PanelSection } from '#renderer/ui/panel.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import styles from './calibration-pages.module.css'
import { namesOf } from './names-of.ts'
import type { Shown } from './screen.tsx'

/** The condition of the staff grid that shows the same people; others are opened one by one. */
const conditionOf: Partial<Record<DataProblemCode, string>> = {
  'no-work-score': 'incomplete',
  'no-behaviour-score': 'incomplete',
  'supervisor-changed': 'supervisor-changed',
}

/** What keeps the data of some people from counting in full, each with the way to mend it. */
export function DataPage({ shown }: { readonly shown: Shown }) {
  const t = useT()
  const { problems } = shown
  if (problems.length === 0) {
    return (
      <EmptyState icon={IconCircleCheck} title={t('calibrationPages.dataNone')}>
        {t('calibrationPages.dataNoneText')}
      </EmptyState>
    )
  }
  const people = new Set(problems.flatMap(({ employees }) => employees)).size
  return (
    <Panel
      title={t('calibrationPages.dataTitle', { count: people })}
      note={t('calibrationPages.dataEffect')}
      heading="block"
      flush
    >
      {problems.map((problem) => (
        <Problem key={problem.code} problem={problem} shown={shown} />
      ))}
    </Panel>
  )
}

interface ProblemProps {
  readonly problem: Shown['problems'][number]
  readonly shown: Shown
}

function Problem({ problem, shown }: ProblemProps) {
  const t = useT()
  const locale = useLocale()
  const go = useGo()
  const names = namesOf(shown)
  const { code, employees } = problem
  const sentence = dataProblemSentence(code, employees.length, locale)
  const condition = conditionOf[code]
  return (
    <PanelSection title={sentence}>
      <div className={styles.names}>
        {employees.slice(0, namedWithProblem).map((id) => {
          const { name } = names.employee(id)
          return (
            <TextLink
              key={id}
              label={t('calibrationPages.openDossier', { name })}
              onClick={() => go('staff', { employee: id })}
            >
              {name}
            </TextLink>
          )
        })}
        {employees.length > namedWithProblem ? (
          <Hint>{t('calibrationPages.dataMore', { count: employees.length - namedWithProblem })}</Hint>
        ) : null}
        {condition === undefined ? null : (
          <TextLink strong onClick={() => go('staff', { show: condition })}>
            {t('calibrationPages.dataOpen')}
          </TextLink>
        )}
      </div>
    </PanelSection>
  )
}
