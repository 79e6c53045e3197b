import { IconLock, IconScale } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import { AgreementPanel } from './agreement-words.tsx'
import styles from './panel.module.css'

interface AgreementViewProps {
  readonly periodId: PeriodSummary['id']
}

/** How far the panel agrees, in each rating; for those who do not score. */
export function AgreementView({ periodId }: AgreementViewProps) {
  const t = useT()
  const closed = useDutyReason('panel.agreement')
  const query = useCall('panel.agreement', { periodId }, { enabled: closed === null })
  if (closed !== null)
    return (
      <EmptyState icon={IconLock} title={t('panel.closedTitle')}>
        {t('panel.closedText')} {closed}
      </EmptyState>
    )
  return (
    <QueryView query={query} lines={8}>
      {({ dimensions, names }) =>
        dimensions.every(({ given }) => given.length === 0) ? (
          <EmptyState icon={IconScale} title={t('panel.noScoresTitle')}>
            {t('panel.noScoresText')}
          </EmptyState>
        ) : (
          <div className={styles.content}>
            {dimensions.map(({ dimension, agreement }) => (
              <AgreementPanel
                key={dimension}
                title={t(`panel.dimension-${dimension}`)}
                agreement={agreement}
                names={names}
              />
            ))}
          </div>
        )
      }
    </QueryView>
  )
}
