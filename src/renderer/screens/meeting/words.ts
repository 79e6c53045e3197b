import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import type { RoomItem } from './types.ts'

/** Why a case is discussed, as a short list of words; where it breaks, the dot stays with the word before it. */
export function useReasonWords(): (reasons: RoomItem['reasons']) => string {
  const t = useT()
  return (reasons) => reasons.map((reason) => t(`meeting.reason-${reason}`)).join('\u00a0· ')
}

/** Clock time of now plus so many minutes. */
export function useClockAfter(): (now: number, minutes: number) => string {
  const format = useFormat()
  return (now, minutes) => format.time(new Date(now + minutes * 60_000).toISOString())
}
