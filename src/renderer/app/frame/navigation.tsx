import { IconHelpCircle } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { type NavigationPlace, type Place, parentPlace } from '#renderer/ui/places.ts'
import { useGo } from '#renderer/ui/use-place.ts'
import styles from './frame.module.css'
import { placeIcons } from './place-icons.ts'

interface NavigationProps {
  readonly places: readonly NavigationPlace[]
  readonly current: Place | null
  readonly helpOpen: boolean
  readonly onHelp: () => void
}

/** The places in the order of the work, icon and word; Alt+1 … Alt+7, F1 for help. */
export function Navigation({ places, current, helpOpen, onHelp }: NavigationProps) {
  const t = useT()
  const go = useGo()
  const shown = current === null ? null : (parentPlace[current] ?? current)
  return (
    <nav className={styles.nav} aria-label={t('common.places')}>
      {places.map((place, index) => {
        const Icon = placeIcons[place]
        return (
          <button
            key={place}
            type="button"
            className={cx(styles.place, place === shown && styles.on)}
            aria-current={place === shown ? 'page' : undefined}
            aria-keyshortcuts={`Alt+${index + 1}`}
            title={`Alt+${index + 1}`}
            onClick={() => go(place)}
          >
            <Icon size={20} stroke={1.6} aria-hidden />
            <span>{t(`common.${place}`)}</span>
          </button>
        )
      })}
      <span className={styles.grow} />
      <button
        type="button"
        className={styles.place}
        aria-keyshortcuts="F1"
        aria-expanded={helpOpen}
        title="F1"
        onClick={onHelp}
      >
        <IconHelpCircle size={20} stroke={1.6} aria-hidden />
        <span>{t('common.help')}</span>
      </button>
    </nav>
  )
}
