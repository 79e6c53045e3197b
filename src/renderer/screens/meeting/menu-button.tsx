import { ActionIcon, type ActionIconProps } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

type MenuButtonProps = Omit<ActionIconProps, 'children'> &
  Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> & {
    readonly label: string
    readonly icon: TablerIcon
  }

/** The button of a menu: passes on what `Menu.Target` gives it. */
export function MenuButton({ label, icon: Icon, ...rest }: MenuButtonProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} {...rest}>
      <Icon size={16} stroke={1.8} aria-hidden />
    </ActionIcon>
  )
}
