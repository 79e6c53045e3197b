import { useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { QueryView } from '#renderer/ui/states.tsx'
import { usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import { IndicatorForm } from './indicator-form.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { ReasonsForm } from './reasons-form.tsx'
import { RulesForm } from './rules-form.tsx'
import type { Overview } from './screen.tsx'

interface OverviewPanelsProps {
  readonly period: PeriodSummary
  readonly overview: Overview | undefined
}

const panels = ['organisation', 'indicator', 'reasons', 'rules'] as const

/** The panel at the right that edits what the overview shows; the address says which one is open. */
export function OverviewPanels({ period, overview }: OverviewPanelsProps) {
  const t = useT()
  const { search } = usePlace()
  const setSearch = useSetSearch()
  const panel = panels.find((name) => name === search.panel)
  const organisation = useCall('organisation.get', { periodId: period.id }, { enabled: panel !== undefined })
  if (panel === undefined) return null
  const close = (): void => setSearch({ panel: null, indicator: null, unit: null })
  const heading = {
    organisation: { title: t('overview.organisationTitle'), under: t('overview.organisationUnder') },
    indicator: {
      title: t(search.indicator === undefined ? 'overview.indicatorNew' : 'overview.indicatorTitle'),
      under: t('overview.wordingKept'),
    },
    reasons: { title: t('overview.reasonsTitle'), under: t('overview.reasonsUnder') },
    rules: { title: t('overview.rulesTitle'), under: t('overview.rulesUnder', { period: period.name }) },
  }[panel]
  return (
    <SidePanel name="overview" title={heading.title} under={heading.under} onClose={close}>
      <QueryView query={organisation}>
        {(data) => {
          const shared = { periodId: period.id, organisation: data }
          if (panel === 'organisation') return <OrganisationForm {...shared} />
          if (panel === 'reasons') return <ReasonsForm {...shared} pools={overview?.pools ?? []} />
          if (panel === 'rules') return <RulesForm key={data.scoring.version} {...shared} />
          const indicatorId = search.indicator ?? null
          return <IndicatorForm key={indicatorId ?? 'new'} {...shared} indicatorId={indicatorId} onDone={close} />
        }}
      </QueryView>
    </SidePanel>
  )
}
