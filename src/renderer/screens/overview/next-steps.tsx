import {
  IconAlertTriangle,
  IconBuildingCommunity,
  IconCalendar,
  IconCircleCheck,
  IconClipboardCheck,
  IconGavel,
  IconMessageCircle,
  IconPencil,
  type TablerIcon,
} from '@tabler/icons-react'
import type { NextStep } from '#contract/overview.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Hint } from '#renderer/ui/hint.tsx'
import { Panel, PanelWords } from '#renderer/ui/panel.tsx'
import { State } from '#renderer/ui/tag.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useGo, useSetSearch } from '#renderer/ui/use-place.ts'
import styles from './overview.module.css'

const icons: Readonly<Record<NextStep['kind'], TablerIcon>> = {
  'complete-people': IconAlertTriangle,
  'set-organisation': IconBuildingCommunity,
  'resolve-conflicts': IconAlertTriangle,
  'write-level-reasons': IconPencil,
  'plan-meeting': IconGavel,
  'open-meeting': IconGavel,
  'decide-cases': IconGavel,
  'get-consent': IconMessageCircle,
  'write-pattern-reasons': IconPencil,
  'set-window': IconCalendar,
  'do-follow-ups': IconClipboardCheck,
}

/** What is left to do, each with the link to its place. */
export function NextSteps({ steps }: { readonly steps: readonly NextStep[] }) {
  const t = useT()
  return (
    <Panel title={t('overview.steps')} flush>
      {steps.length === 0 ? (
        <PanelWords>
          <State tone="confirmed" icon={IconCircleCheck}>
            {t('overview.stepsNone')}
          </State>
        </PanelWords>
      ) : (
        <ul className={styles.steps}>
          {steps.map((step) => (
            <Step key={step.kind} step={step} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Step({ step }: { readonly step: NextStep }) {
  const t = useT()
  const go = useGo()
  const setSearch = useSetSearch()
  const why = useWhy(step)
  const Icon = icons[step.kind]
  const words = t(`overview.step-${step.kind}`, { count: step.count })
  const open = (): void => (step.place === 'overview' ? setSearch(step.search) : go(step.place, step.search))
  return (
    <li className={styles.step}>
      <Icon className={cx(step.urgent && styles.urgent)} size={16} stroke={1.8} aria-hidden />
      <span>
        {words}
        {why === '' ? null : <Hint below>{why}</Hint>}
      </span>
      <TextLink onClick={open} label={`${t('overview.stepOpen')}: ${words}`}>
        {t('overview.stepOpen')}
      </TextLink>
    </li>
  )
}

function useWhy({ kind, names, count }: NextStep): string {
  const t = useT()
  const format = useFormat()
  if (kind === 'plan-meeting' || kind === 'set-window') return t(`overview.why-${kind}`)
  if (kind === 'get-consent') return t('overview.why-get-consent')
  if (names.length === 0) return ''
  const namesEachPerson =
    kind === 'set-organisation' || kind === 'resolve-conflicts' || kind === 'write-pattern-reasons'
  const rest = count - names.length
  return namesEachPerson && rest > 0
    ? t('overview.stepMore', { names: names.join(', '), count: rest })
    : format.list(names)
}
