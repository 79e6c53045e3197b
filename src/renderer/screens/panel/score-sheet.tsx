import { IconLock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { call } from '#renderer/ipc/client.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Rich } from '#renderer/ui/rich.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { QueryView } from '#renderer/ui/states.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { State } from '#renderer/ui/tag.tsx'
import { BlindDossierView } from './blind-dossier.tsx'
import styles from './panel.module.css'
import { ScoreFields } from './score-fields.tsx'

export type SheetContent = CallOutput<'panel.sheet'>

/** A sheet opened by its panelist. */
export interface OpenSheet {
  readonly panelistId: SheetContent['panelist']['id']
  readonly sheet: string
}

/** One panelist's own dossiers, under codes, and the own scores; nothing else is on the screen. */
export function ScoreSheet({ open, onClose }: { readonly open: OpenSheet; readonly onClose: () => void }) {
  const t = useT()
  const query = useCall('panel.sheet', { ...open })
  const [chosen, setChosen] = useState<string | null>(null)
  useStatusBar([])
  // Whoever leaves the place closes the sheet, too: the next panelist proves an own PIN.
  useEffect(
    () => () => {
      call('panel.closeSheet', {}).catch(() => undefined)
    },
    [],
  )
  const content = query.data
  const done = content?.dossiers.filter((one) => isDone(one, content)).length ?? 0
  return (
    <ScreenLayout
      title={content === undefined ? t('panel.sheetTitle') : t('panel.sheetOf', { name: content.panelist.name })}
      sentence={
        content === undefined ? (
          <>&nbsp;</>
        ) : (
          <Rich text={t('panel.sheetSentence', { done, dossiers: content.dossiers.length })} />
        )
      }
      actions={
        <Action kind="primary" icon={IconLock} onClick={onClose}>
          {t('panel.closeSheet')}
        </Action>
      }
    >
      <QueryView query={query} lines={12}>
        {(data) => <Dossiers content={data} open={open} chosen={chosen} onChoose={setChosen} />}
      </QueryView>
    </ScreenLayout>
  )
}

type Dossier = SheetContent['dossiers'][number]

const isDone = ({ scores }: Dossier, { dimensions }: SheetContent) =>
  dimensions.every((dimension) => (scores[dimension] ?? null) !== null)

interface DossiersProps {
  readonly content: SheetContent
  readonly open: OpenSheet
  readonly chosen: string | null
  readonly onChoose: (code: string) => void
}

function Dossiers({ content, open, chosen, onChoose }: DossiersProps) {
  const t = useT()
  const { dossiers } = content
  const place = Math.max(
    0,
    dossiers.findIndex(({ code }) => code === chosen),
  )
  const dossier = dossiers[place]
  if (dossier === undefined) return null
  const next = dossiers[place + 1]
  // A part that scrolls must be reachable by key.
  const reachable = { tabIndex: 0, role: 'region', 'aria-label': t('panel.dossierOf', { code: dossier.code }) }
  return (
    <div className={styles.sheet}>
      <nav className={styles.codes} aria-label={t('panel.codes')}>
        {dossiers.map((one) => (
          <button
            key={one.code}
            type="button"
            className={cx(styles.code, one.code === dossier.code && styles.codeOn)}
            aria-current={one.code === dossier.code ? 'true' : undefined}
            onClick={() => onChoose(one.code)}
          >
            {one.code}
            {isDone(one, content) ? <State tone="confirmed">{t('panel.done')}</State> : null}
          </button>
        ))}
      </nav>
      <div className={styles.dossier} {...reachable}>
        <BlindDossierView dossier={dossier} />
      </div>
      <ScoreFields
        key={dossier.code}
        open={open}
        dossier={dossier}
        dimensions={content.dimensions}
        onNext={next === undefined ? null : () => onChoose(next.code)}
      />
    </div>
  )
}
