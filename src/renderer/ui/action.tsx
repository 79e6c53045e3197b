import { Button, Tooltip } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { KeyHint } from './key-hint.tsx'

export interface ActionProps {
  readonly children: ReactNode
  readonly onClick: () => void
  /** One `primary` per screen. */
  readonly kind?: 'primary' | 'normal' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'large' | 'small'
  readonly icon?: TablerIcon
  readonly iconAfter?: TablerIcon
  /** Shown on the button; the screen binds it with `useHotkeys`. */
  readonly keys?: string
  /** A sentence. Given = the button is off and says why on focus and hover. */
  readonly disabledReason?: string | null
  readonly busy?: boolean
  readonly fullWidth?: boolean
  readonly ariaLabel?: string
}

const variants = { primary: 'filled', normal: 'default', quiet: 'subtle', danger: 'outline' } as const
const sizes = { small: 'xs', normal: 'sm', large: 'md' } as const

/** The app's button. A switched-off one stays focusable and gives its reason in words. */
export function Action(props: ActionProps) {
  const { kind = 'normal', size = 'normal', icon: Icon, iconAfter: After, keys, disabledReason = null } = props
  const t = useT()
  const off = disabledReason !== null
  // The tooltip stays in place when there is nothing to say, so that switching a button off does not take its focus.
  return (
    <Tooltip
      label={t('ui.disabledBecause', { reason: disabledReason ?? '' })}
      disabled={!off}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        variant={variants[kind]}
        size={sizes[size]}
        color={kind === 'danger' ? 'red' : kind === 'quiet' ? 'gray' : 'accent'}
        loading={props.busy ?? false}
        fullWidth={props.fullWidth ?? false}
        aria-disabled={off}
        {...(props.ariaLabel === undefined ? {} : { 'aria-label': props.ariaLabel })}
        {...(off ? { 'data-disabled': true } : {})}
        onClick={(event) => {
          if (off) event.preventDefault()
          else props.onClick()
        }}
        leftSection={Icon === undefined ? undefined : <Icon size={16} stroke={1.8} aria-hidden />}
        rightSection={
          keys === undefined ? (
            After === undefined ? undefined : (
              <After size={14} stroke={1.8} aria-hidden />
            )
          ) : (
            <KeyHint keys={keys} onAccent={kind === 'primary'} />
          )
        }
      >
        {props.children}
      </Button>
    </Tooltip>
  )
}
