import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** As `temporaryBeside` names them, with the journal SQLite may have left; a copy that is itself copied has both ends. */
const endOfName = /^(\.[0-9a-f]{12}\.tmp){1,2}(-journal)?$/

/**
 * Removes what a process that was ended in the middle left beside a workspace: half a copy, or a whole one, maybe plain
 * beside an encrypted file. Only for whoever holds the workspace for writing: nobody else can be making one then.
 */
export function removeLeftovers(path: string): void {
  const beginnings = ['.', '..'].map((dots) => dots + basename(path))
  const folder = dirname(path)
  const isLeftover = (name: string) =>
    beginnings.some((beginning) => name.startsWith(beginning) && endOfName.test(name.slice(beginning.length)))
  try {
    for (const name of fs.readdirSync(folder)) if (isLeftover(name)) fs.rmSync(join(folder, name))
  } catch {
    // A folder that cannot be read or written is no reason not to open the file.
  }
}
