import { Modal } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { errorSentence } from '#contract/error-sentences.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { call, shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useErrorSentence } from '#renderer/ui/states.tsx'
import { State } from '#renderer/ui/tag.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import styles from './panel.module.css'

type Preview = CallOutput<'panel.previewBallots'>
type Report = Preview['reports'][number]

/** Chooses filled-in ballots, shows what each would bring or why it is refused, and takes all of them or none. */
export function MergeBallots({ periodId }: { readonly periodId: PeriodSummary['id'] }) {
  const t = useT()
  const say = useErrorSentence()
  const [preview, setPreview] = useState<Preview | null>(null)
  const [reading, setReading] = useState(false)
  const duty = useDutyReason('panel.mergeBallots')
  const choose = async (): Promise<void> => {
    const paths = await shell().openFileDialog({ purpose: 'ballot', title: t('panel.mergeChoose'), multiple: true })
    if (paths.length === 0) return
    setReading(true)
    try {
      setPreview(await call('panel.previewBallots', { jobId: newJobId(), periodId, paths: [...paths] }))
    } catch (error) {
      notify(say(error), { tone: 'refused' })
    } finally {
      setReading(false)
    }
  }
  return (
    <>
      <Action icon={IconFileImport} busy={reading} disabledReason={duty} onClick={() => void choose()}>
        {t('panel.merge')}
      </Action>
      {preview === null ? null : <PreviewDialog preview={preview} onClose={() => setPreview(null)} />}
    </>
  )
}

function PreviewDialog({ preview, onClose }: { readonly preview: Preview; readonly onClose: () => void }) {
  const t = useT()
  const { previewId, reports } = preview
  const merge = useCommand('panel.mergeBallots', {
    quiet: true,
    success: ({ scores }) => t('panel.merged', { count: scores }),
    onSuccess: onClose,
  })
  const bad = reports.filter(({ problem }) => problem !== null).length
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('panel.mergeTitle')}
      size={760}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={styles.text}>{bad === 0 ? t('panel.mergeAll') : t('panel.mergeNone', { count: bad })}</p>
      <PlainTable long>
        <thead>
          <tr>
            <th scope="col">{t('panel.file')}</th>
            <th scope="col">{t('panel.name')}</th>
            <th scope="col">{t('panel.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.file}>
              <td>{report.file}</td>
              <td>{report.panelist ?? t('panel.unknown')}</td>
              <td>
                <Outcome report={report} />
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      <Refusal error={merge.error} />
      <div className={styles.dialogButtons}>
        <Action onClick={onClose}>{t('common.back')}</Action>
        <Action
          kind="primary"
          busy={merge.isPending}
          disabledReason={bad === 0 ? null : t('panel.mergeBlocked')}
          onClick={() => merge.mutate({ previewId })}
        >
          {t('panel.mergeConfirm')}
        </Action>
      </div>
    </Modal>
  )
}

function Outcome({ report }: { readonly report: Report }) {
  const t = useT()
  const locale = useLocale()
  const { problem, refused, given, blank, changes } = report
  if (problem === null)
    return (
      <>
        <State tone="confirmed">{t('panel.brings', { count: given })}</State>
        {blank > 0 ? <span className={styles.under}>{t('panel.blank', { count: blank })}</span> : null}
        {changes > 0 ? <span className={styles.under}>{t('panel.changes', { count: changes })}</span> : null}
      </>
    )
  return (
    <>
      <State tone="refused">{t('panel.refused')}</State>
      <span className={styles.block}>{errorSentence(problem.code, problem.params, locale)}</span>
      {refused.length === 0 ? null : (
        <ul className={styles.cells}>
          {refused.map((cell) => (
            <li key={`${cell.row} ${cell.code} ${cell.because}`}>
              {t('panel.cell', { sheet: cell.sheet, row: cell.row, value: cell.value })}{' '}
              {t(`panel.cell-${cell.because}`)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
