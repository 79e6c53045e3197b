import { IconPlus } from '@tabler/icons-react'
import type { CallOutput } from '#contract/contracts.ts'
import type { OrganisationIndicatorRow } from '#contract/organisation.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { TargetTrack } from '#renderer/ui/bar-against-target.tsx'
import { Panel, PanelWords } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { State } from '#renderer/ui/tag.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useSetSearch } from '#renderer/ui/use-place.ts'
import { indexWhy } from './index-words.ts'
import styles from './overview.module.css'

const isMet = (row: OrganisationIndicatorRow): boolean => row.index.kind === 'index' && row.index.value >= 100

interface IndicatorTableProps {
  readonly indicators: readonly OrganisationIndicatorRow[]
  readonly periodId: CallOutput<'workspace.addPeriod'>['periodId']
}

/** IKU with target, realisation and advisory index; a row opens its form. */
export function IndicatorTable({ indicators, periodId }: IndicatorTableProps) {
  const t = useT()
  const setSearch = useSetSearch()
  const organisation = useCall('organisation.get', { periodId })
  const cap = organisation.data?.scoring.indexCap ?? 120
  const add = (): void => setSearch({ panel: 'indicator', indicator: null })
  const met = indicators.filter(isMet).length
  return (
    <Panel
      title={
        indicators.length === 0
          ? t('overview.indicatorsNone')
          : t('overview.indicatorsFound', { met, total: indicators.length })
      }
      note={indicators.length === 0 ? undefined : t('overview.indicatorAdvice', { cap })}
      actions={
        <Action size="small" icon={IconPlus} onClick={add}>
          {t('overview.indicatorAdd')}
        </Action>
      }
      flush
    >
      {indicators.length === 0 ? (
        <PanelWords>{t('overview.indicatorsEmpty')}</PanelWords>
      ) : (
        <div className={styles.scroll}>
          <PlainTable>
            <thead>
              <tr>
                <th scope="col">{t('overview.indicator')}</th>
                <th scope="col">{t('overview.measure')}</th>
                <th scope="col" data-align="right">
                  {t('overview.target')}
                </th>
                <th scope="col" data-align="right">
                  {t('overview.realisation')}
                </th>
                <th scope="col" className={styles.track}>
                  {t('overview.tick')}
                </th>
                <th scope="col" data-align="right">
                  {t('overview.index')}
                </th>
                <th scope="col">{t('overview.state')}</th>
              </tr>
            </thead>
            <tbody>
              {indicators.map((row) => (
                <IndicatorLine
                  key={row.id}
                  row={row}
                  onOpen={() => setSearch({ panel: 'indicator', indicator: row.id })}
                />
              ))}
            </tbody>
          </PlainTable>
        </div>
      )}
    </Panel>
  )
}

function IndicatorLine({ row, onOpen }: { readonly row: OrganisationIndicatorRow; readonly onOpen: () => void }) {
  const t = useT()
  const format = useFormat()
  const { index } = row
  return (
    <tr>
      <td>
        <TextLink onClick={onOpen} label={t('overview.indicatorEdit', { name: row.name })}>
          {row.name}
        </TextLink>
      </td>
      <td className={styles.quiet}>{row.unitOfMeasure}</td>
      <td data-align="right">{row.target}</td>
      <td data-align="right">
        <b>{row.realisation}</b>
      </td>
      <td>
        {index.kind === 'index' ? (
          <TargetTrack
            share={index.value / 100}
            low={index.value < 100}
            label={t('overview.indexPreview', { value: format.number(index.value, 1) })}
          />
        ) : null}
      </td>
      <td data-align="right">{index.kind === 'index' ? format.number(index.value, 1) : ''}</td>
      <td className={styles.nowrap}>
        {index.kind === 'none' ? (
          <State tone="neutral" title={indexWhy(index.because, t)}>
            {t('overview.noIndex')}
          </State>
        ) : isMet(row) ? (
          <State tone="confirmed">{t('overview.met')}</State>
        ) : (
          <State tone="attention">{t('overview.below')}</State>
        )}
      </td>
    </tr>
  )
}
