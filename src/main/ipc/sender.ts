import type { WebFrameMain } from 'electron'

/** Whether a message comes from the top frame of one of our own pages; anything else gets no answer but E-SENDER. */
export function isOwnPage(frame: Pick<WebFrameMain, 'parent' | 'url'> | null): boolean {
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false
  const { protocol, host } = new URL(frame.url)
  return protocol === 'app:' && host === 'bundle'
}
