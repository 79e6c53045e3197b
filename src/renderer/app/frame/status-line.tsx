import { useSyncExternalStore } from 'react'
import { keepSettings } from '#renderer/app/preferences.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Rich } from '#renderer/ui/rich.tsx'
import { useSettings } from '#renderer/ui/settings.ts'
import type { StatusBarStore } from '#renderer/ui/status-bar.tsx'
import { State } from '#renderer/ui/tag.tsx'
import { useUsers } from '#renderer/ui/users/use-users.ts'
import styles from './frame.module.css'

/** What the screen tells at the left; operator, language and zoom at the right. */
export function StatusLine({
  store,
  operatorName,
}: {
  readonly store: StatusBarStore
  readonly operatorName: string | null
}) {
  const t = useT()
  const format = useFormat()
  const { locale, zoom } = useSettings()
  const { named, current } = useUsers()
  const author = named ? (current?.name ?? null) : operatorName
  const items = useSyncExternalStore(store.subscribe, store.read)
  return (
    <section className={styles.status} aria-label={t('common.status')}>
      <div className={styles.statusItems}>
        {items.map((item) =>
          item.tone === undefined || item.tone === 'neutral' ? (
            <span key={item.id}>
              <Rich text={item.text} />
            </span>
          ) : (
            <State key={item.id} tone={item.tone}>
              <Rich text={item.text} />
            </State>
          ),
        )}
      </div>
      <span className={styles.grow} />
      {author === null ? null : <span>{t('common.operator', { name: author })}</span>}
      <button
        type="button"
        className={styles.statusButton}
        title={t('common.languageSwitch')}
        onClick={() => keepSettings({ locale: locale === 'id' ? 'en' : 'id' })}
      >
        {t(locale === 'id' ? 'common.languageId' : 'common.languageEn')}
      </button>
      <button
        type="button"
        className={styles.statusButton}
        title={t('common.zoomReset')}
        onClick={() => keepSettings({ zoom: 1 })}
      >
        {format.percent(zoom, 0)}
      </button>
    </section>
  )
}
