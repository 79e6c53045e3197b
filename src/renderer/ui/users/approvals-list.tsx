import type { GivenApprovalOutput } from '#contract/users.ts'
import { type Period, periodStages } from '#domain/model/period.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { State } from '#renderer/ui/tag.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import styles from './users.module.css'

const isStage = (text: string): text is Period['stage'] => periodStages.some((stage) => stage === text)

/** What chairs approved, on which head of the trail, and whether it still stands. */
export function ApprovalsList({ approvals }: { readonly approvals: readonly GivenApprovalOutput[] }) {
  const t = useT()
  const format = useFormat()
  if (approvals.length === 0) return <p className={styles.text}>{t('users.approvalsNone')}</p>
  return (
    <ul className={styles.approvals}>
      {approvals.map((row) => (
        <li key={row.id}>
          <b>
            {t(`users.kind-${row.kind}`, {
              subject: isStage(row.subject) ? t(`overview.stage-${row.subject}`) : row.subject,
            })}
          </b>
          <span>{t('users.by', { name: row.userName, when: format.dateTime(row.givenAt) })}</span>
          <Standing row={row} />
          <small>{t('users.head', { hash: row.head.hash.slice(0, 8), entries: format.number(row.head.count) })}</small>
        </li>
      ))}
    </ul>
  )
}

function Standing({ row }: { readonly row: GivenApprovalOutput }) {
  const t = useT()
  const go = useGo()
  const { state, laterEntries, firstLater } = row
  if (state === 'stands') return <State tone="confirmed">{t('users.state-stands')}</State>
  if (state === 'void') return <State tone="refused">{t('users.state-void')}</State>
  return (
    <>
      <State tone="attention">{t('users.state-changed', { count: laterEntries })}</State>
      {firstLater === null ? null : (
        <TextLink onClick={() => go('trail', { entry: String(firstLater) })}>{t('users.seeChange')}</TextLink>
      )}
    </>
  )
}
