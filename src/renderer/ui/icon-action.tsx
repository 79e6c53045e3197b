import { ActionIcon, Tooltip } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'

export interface IconActionProps {
  /** The full word: tooltip and accessible name. */
  readonly label: string
  readonly icon: TablerIcon
  readonly onClick: () => void
  readonly framed?: boolean
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly size?: number
}

/** A square button with an icon alone; its word is the tooltip and the accessible name. */
export function IconAction({
  label,
  icon: Icon,
  onClick,
  framed = false,
  disabled = false,
  pressed,
  size = 32,
}: IconActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={framed ? 'default' : 'subtle'}
        color={framed ? 'accent' : 'gray'}
        size={size}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        <Icon size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
