import { PasswordInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { BackupPreviewOutput } from '#contract/backups.ts'
import type { AppError } from '#domain/app-error.ts'
import type { TextKey } from '#renderer/i18n/catalogue.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { LoadingState, useErrorSentence } from '#renderer/ui/states.tsx'
import { fileNameOf, useBackupWords } from './backup-words.ts'
import styles from './backups.module.css'
import type { PreviewState } from './use-preview.ts'

interface CopyPreviewProps {
  readonly path: string
  readonly preview: PreviewState
  /** The passphrase that was tried last. */
  readonly tried: string | null
  readonly onSecret: (secret: string) => void
}

/** What a restoration would change, in words first, then rating by rating. */
export function CopyPreview({ path, preview, tried, onSecret }: CopyPreviewProps) {
  const t = useT()
  if (preview.error !== null) return <PreviewRefused error={preview.error} tried={tried} onSecret={onSecret} />
  if (preview.data === null) {
    const step = preview.step === null ? t('backups.comparing') : t(`backups.step-${preview.step}` as TextKey)
    return (
      <>
        <p className={styles.words} role="status">
          {step}
        </p>
        <LoadingState lines={5} />
      </>
    )
  }
  return <Differences path={path} found={preview.data} />
}

const secretCodes: readonly string[] = ['E-OPEN-ENCRYPTED', 'E-OPEN-PASS', 'E-OPEN-WAIT', 'E-KEY-TYPING']

interface PreviewRefusedProps extends Pick<CopyPreviewProps, 'tried' | 'onSecret'> {
  readonly error: AppError
}

function PreviewRefused({ error, tried, onSecret }: PreviewRefusedProps) {
  const t = useT()
  const say = useErrorSentence()
  const [secret, setSecret] = useState(tried ?? '')
  const field = useRef<HTMLInputElement>(null)
  // Whoever tried one goes on typing where he was; whoever only looks through the list stays there.
  useEffect(() => {
    if (tried !== null) field.current?.select()
  }, [tried])
  if (!secretCodes.includes(error.code)) return <Banner tone="refused">{say(error)}</Banner>
  return (
    <form
      className={styles.secret}
      onSubmit={(event) => {
        event.preventDefault()
        if (secret !== '') onSecret(secret)
      }}
    >
      <p className={styles.words}>{t('backups.secretText')}</p>
      <PasswordInput
        ref={field}
        label={t('backups.secret')}
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
        error={error.code === 'E-OPEN-ENCRYPTED' ? null : say(error)}
      />
      <Action onClick={() => secret !== '' && onSecret(secret)}>{t('backups.secretUse')}</Action>
    </form>
  )
}

function Differences({ path, found }: { readonly path: string; readonly found: BackupPreviewOutput }) {
  const t = useT()
  const words = useBackupWords()
  const { current, because } = found
  if (current === null) {
    const missing = because === 'E-OPEN-MISSING'
    return (
      <Banner tone="attention">
        {missing ? t('backups.missing', { name: fileNameOf(path) }) : t('backups.unreadable', { code: because ?? '' })}
      </Banner>
    )
  }
  if (found.tables.length === 0 && current.since === 0 && current.onlyInCopy === 0) {
    return <Banner tone="confirmed">{t('backups.same')}</Banner>
  }
  return (
    <>
      {current.since === 0 ? null : (
        <p className={styles.words}>
          {t('backups.since', {
            count: current.since,
            when: current.lastAt === null ? '' : words.when(current.lastAt),
          })}
        </p>
      )}
      {current.onlyInCopy === 0 ? null : (
        <p className={styles.words}>{t('backups.parted', { count: current.onlyInCopy })}</p>
      )}
      <Ratings found={found} />
      <OtherRows found={found} />
    </>
  )
}

type Rating = BackupPreviewOutput['ratings'][number]

function Ratings({ found }: { readonly found: BackupPreviewOutput }) {
  const t = useT()
  if (found.ratingsFound === 0) return <p className={styles.words}>{t('backups.ratingsNone')}</p>
  const unshown = found.ratingsFound - found.ratings.length
  return (
    <section>
      <h3 className={styles.heading}>{t('backups.ratings', { count: found.ratingsFound, people: found.people })}</h3>
      <ul className={styles.ratings}>
        {found.ratings.map((rating) => (
          <RatingLine key={`${rating.table} ${rating.rowId}`} rating={rating} />
        ))}
      </ul>
      {unshown === 0 ? null : <p className={styles.words}>{t('backups.ratingsMore', { count: unshown })}</p>}
    </section>
  )
}

const shownFields = 4

function RatingLine({ rating }: { readonly rating: Rating }) {
  const t = useT()
  const words = useBackupWords()
  const fields = rating.fields
    .slice(0, shownFields)
    .map(({ column, present, restored }) =>
      t('backups.change', { field: words.field(column), before: words.value(present), after: words.value(restored) }),
    )
  return (
    <li>
      <b>{rating.about ?? t('backups.unnamed')}</b>
      <span>
        {words.table(rating.table)}, {t(`backups.kind-${rating.kind}`)}
        {rating.kind === 'changed' ? `: ${fields.join('; ')}` : null}
      </span>
    </li>
  )
}

const ratingTables: readonly string[] = ['assessment', 'resultScore', 'behaviourScore', 'decision']

function OtherRows({ found }: { readonly found: BackupPreviewOutput }) {
  const t = useT()
  const format = useFormat()
  const words = useBackupWords()
  const others = found.tables.filter(({ table }) => !ratingTables.includes(table))
  if (others.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>{t('backups.rows')}</h3>
      <ul className={styles.ratings}>
        {others.map(({ table, gone, back, changed }) => (
          <li key={table}>
            {t('backups.rowsLine', {
              table: words.table(table),
              gone: format.number(gone),
              back: format.number(back),
              changed: format.number(changed),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
