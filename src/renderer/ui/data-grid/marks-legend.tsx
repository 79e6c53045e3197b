import { useT } from '#renderer/i18n/i18n.ts'
import styles from './data-grid.module.css'

/** "▏dihitung ◥ berubah": goes at the right of the filter sentence. */
export function MarksLegend() {
  const t = useT()
  return (
    <span className={styles.legend}>
      <span>
        <span className={styles.legendComputed} aria-hidden="true" />
        {t('ui.markComputed')}
      </span>
      <span>
        <span className={styles.legendChanged} aria-hidden="true" />
        {t('ui.markChanged')}
      </span>
    </span>
  )
}
