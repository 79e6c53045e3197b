import { cx } from './cx.ts'
import styles from './key-hint.module.css'

/** The key that does the same: `<KeyHint keys="Ctrl Enter" />`. `onAccent` inside a primary button. */
export function KeyHint({ keys, onAccent = false }: { readonly keys: string; readonly onAccent?: boolean }) {
  return <kbd className={cx(styles.key, onAccent && styles.onAccent)}>{keys}</kbd>
}
