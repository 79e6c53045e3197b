import { IconFileSpreadsheet, IconUsers } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { useGo } from '#renderer/ui/use-place.ts'

/** A period without people: import them, or type the first one. */
export function EmptyStaff({ onAdd }: { readonly onAdd: () => void }) {
  const t = useT()
  const go = useGo()
  return (
    <EmptyState
      icon={IconUsers}
      title={t('staff.emptyTitle')}
      action={
        <>
          <Action kind="primary" icon={IconFileSpreadsheet} onClick={() => go('import')}>
            {t('staff.importData')}
          </Action>
          <Action onClick={onAdd}>{t('staff.addEmployee')}</Action>
        </>
      }
    >
      {t('staff.emptyText')}
    </EmptyState>
  )
}
