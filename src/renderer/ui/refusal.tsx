import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { knownError } from '#renderer/ipc/unknown-error.ts'
import { Action } from './action.tsx'
import { Banner } from './banner.tsx'
import { useErrorSentence } from './states.tsx'
import { openSupport } from './support/support-store.ts'
import styles from './tone.module.css'

interface RefusalProps {
  /** Null: nothing is shown. */
  readonly error: unknown
  readonly title?: string
  /** After the sentence: what is kept here. */
  readonly children?: ReactNode
}

/** Why a form was refused, under its fields: the sentence, its code, and for what nobody foresaw the support file. */
export function Refusal({ error, title, children }: RefusalProps) {
  const t = useT()
  const say = useErrorSentence()
  if (error === null) return null
  const { code } = knownError(error)
  const help =
    code === 'E-UNKNOWN' ? (
      <Action size="small" onClick={openSupport}>
        {t('support.menu')}
      </Action>
    ) : undefined
  return (
    <Banner tone="refused" {...(title === undefined ? {} : { title })} action={help}>
      {say(error)} {children} <span className={styles.bannerCode}>{t('common.errorCode', { code })}</span>
    </Banner>
  )
}
