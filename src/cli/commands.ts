import type { CliCommand } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { calibrateCommand } from './commands/calibrate.ts'
import { checkCommand } from './commands/check.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { logCommand } from './commands/log.ts'
import { newCommand } from './commands/new.ts'
import { restoreCommand } from './commands/restore.ts'
import { statsCommand } from './commands/stats.ts'

/** Every command by its name. */
export const commands: Readonly<Record<string, CliCommand>> = {
  new: newCommand,
  import: importCommand,
  export: exportCommand,
  check: checkCommand,
  log: logCommand,
  backup: backupCommand,
  restore: restoreCommand,
  calibrate: calibrateCommand,
  stats: statsCommand,
}
