import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Panel, PanelWords } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import styles from './inspect.module.css'
import type { Inspection } from './use-inspection.ts'

interface PeoplePanelProps {
  readonly people: Inspection['people']
  readonly found: number
}

/** By name, so that one sees whose scores and decisions are still there. */
export function PeoplePanel({ people, found }: PeoplePanelProps) {
  const t = useT()
  const format = useFormat()
  return (
    <Panel title={t('inspect.people')} note={t('inspect.peopleNote', { found })} flush>
      {people.length === 0 ? (
        <PanelWords>{t('inspect.noPeople')}</PanelWords>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key.
        <section className={styles.people} tabIndex={0} aria-label={t('inspect.peopleNote', { found })}>
          <PlainTable long>
            <thead>
              <tr>
                <th scope="col">{t('inspect.name')}</th>
                <th scope="col">{t('inspect.unit')}</th>
                <th scope="col" data-align="right">
                  {t('inspect.scores')}
                </th>
                <th scope="col" data-align="right">
                  {t('inspect.decisions')}
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ name, unit, scores, decisions }, index) => (
                // Two people may bear one name; the list never changes its order.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above.
                <tr key={index}>
                  <td>{name}</td>
                  <td>{unit ?? t('inspect.unitUnknown')}</td>
                  <td data-align="right">{format.number(scores)}</td>
                  <td data-align="right">{format.number(decisions)}</td>
                </tr>
              ))}
            </tbody>
          </PlainTable>
        </section>
      )}
      {found > people.length ? (
        <PanelWords>{t('inspect.peopleMore', { count: found - people.length })}</PanelWords>
      ) : null}
    </Panel>
  )
}
