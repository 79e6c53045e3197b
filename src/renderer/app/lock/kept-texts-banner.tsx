import { useEffect, useSyncExternalStore } from 'react'
import styles from '#renderer/app/frame/frame.module.css'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import { keptTexts, returnTexts } from './kept-texts.ts'
import ownStyles from './lock.module.css'

/** What was half typed when the window was locked and has not found its field again. */
export function KeptTextsBanner() {
  const t = useT()
  const { path } = useWorkspace().workspace
  const all = useSyncExternalStore(keptTexts.subscribe, keptTexts.read)
  const texts = all.filter((text) => text.path === path)
  useEffect(() => returnTexts(path), [path])
  if (texts.length === 0) return null
  const copy = (text: string): void => {
    void shell()
      .copyText(text)
      .then(() => notify(t('protection.keptCopied')))
  }
  return (
    <div className={styles.banner}>
      <Banner
        tone="attention"
        title={t('protection.keptTitle')}
        action={
          <Action size="small" onClick={() => keptTexts.dropAll(path)}>
            {t('protection.keptDrop')}
          </Action>
        }
      >
        {t('protection.keptText')}
        <ul className={ownStyles.kept}>
          {texts.map(({ id, label, dialog, text, isField }) => {
            const name = isField
              ? [dialog, label.replace(/\s*\*$/, '')].filter((part) => part !== '').join(': ')
              : t('protection.keptCell')
            return (
              <li key={id}>
                <span className={ownStyles.keptName}>{name === '' ? t('protection.keptField') : name}</span>
                <q>{text}</q>
                <Action size="small" ariaLabel={t('protection.keptCopyOf', { label: name })} onClick={() => copy(text)}>
                  {t('protection.keptCopy')}
                </Action>
              </li>
            )
          })}
        </ul>
      </Banner>
    </div>
  )
}
