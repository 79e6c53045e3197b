import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { type ExpectationLevel, expectationLevels } from '#domain/model/levels.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { cx } from './cx.ts'
import styles from './segmented.module.css'

export interface SegmentedOption<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface SegmentedProps<Value extends string> {
  /** What is chosen here: the group's accessible name. */
  readonly label: string
  readonly options: readonly SegmentedOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** Carries a line under the option: the supervisor's own choice, beside the final one. */
  readonly initial?: Value | null
  readonly disabled?: boolean
}

function step(key: string): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1
  return key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0
}

/** One of a few; arrows move, digits 1…n choose while it has the focus. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, options, value, onChange, initial = null, disabled = false } = props
  const group = useRef<HTMLDivElement>(null)
  const choose = (index: number): void => {
    const option = options[index]
    if (option === undefined || disabled) return
    onChange(option.value)
    group.current?.querySelectorAll('button')[index]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const digit = Number(event.key)
    const move = step(event.key)
    const now = options.findIndex((option) => option.value === value)
    if (Number.isInteger(digit) && digit >= 1 && digit <= options.length) choose(digit - 1)
    else if (move !== 0) choose((Math.max(now, 0) + move + options.length) % options.length)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const focusable = value ?? options[0]?.value
  return (
    <div className={styles.group} role="radiogroup" aria-label={label} onKeyDown={onKeyDown} ref={group}>
      {options.map((option, index) => {
        const on = option.value === value
        return (
          // biome-ignore lint/a11y/useSemanticElements: a radio input cannot carry the drawn option; role, state and keys are given here.
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={on}
            aria-disabled={disabled}
            tabIndex={option.value === focusable ? 0 : -1}
            className={cx(styles.option, on && styles.on, option.value === initial && styles.initial)}
            onClick={() => choose(index)}
          >
            {on ? <IconCheck size={14} stroke={2} aria-hidden /> : null}
            {option.label}
          </button>
        )
      })}
    </div>
  )
}

export interface LevelSegmentedProps {
  readonly label: string
  readonly value: ExpectationLevel | null
  readonly onChange: (value: ExpectationLevel) => void
  readonly initial?: ExpectationLevel | null
  readonly disabled?: boolean
}

/** The three expectation levels, keys 1 2 3. */
export function LevelSegmented(props: LevelSegmentedProps) {
  const t = useT()
  return (
    <Segmented {...props} options={expectationLevels.map((level) => ({ value: level, label: t(`ui.${level}`) }))} />
  )
}
