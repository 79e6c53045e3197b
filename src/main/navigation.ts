import type { Event, WebContents } from 'electron'

import { previewOrigin } from './previews.ts'

/** No page goes anywhere: it is loaded once by the shell, and opens no other page, window or view. A frame shows previewed documents only. */
export function guardContents(contents: WebContents): void {
  const refuse = (event: Event) => event.preventDefault()
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', (event) => {
    const isPreview = !event.isMainFrame && event.url.startsWith(`${previewOrigin}/`)
    if (!isPreview) event.preventDefault()
  })
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', refuse)
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
