import { useT } from '#renderer/i18n/i18n.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useUsers } from '#renderer/ui/users/use-users.ts'
import styles from './frame.module.css'

/** Stays as long as it is true: every refused change is explained by it. */
export function DutyBanner() {
  const t = useT()
  const { named, current } = useUsers()
  if (!named || current?.duty === 'chair' || current?.duty === 'secretary') return null
  return (
    <div className={styles.banner}>
      {current === null ? (
        <Banner tone="information" title={t('users.outTitle')}>
          {t('users.outText')}
        </Banner>
      ) : (
        <Banner tone="information" title={t('users.readingTitle', { duty: t(`users.duty-${current.duty}`) })}>
          {t(current.duty === 'panelist' ? 'users.readingPanelist' : 'users.readingText')}
        </Banner>
      )}
    </div>
  )
}
