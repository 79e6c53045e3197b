import { IconCircleCheck, IconLoader } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { activity } from '#renderer/ipc/activity.ts'
import { cx } from '#renderer/ui/cx.ts'
import styles from './frame.module.css'

/** "Tersimpan 10.42": the time of the last thing the engine said is on disk. */
export function SavedMark({ savedAt }: { readonly savedAt: string | null }) {
  const t = useT()
  const format = useFormat()
  const { writing, savedAt: ownSavedAt } = useSyncExternalStore(activity.subscribe, activity.read)
  const time = ownSavedAt ?? savedAt
  const words = time === null ? t('common.savedEver') : t('common.savedAt', { time: format.time(time) })
  return (
    <span className={cx(styles.saved, writing > 0 && styles.saving)} role="status" aria-live="off">
      {writing > 0 ? (
        <IconLoader size={16} stroke={1.8} aria-hidden />
      ) : (
        <IconCircleCheck size={16} stroke={1.8} aria-hidden />
      )}
      {writing > 0 ? t('common.saving') : words}
    </span>
  )
}
