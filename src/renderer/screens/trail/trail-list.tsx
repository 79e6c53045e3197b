import { IconArrowBackUp } from '@tabler/icons-react'
import { Fragment, type KeyboardEvent, useRef } from 'react'
import { alarming, trailSentence } from '#contract/trail-sentences.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { State } from '#renderer/ui/tag.tsx'
import styles from './trail.module.css'
import type { TrailEntry } from './trail-entries.ts'

interface TrailListProps {
  readonly entries: readonly TrailEntry[]
  readonly undone: ReadonlyMap<number, number>
  readonly chosen: number | null
  readonly onOpen: (seq: number) => void
}

/** Entries under their day; arrows walk through them, Enter or a click opens one. */
export function TrailList({ entries, undone, chosen, onOpen }: TrailListProps) {
  const t = useT()
  const format = useFormat()
  const table = useRef<HTMLTableElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move === 0) return
    const lines = [...(table.current?.querySelectorAll<HTMLButtonElement>('[data-entry]') ?? [])]
    const now = lines.indexOf(document.activeElement as HTMLButtonElement)
    const next = lines[Math.min(lines.length - 1, Math.max(0, now + move))]
    next?.focus()
    // With an entry open the panel follows, as in a mail list.
    if (chosen !== null && next !== undefined) onOpen(Number(next.dataset.entry))
    event.preventDefault()
  }
  return (
    <table className={styles.table} aria-label={t('trail.list')} ref={table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col" className={styles.right}>
            {t('trail.number')}
          </th>
          <th scope="col">{t('trail.time')}</th>
          <th scope="col">{t('trail.change')}</th>
          <th scope="col" className={styles.whyCell}>
            {t('trail.reason')}
          </th>
          <th scope="col">{t('trail.author')}</th>
          <th scope="col" className={styles.right}>
            {t('trail.rows')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => {
          const day = format.longDate(entry.at)
          const before = entries[index - 1]
          return (
            <Fragment key={entry.seq}>
              {before !== undefined && format.longDate(before.at) === day ? null : (
                <tr className={styles.day}>
                  <th colSpan={6} scope="rowgroup">
                    {day}
                  </th>
                </tr>
              )}
              <EntryLine
                entry={entry}
                undoneBy={undone.get(entry.seq) ?? null}
                chosen={entry.seq === chosen}
                onOpen={() => onOpen(entry.seq)}
              />
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

interface EntryLineProps {
  readonly entry: TrailEntry
  readonly undoneBy: number | null
  readonly chosen: boolean
  readonly onOpen: () => void
}

function EntryLine({ entry, undoneBy, chosen, onOpen }: EntryLineProps) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  return (
    <tr className={cx(chosen && styles.on)}>
      <td className={cx(styles.right, styles.soft)}>{format.number(entry.seq)}</td>
      <td className={styles.soft}>{format.time(entry.at)}</td>
      <th scope="row">
        <div className={styles.what}>
          <button
            type="button"
            data-entry={entry.seq}
            className={cx(styles.pick, undoneBy !== null && styles.struck, alarming.has(entry.command) && styles.alarm)}
            aria-pressed={chosen}
            onClick={onOpen}
          >
            {trailSentence(entry, locale)}
          </button>
          {undoneBy === null ? null : (
            <State icon={IconArrowBackUp} title={t('trail.undoneTitle', { number: undoneBy })}>
              {t('trail.undone')}
            </State>
          )}
        </div>
      </th>
      <td className={cx(styles.why, styles.whyCell)} title={entry.reason}>
        {entry.reason}
      </td>
      <td className={styles.soft}>{entry.author}</td>
      <td className={styles.right}>{format.number(entry.changeCount)}</td>
    </tr>
  )
}
