import {
  IconCircleCheck,
  IconClock,
  IconFileText,
  IconListCheck,
  IconPencil,
  IconReport,
  IconTable,
  IconUsers,
} from '@tabler/icons-react'
import type { CallOutput } from '#contract/contracts.ts'
import type { ReportKind } from '#contract/reports.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { State } from '#renderer/ui/tag.tsx'
import styles from './results.module.css'

const icons = {
  minutes: IconFileText,
  notes: IconFileText,
  attendance: IconUsers,
  recap: IconTable,
  ledger: IconListCheck,
  ratings: IconTable,
  'public-summary': IconReport,
} as const satisfies Record<ReportKind, unknown>

const signerTexts = {
  chair: 'results.signersChair',
  secretary: 'results.signersSecretary',
  participants: 'results.signersParticipants',
  supervisors: 'results.signersSupervisors',
  none: 'results.signersNone',
} as const

interface DocumentTableProps {
  readonly documents: CallOutput<'reports.list'>['documents']
  readonly chosen: ReportKind
  readonly onChoose: (kind: ReportKind) => void
}

/** One line per document; the chosen one is shown beside it. */
export function DocumentTable({ documents, chosen, onChoose }: DocumentTableProps) {
  const t = useT()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('results.columnDocument')}</th>
          <th scope="col">{t('results.columnSigners')}</th>
          <th scope="col">{t('results.columnState')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => {
          const Icon = icons[document.kind]
          const on = document.kind === chosen
          return (
            <tr key={document.kind} className={cx(on && styles.on)}>
              <th scope="row">
                <button type="button" className={styles.pick} aria-pressed={on} onClick={() => onChoose(document.kind)}>
                  <Icon size={16} stroke={1.8} aria-hidden />
                  {t(`results.${document.kind}`)}
                </button>
              </th>
              <td>{document.signers.map((signer) => t(signerTexts[signer])).join(', ')}</td>
              <td>
                <DocumentState state={document.state} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function DocumentState({ state }: { readonly state: 'ready' | 'draft' | 'waiting' }) {
  const t = useT()
  if (state === 'ready')
    return (
      <State tone="confirmed" icon={IconCircleCheck}>
        {t('results.ready')}
      </State>
    )
  if (state === 'draft')
    return (
      <State tone="information" icon={IconPencil}>
        {t('results.draft')}
      </State>
    )
  return (
    <State tone="attention" icon={IconClock}>
      {t('results.waiting')}
    </State>
  )
}
