import { IconX } from '@tabler/icons-react'
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { IconAction } from './icon-action.tsx'
import styles from './side-panel.module.css'
import { readStored, writeStored } from './stored.ts'

export interface SidePanelProps {
  readonly title: string
  /** Lines under the title: post, unit, supervisor, state. */
  readonly under?: ReactNode
  readonly children: ReactNode
  /** Buttons at the bottom that never scroll away. */
  readonly footer?: ReactNode
  readonly onClose?: () => void
  /** The width is remembered under this name. */
  readonly name: string
  readonly defaultWidth?: number
}

const narrowest = 300
const widest = 720

const within = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)))

/** The panel at the right that explains what is chosen at the left, and never covers it. Drag its edge, or use the arrows on it. */
export function SidePanel({ title, under, children, footer, onClose, name, defaultWidth = 420 }: SidePanelProps) {
  const t = useT()
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  useFocusReturn(panel)
  const storageName = `panel.${name}`
  const [width, setWidth] = useState(() => within(Number(readStored(storageName) ?? defaultWidth)))
  const keep = (next: number): void => {
    setWidth(within(next))
    writeStored(storageName, String(within(next)))
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault()
    const from = event.clientX
    const target = event.currentTarget
    target.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent): void => setWidth(within(width + from - moved.clientX))
    const end = (ended: globalThis.PointerEvent): void => {
      target.removeEventListener('pointermove', move)
      target.removeEventListener('pointerup', end)
      keep(width + from - ended.clientX)
    }
    target.addEventListener('pointermove', move)
    target.addEventListener('pointerup', end)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') keep(width + 16)
    else if (event.key === 'ArrowRight') keep(width - 16)
    else return
    event.preventDefault()
  }
  return (
    <aside className={styles.side} style={{ width }} aria-labelledby={id} ref={panel}>
      {/* biome-ignore lint/a11y/useSemanticElements: a movable separator is a widget, not a rule between texts. */}
      <div
        className={styles.grip}
        role="separator"
        aria-orientation="vertical"
        aria-label={t('ui.panelResize')}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        onDoubleClick={() => keep(defaultWidth)}
      />
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 id={id}>{title}</h2>
          {under === undefined ? null : <div className={styles.under}>{under}</div>}
        </div>
        {onClose === undefined ? null : <IconAction label={t('ui.panelClose')} icon={IconX} onClick={onClose} />}
      </header>
      <div className={styles.body}>{children}</div>
      {footer === undefined ? null : <footer className={styles.foot}>{footer}</footer>}
    </aside>
  )
}

/** A panel that closes under the hand gives the focus back to where it was before: the row that it explains. */
function useFocusReturn(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = panel.current
    let outside = document.activeElement
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && element?.contains(target) === false) outside = target
    }
    document.addEventListener('focusin', remember)
    return () => {
      document.removeEventListener('focusin', remember)
      const hadFocus = element?.contains(document.activeElement) === true
      if (hadFocus && outside instanceof HTMLElement) outside.focus({ preventScroll: true })
    }
  }, [panel])
}
