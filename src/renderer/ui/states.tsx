import { IconCircleX, IconRefresh, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { errorSentence } from '#contract/error-sentences.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { knownError } from '#renderer/ipc/unknown-error.ts'
import { Action } from './action.tsx'
import styles from './states.module.css'
import { openSupport } from './support/support-store.ts'

export interface EmptyStateProps {
  readonly icon: TablerIcon
  readonly title: string
  /** What to do next, in a sentence. */
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** Nothing here yet: teaches the next step. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.centre}>
      <Icon size={28} stroke={1.6} aria-hidden />
      <h2>{title}</h2>
      <p>{children}</p>
      {action === undefined ? null : <div className={styles.actions}>{action}</div>}
    </div>
  )
}

/** Quiet lines in the place of what comes; they appear only after a quarter of a second, so nothing flickers. */
export function LoadingState({ lines = 6 }: { readonly lines?: number }) {
  const t = useT()
  return (
    <div className={styles.loading} role="status" aria-label={t('common.loading')}>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
        <span key={key} className={styles.bar} />
      ))}
    </div>
  )
}

/** The sentence of any thrown thing, in the current language: `const say = useErrorSentence()`; `say(error)`. */
export function useErrorSentence(): (error: unknown) => string {
  const locale = useLocale()
  return (error) => {
    const { code, params } = knownError(error)
    return errorSentence(code, params, locale)
  }
}

export interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** A read that failed: what happened, what stayed safe, what to do. Put it in the place of the data only, so that inputs keep what was typed. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useT()
  const say = useErrorSentence()
  const { code } = knownError(error)
  return (
    <div className={styles.centre} role="alert">
      <IconCircleX size={28} stroke={1.6} aria-hidden />
      <h2>{t('common.errorTitle')}</h2>
      <p>{say(error)}</p>
      <p>{t('common.errorSafe')}</p>
      <span className={styles.code}>{t('common.errorCode', { code })}</span>
      {onRetry === undefined && code !== 'E-UNKNOWN' ? null : (
        <div className={styles.actions}>
          {onRetry === undefined ? null : (
            <Action icon={IconRefresh} onClick={onRetry}>
              {t('common.retry')}
            </Action>
          )}
          {code === 'E-UNKNOWN' ? <Action onClick={openSupport}>{t('support.menu')}</Action> : null}
        </div>
      )}
    </div>
  )
}

interface QueryLike<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly isPending: boolean
  readonly refetch: () => unknown
}

export interface QueryViewProps<Data> {
  readonly query: QueryLike<Data>
  readonly lines?: number
  readonly children: (data: Data) => ReactNode
}

/** The three faces of a read in one place: `<QueryView query={useCall(…)}>{(data) => …}</QueryView>`. */
export function QueryView<Data>({ query, lines, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error !== null && query.error !== undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  }
  return lines === undefined ? <LoadingState /> : <LoadingState lines={lines} />
}
