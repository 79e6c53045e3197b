// Electron's fuses: one digit each, written in the executable behind a sentinel text.

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseCount = 8

/**
 * Where the fuse digits start in an executable. Refuses an executable it does not fully understand.
 * @param {Buffer} executable
 */
function findFuses(executable) {
  const at = executable.indexOf(sentinel)
  if (at < 0) throw new Error('The Electron executable carries no fuses.')
  if (executable.indexOf(sentinel, at + 1) >= 0) throw new Error('The Electron executable carries its fuses twice.')
  const version = executable[at + sentinel.length]
  const count = executable[at + sentinel.length + 1]
  if (version !== 1 || count !== fuseCount) throw new Error(`Unknown fuse layout: version ${version}, ${count} fuses.`)
  return at + sentinel.length + 2
}

/**
 * @param {Buffer} executable
 * @returns {string} eight digits: RunAsNode, CookieEncryption, NodeOptions, NodeCliInspect, AsarIntegrity, OnlyAsar, OwnV8Snapshot, FileProtocol
 */
export function readFuses(executable) {
  const start = findFuses(executable)
  return executable.toString('latin1', start, start + fuseCount)
}

/**
 * Writes the fuse digits in place.
 * @param {Buffer} executable
 * @param {string} digits eight times 0 or 1
 */
export function writeFuses(executable, digits) {
  if (!/^[01]{8}$/.test(digits)) throw new Error(`Eight fuse digits are needed, got "${digits}".`)
  executable.write(digits, findFuses(executable), 'latin1')
}
