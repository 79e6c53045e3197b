import { useHotkeys } from '@mantine/hooks'

interface RoomKeys {
  readonly notes: () => void
}

/** Single letters of the room; in text fields they stay letters. */
export function useRoomKeys({ notes }: RoomKeys): void {
  useHotkeys([['n', notes]])
}
