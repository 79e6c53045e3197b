import { notifications } from '@mantine/notifications'
import { enTexts, idTexts } from '#renderer/i18n/catalogue.ts'
import styles from './notify.module.css'
import { readSettings } from './settings.ts'
import { TextLink } from './text-link.tsx'
import { type Tone, toneIcon } from './tone.ts'

export interface NotifyOptions {
  readonly tone?: Exclude<Tone, 'neutral' | 'accent'>
  readonly title?: string
  /** A link at the right, such as "Urungkan". The message closes when it is used. */
  readonly action?: { readonly label: string; readonly run: () => void }
  /** A later message with the same id replaces the earlier one. */
  readonly id?: string
  /** Stays until closed: for refusals, which must be read. Default: 6 s, refusals stay. */
  readonly stays?: boolean
}

const texts = { id: idTexts, en: enTexts } as const
const colours = { attention: 'yellow', refused: 'red', confirmed: 'green', information: 'blue' } as const

/** A short message at the bottom centre, beside the buttons of panels and rooms: `notify(t('ui.gridPasted', { count: 24 }), { action: { label: t('common.undo'), run } })`. */
export function notify(message: string, options: NotifyOptions = {}): void {
  const { tone = 'confirmed', title, action, id, stays = tone === 'refused' } = options
  const Icon = toneIcon[tone]
  const ownId = id ?? crypto.randomUUID()
  notifications.hide(ownId)
  notifications.show({
    id: ownId,
    color: colours[tone],
    autoClose: stays ? false : 6000,
    icon: <Icon size={18} stroke={1.8} aria-hidden />,
    closeButtonProps: { 'aria-label': texts[readSettings().locale].common.close },
    ...(title === undefined ? {} : { title }),
    message: (
      <span className={styles.row}>
        <span className={styles.words}>{message}</span>
        {action === undefined ? null : (
          <TextLink
            onClick={() => {
              notifications.hide(ownId)
              action.run()
            }}
          >
            {action.label}
          </TextLink>
        )}
      </span>
    ),
  })
}
