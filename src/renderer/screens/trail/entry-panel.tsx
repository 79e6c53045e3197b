import { IconArrowBackUp } from '@tabler/icons-react'
import type { CallOutput } from '#contract/contracts.ts'
import { trailSentence } from '#contract/trail-sentences.ts'
import type { TextKey } from '#renderer/i18n/catalogue.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { trail } from '#renderer/i18n/id/trail.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { cx } from '#renderer/ui/cx.ts'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { QueryView } from '#renderer/ui/states.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { fieldChanges, fieldName, valueText, type Words } from './row-words.ts'
import styles from './trail.module.css'
import type { TrailEntry } from './trail-entries.ts'

type Change = CallOutput<'trail.changes'>['changes'][number]

interface EntryPanelProps {
  readonly entry: TrailEntry
  /** The entry that took this one back. */
  readonly undoneBy: number | null
  readonly onOpen: (seq: number) => void
  readonly onClose: () => void
}

/** One entry opened: who, when, why, and every field before and after. */
export function EntryPanel({ entry, undoneBy, onOpen, onClose }: EntryPanelProps) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const changes = useCall('trail.changes', { seq: entry.seq }, { keepPrevious: false })
  return (
    <SidePanel
      name="trail"
      defaultWidth={460}
      title={trailSentence(entry, locale)}
      under={
        <>
          {t('trail.entry', { number: entry.seq })} ·{' '}
          {t('trail.panelBy', { author: entry.author, when: format.dateTime(entry.at) })}
        </>
      }
      onClose={onClose}
    >
      <div className={styles.panel}>
        <Relation entry={entry} undoneBy={undoneBy} onOpen={onOpen} />
        <PanelSection title={t('trail.panelReason')}>
          <p className={cx(styles.reason, entry.reason === '' && styles.soft)}>
            {entry.reason === '' ? t('trail.noReason') : entry.reason}
          </p>
        </PanelSection>
        <PanelSection title={t('trail.changes')} note={t('trail.changesNote', { count: entry.changeCount })}>
          <QueryView query={changes} lines={6}>
            {(data) => (
              <>
                {data.total > data.changes.length ? (
                  <p className={styles.soft}>
                    {t('trail.changesShown', { shown: data.changes.length, count: data.total })}
                  </p>
                ) : null}
                {data.changes.map((change) => (
                  <ChangedRow
                    key={`${change.table}-${change.rowId}`}
                    change={change}
                    words={{ t, format, names: data.names }}
                  />
                ))}
              </>
            )}
          </QueryView>
        </PanelSection>
      </div>
    </SidePanel>
  )
}

function Relation({ entry, undoneBy, onOpen }: Pick<EntryPanelProps, 'entry' | 'undoneBy' | 'onOpen'>) {
  const t = useT()
  const { undoes } = entry
  if (undoes === null && undoneBy === null) return null
  return (
    <ul className={styles.relations}>
      {undoes === null ? null : (
        <li>
          <IconArrowBackUp size={16} stroke={1.8} aria-hidden />
          <button type="button" onClick={() => onOpen(undoes)}>
            {t(entry.command === 'history.redo' ? 'trail.redoes' : 'trail.undoes', { number: undoes })}
          </button>
        </li>
      )}
      {undoneBy === null ? null : (
        <li>
          <IconArrowBackUp size={16} stroke={1.8} aria-hidden />
          <button type="button" onClick={() => onOpen(undoneBy)}>
            {t('trail.undoneBy', { number: undoneBy })}
          </button>
        </li>
      )}
    </ul>
  )
}

function ChangedRow({ change, words }: { readonly change: Change; readonly words: Words }) {
  const { t } = words
  const { before, after, about, table } = change
  const fields = fieldChanges(before, after)
  // Entries about the file itself carry a row that stays as it is (Workspace.note).
  if (fields.length === 0) return <p className={styles.soft}>{t('trail.aboutFile')}</p>
  const kind = `table-${table}` in trail ? t(`trail.table-${table}` as TextKey) : table
  return (
    <section className={styles.changed} aria-label={`${kind} ${about ?? ''}`}>
      <header>
        <b>{kind}</b>
        {about === null ? null : <span>{about}</span>}
        {before === null ? <Tag tone="confirmed">{t('trail.added')}</Tag> : null}
        {after === null ? <Tag tone="attention">{t('trail.removed')}</Tag> : null}
      </header>
      <table className={styles.fields}>
        <thead>
          <tr>
            <th scope="col">{t('trail.field')}</th>
            {before === null ? null : <th scope="col">{t('trail.before')}</th>}
            {after === null ? null : <th scope="col">{t('trail.after')}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.column}>
              <th scope="row">{fieldName(field.column, t)}</th>
              {before === null ? null : (
                <td className={styles.old}>
                  <Value column={field.column} value={field.before} words={words} />
                </td>
              )}
              {after === null ? null : (
                <td>
                  <Value column={field.column} value={field.after} words={words} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface ValueProps {
  readonly column: string
  readonly value: unknown
  readonly words: Words
}

function Value({ column, value, words }: ValueProps) {
  const text = valueText(column, value, words)
  if (text === null) return <span className={styles.soft}>{words.t('trail.empty')}</span>
  return <>{text}</>
}
