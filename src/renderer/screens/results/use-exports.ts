import { useState } from 'react'
import type { CallInput, CallOutput } from '#contract/contracts.ts'
import type { ReportFormat, ReportKind } from '#contract/reports.ts'
import { AppError } from '#domain/app-error.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'

type Subject = Pick<CallInput<'reports.export'>, 'periodId' | 'meetingId'>
type Documents = CallOutput<'reports.list'>['documents']

/** Formats an office hands over; the others are for programs and are saved one at a time. */
const handedOver: readonly ReportFormat[] = ['pdf', 'docx', 'xlsx']

/** Saving one document where the user says, or all that exist into one folder. */
export function useExports(subject: Subject, periodName: string) {
  const t = useT()
  const { mutateAsync } = useCommand('reports.export', { undoable: false })
  const [jobId, setJobId] = useState<string | null>(null)

  const saved = (path: string, message: string): void =>
    notify(message, { action: { label: t('results.show'), run: () => void shell().showExported(path) } })

  const one = async (kind: ReportKind, format: ReportFormat): Promise<void> => {
    const document = t(`results.${kind}`)
    const path = await shell().saveFileDialog({
      purpose: 'export',
      title: t('results.exportTitle', { document }),
      defaultName: `${document} ${periodName}.${format}`,
      extension: format,
    })
    if (path === null) return
    const job = newJobId()
    setJobId(job)
    await mutateAsync({ ...subject, kind, format, target: { path }, jobId: job })
      .then(() => saved(path, t('results.exported', { name: document })))
      // A refusal has been shown by the global handler.
      .catch(() => undefined)
      .finally(() => setJobId(null))
  }

  const all = async (documents: Documents): Promise<void> => {
    const folder = await shell().openFolderDialog({ title: t('results.exportAllTitle') })
    if (folder === null) return
    const job = newJobId()
    setJobId(job)
    let last = folder
    let count = 0
    try {
      for (const { kind, formats, state } of documents) {
        if (state === 'waiting') continue
        for (const format of formats.filter((one) => handedOver.includes(one))) {
          last = (await mutateAsync({ ...subject, kind, format, target: { folder }, jobId: job })).path
          count += 1
        }
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    } finally {
      setJobId(null)
    }
    if (count > 0) saved(last, t('results.exportedAll', { count, folder }))
  }

  return {
    jobId,
    one: (kind: ReportKind, format: ReportFormat) => void one(kind, format),
    all: (documents: Documents) => void all(documents),
  }
}
