import { IconX } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import styles from './filter-sentence.module.css'
import { TextLink } from './text-link.tsx'

export interface FilterPart {
  readonly id: string
  /** The removable words: "Bidang P2P". */
  readonly label: string
  /** Words before the chip: "dengan", "menurut". */
  readonly lead?: string
}

export interface FilterSentenceProps {
  /** "Menampilkan 26 dari 240 pegawai:" */
  readonly start: string
  readonly parts: readonly FilterPart[]
  readonly onRemove: (id: string) => void
  readonly onClear?: () => void
  /** A button that adds a part. */
  readonly add?: ReactNode
}

/** The filter read as a sentence, each part removable. */
export function FilterSentence({ start, parts, onRemove, onClear, add }: FilterSentenceProps) {
  const t = useT()
  return (
    <div className={styles.sentence} aria-live="polite">
      <span>{start}</span>
      {parts.map((part) => (
        <Fragment key={part.id}>
          {part.lead === undefined ? null : <span>{part.lead}</span>}
          <span className={styles.chip}>
            {part.label}
            <button
              type="button"
              className={styles.remove}
              aria-label={t('ui.filterRemove', { label: part.label })}
              onClick={() => onRemove(part.id)}
            >
              <IconX size={14} stroke={1.8} aria-hidden />
            </button>
          </span>
        </Fragment>
      ))}
      {add}
      {onClear === undefined || parts.length < 2 ? null : <TextLink onClick={onClear}>{t('ui.filterClear')}</TextLink>}
    </div>
  )
}
