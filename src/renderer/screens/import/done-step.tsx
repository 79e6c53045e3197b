import { IconArrowBackUp, IconFileImport, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import styles from './import.module.css'
import type { CommitResult } from './use-import.ts'

/** What was written, with the one step that takes it back. */
export function DoneStep({ result, onMore }: { readonly result: CommitResult; readonly onMore: () => void }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const [undone, setUndone] = useState(false)
  const undo = useCommand('history.undo', {
    success: t('imports.doneUndone'),
    undoable: false,
    onSuccess: () => setUndone(true),
  })
  const lines = [
    [t('imports.countNew'), result.rowsNew],
    [t('imports.countChanged'), result.rowsChanged],
    [t('imports.countUnchanged'), result.rowsUnchanged],
    [t('imports.countAside'), result.rowsSetAside],
    [t('imports.countSkipped'), result.rowsSkipped],
  ] as const
  return (
    <div className={styles.done}>
      {undone ? (
        <Banner tone="information">{t('imports.doneUndone')}</Banner>
      ) : (
        <Banner tone="confirmed" title={t('imports.doneTitle', { count: result.rowsTaken })}>
          {t('imports.doneText')}
        </Banner>
      )}
      <dl className={styles.counts}>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      {result.newUnits.length === 0 ? null : (
        <p className={styles.hint}>{t('imports.doneUnits', { units: format.list(result.newUnits.slice(0, 30)) })}</p>
      )}
      <div className={styles.doneActions}>
        <Action kind="primary" icon={IconUsers} onClick={() => go('staff')}>
          {t('imports.doneStaff')}
        </Action>
        {undone ? null : (
          <Action icon={IconArrowBackUp} busy={undo.isPending} onClick={() => undo.mutate({})}>
            {t('imports.doneUndo')}
          </Action>
        )}
        <Action kind="quiet" icon={IconFileImport} onClick={onMore}>
          {t('imports.doneMore')}
        </Action>
      </div>
    </div>
  )
}
