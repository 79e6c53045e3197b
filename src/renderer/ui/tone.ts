import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle, type TablerIcon } from '@tabler/icons-react'

/** What a colour means. Always with an icon and a word. */
export type Tone = 'neutral' | 'attention' | 'refused' | 'confirmed' | 'information' | 'accent'

/** The icon each meaning has when the caller gives none. */
export const toneIcon = {
  attention: IconAlertTriangle,
  refused: IconCircleX,
  confirmed: IconCircleCheck,
  information: IconInfoCircle,
} as const satisfies Partial<Record<Tone, TablerIcon>>
