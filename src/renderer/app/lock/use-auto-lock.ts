import { useEffect } from 'react'
import { activity } from '#renderer/ipc/activity.ts'
import { call } from '#renderer/ipc/client.ts'

/** Everything by which a person shows that somebody is there. */
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
const lookEvery = 5_000

/**
 * Locks the encrypted workspace when nobody has touched the window for so many minutes; 0: never. It looks at the clock
 * from time to time, so that the time a computer slept counts, too.
 */
export function useAutoLock(encrypted: boolean, minutes: number): void {
  useEffect(() => {
    if (!encrypted || minutes === 0) return
    let last = Date.now()
    const touch = (): void => {
      last = Date.now()
    }
    let place: string | null = null
    // A window that goes away over a pointer at rest makes a movement as well, and nobody is there.
    const move = ({ screenX, screenY }: PointerEvent): void => {
      const now = `${screenX} ${screenY}`
      if (place !== null && now !== place) touch()
      place = now
    }
    const look = (): void => {
      // What is being written, an import for instance, is somebody's work.
      if (activity.read().writing > 0) touch()
      else if (Date.now() - last >= minutes * 60_000) void call('protection.lock', { because: 'idle' })
    }
    const timer = setInterval(look, lookEvery)
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true })
    window.addEventListener('pointermove', move, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      window.removeEventListener('pointermove', move, { capture: true })
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [encrypted, minutes])
}
