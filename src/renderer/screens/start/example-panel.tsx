import { IconFlask } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { newJobId, ProgressDialog } from '#renderer/ui/progress-dialog.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import styles from './start.module.css'

/** The same seed each time, so that people can speak of the same example. */
const exampleSeed = 2026

/** The generated agency: a place to try everything without a real name in it. */
export function ExamplePanel() {
  const t = useT()
  const { mutateAsync } = useCommand('workspace.createExample', { undoable: false })
  const [jobId, setJobId] = useState<string | null>(null)
  const make = async (path: string | null): Promise<void> => {
    const job = newJobId()
    setJobId(job)
    // A refusal has been shown by the mutation's own handler; cancelling is no refusal.
    await mutateAsync({ path, seed: exampleSeed, jobId: job }).catch(() => undefined)
    setJobId(null)
  }
  const choosePlace = async (): Promise<void> => {
    const path = await shell().saveFileDialog({
      purpose: 'workspace',
      title: t('start.examplePlaceTitle'),
      defaultName: `${t('start.exampleFile')}.timbang`,
      extension: 'timbang',
    })
    if (path !== null) await make(path)
  }
  return (
    <section className={styles.example} aria-labelledby="start-example">
      <IconFlask size={20} stroke={1.6} aria-hidden />
      <div className={styles.exampleWords}>
        <h2 id="start-example">
          {t('start.exampleTitle')} <Tag tone="information">{t('start.invented')}</Tag>
        </h2>
        <p>{t('start.exampleText')}</p>
        <div className={styles.buttons}>
          <Action onClick={() => void make(null)}>{t('start.exampleTry')}</Action>
          <Action kind="quiet" onClick={() => void choosePlace()}>
            {t('start.examplePlace')}
          </Action>
        </div>
      </div>
      <ProgressDialog jobId={jobId} title={t('common.exampleMaking')} stepName={() => t('start.exampleStep')} />
    </section>
  )
}
