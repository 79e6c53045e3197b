import type { Session } from 'electron'

/** Partition of the windows. It lasts for the window's own settings; files of the pages are never cached. */
export const pagePartition = 'persist:pages'

const allowedSchemes = new Set(['app:', 'data:', 'blob:'])

/**
 * Denies what Electron grants by default: every permission, every device, screen capture, and every request that
 * would leave the program.
 */
export function guardSession(session: Session): void {
  // No filter means every request; an empty list of URLs has meant "none" since Electron 35.
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !staysInside(details.url) }))
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}

function staysInside(url: string): boolean {
  return URL.canParse(url) && allowedSchemes.has(new URL(url).protocol)
}
