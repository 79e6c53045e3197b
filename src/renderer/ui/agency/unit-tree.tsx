import { IconClipboardText, IconIndentDecrease, IconIndentIncrease, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { IconAction } from '#renderer/ui/icon-action.tsx'
import styles from './agency.module.css'
import { doubled, indent, newLine, parseUnits, removeLine, tidy, type UnitLine } from './unit-list.ts'

interface UnitTreeProps {
  readonly lines: readonly UnitLine[]
  readonly onChange: (lines: readonly UnitLine[]) => void
}

/** The unit tree as an editable list: typed, pasted from Excel, moved deeper or back by keys or buttons. */
export function UnitTree({ lines, onChange }: UnitTreeProps) {
  const t = useT()
  const format = useFormat()
  const hint = useId()
  const list = useRef<HTMLOListElement>(null)
  const focusLine = (index: number): void => {
    // The new line is there after the next paint.
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[Math.max(0, index)]?.focus())
  }
  const insertAfter = (index: number, added: readonly UnitLine[]): void => {
    onChange(tidy([...lines.slice(0, index + 1), ...added, ...lines.slice(index + 1)]))
    focusLine(index + added.length)
  }
  const rename = (index: number, name: string): void =>
    onChange(lines.map((line, at) => (at === index ? { ...line, name } : line)))
  const remove = (index: number): void => {
    onChange(removeLine(lines, index))
    focusLine(index - 1)
  }
  const take = (text: string, index: number): boolean => {
    const pasted = parseUnits(text)
    if (pasted.length < 2 && !text.includes('\t')) return false
    const base = lines[index]?.level ?? 0
    const added = pasted.map((line) => ({ ...line, level: line.level + base }))
    const emptyHere = (lines[index]?.name ?? '').trim() === ''
    const kept = emptyHere ? lines.filter((_, at) => at !== index) : lines
    const at = emptyHere ? index : index + 1
    onChange(tidy([...kept.slice(0, at), ...added, ...kept.slice(at)]))
    focusLine(at + added.length - 1)
    return true
  }
  const onPaste = (event: ClipboardEvent, index: number): void => {
    if (take(event.clipboardData.getData('text/plain'), index)) event.preventDefault()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, index: number): void => {
    const keys: Readonly<Record<string, () => void>> = event.altKey
      ? {
          ArrowRight: () => onChange(indent(lines, index, 1)),
          ArrowLeft: () => onChange(indent(lines, index, -1)),
        }
      : {
          Enter: () => insertAfter(index, [newLine('', lines[index]?.level ?? 0)]),
          ArrowDown: () => focusLine(Math.min(index + 1, lines.length - 1)),
          ArrowUp: () => focusLine(index - 1),
          ...(event.currentTarget.value === '' && lines.length > 1 ? { Backspace: () => remove(index) } : {}),
        }
    const act = event.ctrlKey ? undefined : keys[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const twice = doubled(lines)
  return (
    <div className={styles.tree}>
      <p className={styles.hint} id={hint}>
        {t('agency.unitsHint')}
      </p>
      <ol className={styles.lines} ref={list}>
        {lines.map((line, index) => (
          <UnitRow
            key={line.key}
            line={line}
            index={index}
            describedBy={hint}
            canIndent={index > 0 && line.level <= (lines[index - 1]?.level ?? 0)}
            canRemove={lines.length > 1}
            onRename={(name) => rename(index, name)}
            onIndent={(by) => onChange(indent(lines, index, by))}
            onRemove={() => remove(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
            onPaste={(event) => onPaste(event, index)}
          />
        ))}
      </ol>
      <div className={styles.row}>
        <Action icon={IconPlus} onClick={() => insertAfter(lines.length - 1, [newLine()])}>
          {t('agency.unitAdd')}
        </Action>
        <Action
          icon={IconClipboardText}
          onClick={() =>
            void shell()
              .readClipboardText()
              .then((text) => take(text, lines.length - 1))
          }
        >
          {t('agency.unitPaste')}
        </Action>
      </div>
      {twice.length === 0 ? null : (
        <Banner tone="attention" title={t('agency.unitsTwice')}>
          {t('agency.unitsTwiceText', { names: format.list(twice) })}
        </Banner>
      )}
    </div>
  )
}

interface UnitRowProps {
  readonly line: UnitLine
  readonly index: number
  readonly describedBy: string
  readonly canIndent: boolean
  readonly canRemove: boolean
  readonly onRename: (name: string) => void
  readonly onIndent: (by: 1 | -1) => void
  readonly onRemove: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

/** One unit: its name at its depth, and the buttons that move it. */
function UnitRow(props: UnitRowProps) {
  const { line, index, onIndent } = props
  const t = useT()
  return (
    <li className={styles.line} data-level={line.level}>
      <span className={styles.number} aria-hidden>
        {index + 1}
      </span>
      <span className={styles.rail} aria-hidden style={{ width: line.level * 24 }} />
      <input
        className={styles.name}
        value={line.name}
        maxLength={500}
        placeholder={t('agency.unitName')}
        aria-label={t('agency.unitAt', { number: index + 1, level: line.level + 1 })}
        aria-describedby={props.describedBy}
        onChange={(event) => props.onRename(event.currentTarget.value)}
        onKeyDown={props.onKeyDown}
        onPaste={props.onPaste}
      />
      <span className={styles.lineActions}>
        <IconAction
          label={t('agency.unitOut')}
          icon={IconIndentDecrease}
          size={24}
          disabled={line.level === 0}
          onClick={() => onIndent(-1)}
        />
        <IconAction
          label={t('agency.unitIn')}
          icon={IconIndentIncrease}
          size={24}
          disabled={!props.canIndent}
          onClick={() => onIndent(1)}
        />
        <IconAction
          label={t('agency.unitRemove')}
          icon={IconTrash}
          size={24}
          disabled={!props.canRemove}
          onClick={props.onRemove}
        />
      </span>
    </li>
  )
}
