import { useHotkeys } from '@mantine/hooks'

/** A dialog or drawer has the keyboard to itself: a letter typed there must not decide the case behind it. */
export const whenFree = (run: () => void) => () => {
  if (document.querySelector('[role="dialog"]') === null) run()
}

interface RoomKeys {
  readonly notes: () => void
}

/** Single letters of the room; in text fields they stay letters. */
export function useRoomKeys({ notes }: RoomKeys): void {
  useHotkeys([['n', whenFree(notes)]])
}
