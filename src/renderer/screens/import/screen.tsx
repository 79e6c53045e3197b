import { IconCheck, IconRefresh } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { ProgressDialog } from '#renderer/ui/progress-dialog.tsx'
import { Rich } from '#renderer/ui/rich.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { EmptyState, LoadingState } from '#renderer/ui/states.tsx'
import { usePlace } from '#renderer/ui/use-place.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import { DoneStep } from './done-step.tsx'
import { FileStep } from './file-step.tsx'
import styles from './import.module.css'
import { PreviewSteps } from './preview-steps.tsx'
import { StepBar } from './step-bar.tsx'
import { type ImportWork, useImport } from './use-import.ts'

/** Impor: berkas → kolom dikenali → periksa → selesai. */
export function Screen() {
  const t = useT()
  const { search } = usePlace()
  const work = useImport()
  const previewId = search.preview ?? null
  useDroppedFiles(search.files, work)
  return (
    <>
      {work.result !== null ? (
        <DoneScreen work={work} result={work.result} />
      ) : previewId === null ? (
        <FilesScreen work={work} />
      ) : (
        <PreviewScreen key={previewId} previewId={previewId} work={work} />
      )}
      <ProgressDialog
        jobId={work.job?.id ?? null}
        title={work.job?.what === 'writing' ? t('imports.writing') : t('imports.reading')}
        stepName={useStepNames()}
      >
        {work.job?.what === 'writing' ? t('imports.writingSafe') : t('imports.readingSafe')}
      </ProgressDialog>
    </>
  )
}

/** Files dropped on the window arrive in the address; each set is read once. */
function useDroppedFiles(files: string | undefined, work: ImportWork): void {
  const taken = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (files === undefined || files === taken.current) return
    taken.current = files
    void work.read(files.split('\n').filter((path) => path !== ''))
  })
}

function useStepNames(): (step: string) => string {
  const t = useT()
  const names: Readonly<Record<string, string>> = {
    reading: t('imports.stepReading'),
    recognising: t('imports.stepRecognising'),
    people: t('imports.stepPeople'),
    supervisors: t('imports.stepSupervisors'),
    plans: t('imports.stepPlans'),
    realisations: t('imports.stepRealisations'),
    assessments: t('imports.stepAssessments'),
    writing: t('imports.stepWriting'),
  }
  return (step) => names[step] ?? step
}

function FilesScreen({ work }: { readonly work: ImportWork }) {
  const t = useT()
  const { period } = useWorkspace()
  return (
    <ScreenLayout
      title={t('imports.title')}
      sentence={period === null ? t('imports.noPeriod') : <Rich text={t('imports.about', { period: period.name })} />}
    >
      <div className={styles.body}>
        <StepBar current="files" open={[]} onGo={() => undefined} about="" />
        <FileStep onChoose={() => void work.choose()} disabledReason={period === null ? t('imports.noPeriod') : null} />
      </div>
    </ScreenLayout>
  )
}

function DoneScreen({
  work,
  result,
}: {
  readonly work: ImportWork
  readonly result: NonNullable<ImportWork['result']>
}) {
  const t = useT()
  return (
    <ScreenLayout title={t('imports.title')}>
      <div className={styles.body}>
        <StepBar current="done" open={[]} onGo={() => undefined} about="" />
        <DoneStep result={result} onMore={() => void work.leave(null)} />
      </div>
    </ScreenLayout>
  )
}

function PreviewScreen({ previewId, work }: { readonly previewId: string; readonly work: ImportWork }) {
  const t = useT()
  const [step, setStep] = useState<'columns' | 'check' | null>(null)
  const state = useCall('import.state', { previewId })
  const preview = state.data
  if (preview === undefined || state.error !== null) {
    return (
      <ScreenLayout title={t('imports.title')}>
        {state.error === null ? (
          <LoadingState />
        ) : (
          <EmptyState
            icon={IconRefresh}
            title={t('imports.unrecognised')}
            action={
              <Action kind="primary" onClick={() => void work.leave(null)}>
                {t('imports.readAgain')}
              </Action>
            }
          >
            {t('imports.stale')}
          </EmptyState>
        )}
      </ScreenLayout>
    )
  }
  const recognised = preview.sheets.some((sheet) => sheet.included)
  const shown = step ?? (recognised ? 'check' : 'columns')
  const reason = !recognised
    ? t('imports.commitNothing')
    : preview.blocking > 0
      ? t('imports.commitOpen', { count: preview.blocking })
      : preview.rowsToImport === 0
        ? t('imports.commitNoRows')
        : null
  return (
    <ScreenLayout
      title={t('imports.title')}
      actions={
        <>
          <Action kind="quiet" onClick={() => void work.choose()}>
            {t('imports.chooseOther')}
          </Action>
          <Action onClick={() => void work.leave(previewId)}>{t('imports.cancelImport')}</Action>
          <Action
            kind="primary"
            icon={IconCheck}
            disabledReason={reason}
            busy={work.job?.what === 'writing'}
            onClick={() => void work.write(previewId)}
          >
            {t('imports.commit', { count: preview.rowsToImport })}
          </Action>
        </>
      }
    >
      <PreviewSteps preview={preview} step={shown} onStep={setStep} work={work} />
    </ScreenLayout>
  )
}
