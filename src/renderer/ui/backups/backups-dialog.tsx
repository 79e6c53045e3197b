import { Modal, TextInput } from '@mantine/core'
import { IconArchive, IconFolderOpen, IconUnlink } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import type { TextKey } from '#renderer/i18n/catalogue.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { newJobId, ProgressDialog } from '#renderer/ui/progress-dialog.tsx'
import { Rich } from '#renderer/ui/rich.tsx'
import { EmptyState, QueryView, useErrorSentence } from '#renderer/ui/states.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { fileNameOf, useBackupWords } from './backup-words.ts'
import styles from './backups.module.css'
import { closeBackups, useShownBackups } from './backups-store.ts'
import { CopyList } from './copy-list.tsx'
import { CopyPreview } from './copy-preview.tsx'
import { FolderLine } from './folder-line.tsx'
import { usePreview } from './use-preview.ts'

type Restored = CallOutput<'backups.restore'>

/** "Cadangan dan pemulihan": the copies of one workspace, what each differs in, and the way back to it. */
export function BackupsDialog() {
  const t = useT()
  const path = useShownBackups()
  return (
    <Modal
      opened={path !== null}
      onClose={closeBackups}
      title={path === null ? '' : t('backups.ofFile', { name: fileNameOf(path) })}
      size={1040}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {path === null ? null : <Backups key={path} path={path} />}
    </Modal>
  )
}

function Backups({ path }: { readonly path: string }) {
  const t = useT()
  const format = useFormat()
  const status = useCall('workspace.status', {})
  const list = useCall('backups.list', { path })
  const [chosen, setChosen] = useState<string | null>(null)
  const [restored, setRestored] = useState<Restored | null>(null)
  const take = useCommand('backups.take', {
    undoable: false,
    success: ({ entries, bytes }) => t('backups.taken', { entries: format.number(entries), size: format.bytes(bytes) }),
  })
  const isOpen = status.data?.path === path
  const isReadOnly = isOpen && status.data?.readOnly === true
  const takeDuty = useDutyReason('backups.take')
  const restoreDuty = useDutyReason('backups.restore')
  const elsewhere = async (): Promise<void> => {
    const [file] = await shell().openFileDialog({ purpose: 'workspace', title: t('backups.elsewhereTitle') })
    if (file !== undefined) setChosen(file)
  }
  return (
    <div className={styles.dialog}>
      <p className={styles.words}>{t('backups.text')}</p>
      <FolderLine />
      {restored === null ? null : <RestoredBanner restored={restored} />}
      <div className={styles.columns}>
        <section className={styles.left}>
          <QueryView query={list} lines={6}>
            {({ copies }) =>
              copies.length === 0 ? <NoCopies /> : <CopyList copies={copies} chosen={chosen} onChoose={setChosen} />
            }
          </QueryView>
          <div className={styles.listButtons}>
            <Action
              size="small"
              icon={IconArchive}
              busy={take.isPending}
              disabledReason={isReadOnly ? t('backups.takeReadOnly') : isOpen ? takeDuty : t('backups.takeClosed')}
              onClick={() => take.mutate({})}
            >
              {t('backups.takeNow')}
            </Action>
            <Action size="small" kind="quiet" icon={IconFolderOpen} onClick={() => void elsewhere()}>
              {t('backups.elsewhere')}
            </Action>
          </div>
        </section>
        <ChosenCopy
          key={chosen}
          path={path}
          copy={chosen}
          bytes={list.data?.copies.find((copy) => copy.path === chosen)?.bytes ?? 0}
          offReason={isReadOnly ? t('backups.restoreReadOnly') : isOpen ? restoreDuty : null}
          onRestored={(done) => {
            setChosen(null)
            setRestored(done)
          }}
        />
      </div>
    </div>
  )
}

function NoCopies() {
  const t = useT()
  const { data } = useCall('backups.state', {})
  if (data === undefined) return null
  return data.reachable ? (
    <EmptyState icon={IconArchive} title={t('backups.none')}>
      {t('backups.noneText')}
    </EmptyState>
  ) : (
    <EmptyState icon={IconUnlink} title={t('backups.unreachable')}>
      {t('backups.unreachableText')}
    </EmptyState>
  )
}

function RestoredBanner({ restored }: { readonly restored: Restored }) {
  const t = useT()
  const words = useBackupWords()
  return (
    <Banner tone="confirmed" title={t('backups.done')}>
      {t('backups.doneText', { when: words.when(restored.copy.takenAt) })}{' '}
      {restored.keptAside === null ? t('backups.kept') : t('backups.doneAside', { path: restored.keptAside })}
    </Banner>
  )
}

/** From this size on a comparison takes seconds, so it is asked for. */
const largeFrom = 32 * 2 ** 20

interface ChosenCopyProps {
  readonly path: string
  readonly copy: string | null
  readonly bytes: number
  /** Why it cannot be restored here; null when it can. */
  readonly offReason: string | null
  readonly onRestored: (restored: Restored) => void
}

function ChosenCopy({ path, copy, bytes, offReason, onRestored }: ChosenCopyProps) {
  const t = useT()
  const [secret, setSecret] = useState<string | null>(null)
  const [wanted, setWanted] = useState(bytes < largeFrom)
  const [asking, setAsking] = useState(false)
  const preview = usePreview(path, copy ?? '', secret, copy !== null && wanted)
  if (copy === null) {
    return (
      <section className={styles.right}>
        <p className={styles.words}>{t('backups.choose')}</p>
      </section>
    )
  }
  return (
    <section className={styles.right} aria-live="polite">
      <div className={styles.preview}>
        {wanted ? (
          <CopyPreview path={path} preview={preview} tried={secret} onSecret={setSecret} />
        ) : (
          <>
            <p className={styles.words}>{t('backups.compareText')}</p>
            <Action onClick={() => setWanted(true)}>{t('backups.compare')}</Action>
          </>
        )}
      </div>
      <div className={styles.restore}>
        <Action
          kind="danger"
          disabledReason={offReason ?? (preview.error === null ? null : t('backups.restoreFirst'))}
          onClick={() => setAsking(true)}
        >
          {t('backups.restore')}
        </Action>
      </div>
      {asking ? (
        <RestoreQuestion
          path={path}
          copy={copy}
          secret={secret}
          takenAt={preview.data?.copy.takenAt ?? null}
          onDone={onRestored}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  )
}

interface RestoreQuestionProps {
  readonly path: string
  readonly copy: string
  readonly secret: string | null
  readonly takenAt: string | null
  readonly onDone: (restored: Restored) => void
  readonly onClose: () => void
}

/** Asks once, with the reason for the trail; a refusal stays in the dialog. */
function RestoreQuestion({ path, copy, secret, takenAt, onDone, onClose }: RestoreQuestionProps) {
  const t = useT()
  const say = useErrorSentence()
  const words = useBackupWords()
  const [reason, setReason] = useState('')
  const [jobId, setJobId] = useState<string | null>(null)
  const restore = useCommand('backups.restore', { undoable: false, quiet: true, onSuccess: onDone })
  const start = async (): Promise<void> => {
    const job = newJobId()
    setJobId(job)
    // The refusal stands in the dialog.
    await restore.mutateAsync({ path, copy, secret, reason: reason.trim(), jobId: job }).catch(() => undefined)
    setJobId(null)
  }
  const cancelled = restore.error?.code === 'E-CANCELLED'
  return (
    <>
      <ConfirmDialog
        open={jobId === null}
        danger
        size={560}
        title={t('backups.confirmTitle', { when: takenAt === null ? fileNameOf(copy) : words.when(takenAt) })}
        confirm={t('backups.confirm')}
        onConfirm={() => void start()}
        onCancel={onClose}
      >
        <p className={styles.question}>
          <Rich text={t('backups.confirmText', { name: fileNameOf(path) })} />
        </p>
        <TextInput
          data-autofocus
          label={t('backups.why')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {restore.error === null || cancelled ? null : <Banner tone="refused">{say(restore.error)}</Banner>}
      </ConfirmDialog>
      <ProgressDialog
        jobId={jobId}
        title={t('backups.restoring')}
        stepName={(step) => t(`backups.step-${step}` as TextKey)}
      >
        {t('backups.cancelSafe')}
      </ProgressDialog>
    </>
  )
}
