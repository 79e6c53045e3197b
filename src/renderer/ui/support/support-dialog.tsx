import { Modal } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { read, shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { LoadingState, useErrorSentence } from '#renderer/ui/states.tsx'
import styles from './support.module.css'
import { closeSupport, useSupportOpen } from './support-store.ts'

/** The support file: the whole of it to read, then to save where the person chooses. */
export function SupportDialog() {
  const t = useT()
  const open = useSupportOpen()
  return (
    <Modal
      opened={open}
      onClose={closeSupport}
      title={t('support.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {open ? <SupportFile /> : null}
    </Modal>
  )
}

type Shown = CallOutput<'support.preview'>

function SupportFile() {
  const t = useT()
  const say = useErrorSentence()
  const { shown, error } = useShown()
  const { mutate } = useCommand('support.save', {
    undoable: false,
    success: t('support.saved'),
    onSuccess: closeSupport,
  })
  const save = async ({ id, fileName }: Shown): Promise<void> => {
    const path = await shell().saveFileDialog({
      purpose: 'export',
      title: t('support.save'),
      defaultName: fileName,
      extension: 'json',
    })
    if (path !== null) mutate({ id, path })
  }
  return (
    <>
      <div className={styles.words}>
        <p>{t('support.what')}</p>
        <p>{t('support.without')}</p>
      </div>
      {error === null ? null : <Banner tone="refused">{say(error)}</Banner>}
      {shown === null ? (
        error === null && <LoadingState lines={8} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by key.
        <section className={styles.content} tabIndex={0} aria-label={t('support.content')}>
          <pre>{shown.text}</pre>
        </section>
      )}
      <div className={styles.buttons}>
        <Action onClick={closeSupport}>{t('common.close')}</Action>
        <Action
          kind="primary"
          icon={IconDeviceFloppy}
          disabledReason={shown === null ? t('common.loading') : null}
          onClick={() => {
            if (shown !== null) void save(shown)
          }}
        >
          {t('support.save')}
        </Action>
      </div>
    </>
  )
}

/** Asked anew each time the dialog opens: what was shown is what is saved. */
function useShown(): { readonly shown: Shown | null; readonly error: unknown } {
  const [shown, setShown] = useState<Shown | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let here = true
    read('support.preview', {}).then(
      (answer) => here && setShown(answer),
      (refusal: unknown) => here && setError(refusal),
    )
    return () => {
      here = false
    }
  }, [])
  return { shown, error }
}
