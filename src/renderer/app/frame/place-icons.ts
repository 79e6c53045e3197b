import {
  IconAdjustmentsHorizontal,
  IconChecklist,
  IconFileCheck,
  IconGavel,
  IconHistory,
  IconLayoutDashboard,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { NavigationPlace } from '#renderer/ui/places.ts'

export const placeIcons: Readonly<Record<NavigationPlace, TablerIcon>> = {
  overview: IconLayoutDashboard,
  staff: IconUsers,
  calibration: IconAdjustmentsHorizontal,
  meeting: IconGavel,
  results: IconFileCheck,
  'follow-ups': IconChecklist,
  trail: IconHistory,
}
