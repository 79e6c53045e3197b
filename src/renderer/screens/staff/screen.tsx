import { IconCalendarOff } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n.ts'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { EmptyState, ErrorState } from '#renderer/ui/states.tsx'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import { StaffView } from './staff-view.tsx'
import { useBoard, useBoardOrPending } from './use-board.ts'

/** Pegawai: the staff of the period as a spreadsheet, with the dossier beside it. */
export function Screen() {
  const t = useT()
  const { period } = useWorkspace()
  if (period === null) {
    return (
      <ScreenLayout title={t('staff.title')}>
        <EmptyState icon={IconCalendarOff} title={t('staff.noPeriodTitle')}>
          {t('staff.noPeriodText')}
        </EmptyState>
      </ScreenLayout>
    )
  }
  return <PeriodStaff key={period.id} periodId={period.id} periodName={period.name} />
}

function PeriodStaff({ periodId, periodName }: { readonly periodId: string; readonly periodName: string }) {
  const t = useT()
  const access = useBoard(periodId)
  const { data, error, refetch } = access.query
  const board = useBoardOrPending(periodId, data)
  if (data !== undefined || error === null) return <StaffView periodName={periodName} board={board} access={access} />
  return (
    <ScreenLayout title={t('staff.title')}>
      <ErrorState error={error} onRetry={() => void refetch()} />
    </ScreenLayout>
  )
}
