import { useT } from '#renderer/i18n/i18n.ts'
import styles from './calibration-strip.module.css'
import { cx } from './cx.ts'
import { calibrationPages } from './places.ts'
import { useGo } from './use-place.ts'

export type CalibrationPage = (typeof calibrationPages)[number]

/** The pages of the calibration side by side; for the `aside` of each of them. */
export function CalibrationStrip({ current }: { readonly current: CalibrationPage }) {
  const t = useT()
  const go = useGo()
  return (
    <nav className={styles.strip} aria-label={t('common.calibrationPages')}>
      {calibrationPages.map((place) => (
        <button
          key={place}
          type="button"
          className={cx(styles.page, place === current && styles.on)}
          aria-current={place === current ? 'page' : undefined}
          onClick={() => go(place)}
        >
          {t(`common.${place}`)}
        </button>
      ))}
    </nav>
  )
}
