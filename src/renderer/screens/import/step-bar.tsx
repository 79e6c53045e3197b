import { IconCheck } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import styles from './import.module.css'

export const importSteps = ['files', 'columns', 'check', 'done'] as const
export type ImportStep = (typeof importSteps)[number]

interface StepBarProps {
  readonly current: ImportStep
  /** Steps one may go back to. */
  readonly open: readonly ImportStep[]
  readonly onGo: (step: ImportStep) => void
  /** File, sheet, headings and size, at the right. */
  readonly about: string
}

/** Berkas → Kolom dikenali → Periksa → Selesai. */
export function StepBar({ current, open, onGo, about }: StepBarProps) {
  const t = useT()
  const names = {
    files: t('imports.stepFiles'),
    columns: t('imports.stepColumns'),
    check: t('imports.stepCheck'),
    done: t('imports.stepDone'),
  }
  const at = importSteps.indexOf(current)
  return (
    <nav className={styles.steps} aria-label={t('imports.steps')}>
      <ol>
        {importSteps.map((step, index) => {
          const done = index < at
          const words = (
            <>
              <span className={styles.stepMark} aria-hidden>
                {done ? <IconCheck size={14} stroke={2} /> : index + 1}
              </span>
              {names[step]}
            </>
          )
          return (
            <li key={step} className={cx(step === current && styles.stepNow, done && styles.stepDone)}>
              {open.includes(step) && step !== current ? (
                <button type="button" onClick={() => onGo(step)}>
                  {words}
                </button>
              ) : (
                <span aria-current={step === current ? 'step' : undefined}>{words}</span>
              )}
            </li>
          )
        })}
      </ol>
      <span className={styles.about}>{about}</span>
    </nav>
  )
}
