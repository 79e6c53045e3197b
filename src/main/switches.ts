const refusedNames = ['remote-debugging-port', 'remote-debugging-pipe', 'js-flags', 'load-extension', 'user-data-dir']
const inspectNames = [
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
  'inspect-publish-uid',
  'inspect-brk-node',
  'debug',
  'debug-brk',
]

/**
 * The first switch that a packaged Timbang refuses to start with, or null.
 *
 * `hasSwitch` sees what Chromium took for itself; the arguments are read as well, because Node's own switches never reach
 * Chromium. Names compare in lower case: Electron lower-cases them since version 36.
 */
export function refusedSwitch(args: readonly string[], hasSwitch: (name: string) => boolean): string | null {
  const given = args
    .filter((arg) => arg.startsWith('--'))
    .map((arg) => (arg.slice(2).split('=')[0] ?? '').toLowerCase())
  const isRefused = (name: string) =>
    refusedNames.includes(name) || name.startsWith('inspect') || inspectNames.includes(name)
  return given.find(isRefused) ?? [...refusedNames, ...inspectNames].find(hasSwitch) ?? null
}
