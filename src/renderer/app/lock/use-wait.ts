import { useEffect, useState } from 'react'

/** Counts the seconds down that the engine asked to wait. */
export function useWait(seconds: number): number {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const until = Date.now() + seconds * 1000
    const look = (): void => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    look()
    if (seconds === 0) return
    const timer = setInterval(look, 500)
    return () => clearInterval(timer)
  }, [seconds])
  return left
}
