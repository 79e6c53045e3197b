import { useT } from '#renderer/i18n/i18n.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import styles from './data-grid.module.css'
import type { Proposal } from './proposals.ts'

export interface PastePreviewProps {
  readonly proposal: Proposal | null
  readonly onPaste: () => void
  readonly onCancel: () => void
}

const shown = 100

/** Appears only when something would be refused: each refused cell with its reason, before anything changes. */
export function PastePreview({ proposal, onPaste, onCancel }: PastePreviewProps) {
  const t = useT()
  const refused = proposal?.refused ?? []
  const good = proposal?.changes.length ?? 0
  return (
    <ConfirmDialog
      open={proposal !== null}
      size={640}
      title={t('ui.gridPasteTitle', { count: refused.length })}
      confirm={t('ui.gridPasteGo', { count: good })}
      disabledReason={good === 0 ? t('ui.gridPasteNone') : null}
      onConfirm={onPaste}
      onCancel={onCancel}
    >
      {good === 0 ? t('ui.gridPasteNone') : t('ui.gridPasteText', { good })}
      <section
        className={styles.preview}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
        tabIndex={0}
        aria-label={t('ui.gridPasteTitle', { count: refused.length })}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t('ui.gridPasteWhere')}</th>
              <th scope="col">{t('ui.gridPasteValue')}</th>
              <th scope="col">{t('ui.gridPasteWhy')}</th>
            </tr>
          </thead>
          <tbody>
            {refused.slice(0, shown).map((cell) => (
              <tr key={`${cell.rowId}/${cell.columnKey}`}>
                <td>{cell.where}</td>
                <td>{cell.text}</td>
                <td>{cell.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {refused.length > shown ? t('ui.gridPasteMore', { count: refused.length - shown }) : null}
    </ConfirmDialog>
  )
}
