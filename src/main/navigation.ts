import type { Event, WebContents } from 'electron'

/** No page goes anywhere: it is loaded once by the shell, and opens no other page, window or view. */
export function guardContents(contents: WebContents): void {
  const refuse = (event: Event) => event.preventDefault()
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', refuse)
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
