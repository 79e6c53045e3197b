import type { StoredBackup } from '#application/ports/backup-store.ts'
import type { Calibrator } from '#application/ports/calibration-store.ts'
import type { Inspector } from '#application/ports/inspection.ts'
import type { TrailFollower } from '#application/ports/trail-follower.ts'
import type { BackupRequest } from '#data/backups/take-backup.ts'
import type { KdfParameters } from '#data/store/encryption/key-wrap.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import type { PathAccess } from './path-access.ts'

/** A file whose pages are to be checked, and its key when it is encrypted. */
export interface FileToCheck {
  readonly path: string
  readonly key: WorkspaceKey | null
}

/** Checks the pages of a large file elsewhere while it is already being read (data/store/workspace-file.ts). */
export interface PagesChecker {
  /** Size in bytes from which on a file is checked this way. */
  readonly from: number
  /**
   * How long a check waits (ms), so that it does not take the first screen's processor time; it begins at once when
   * somebody wants to write.
   */
  readonly after: number
  start(file: FileToCheck): PagesCheck
}

/** A running check. `done` rejects with the refusal, or with E-OPEN-NONE when it was stopped because the file is being closed. */
export interface PagesCheck {
  readonly done: Promise<void>
  stop(): void
}

/** Looks for every defect of a large file elsewhere, while people go on reading it. */
export interface DefectsFinder {
  /** Size in bytes from which on a file is read this way. */
  readonly from: number
  start(file: FileToCheck): RunningSearch
}

/** `done` rejects with E-OPEN-NONE when it was stopped; with another error than an AppError when the thread itself failed. */
export interface RunningSearch {
  readonly done: Promise<readonly string[]>
  stop(): void
}

/** Takes copies of large workspaces on a thread of its own. */
export interface BackupThread {
  /** Size in bytes from which on a copy is taken this way. */
  readonly from: number
  /** Resolves when the thread is about to hold the workspace still. `key`: of an encrypted workspace. */
  start(request: BackupRequest, key: WorkspaceKey | null): Promise<RunningBackup>
}

export interface RunningBackup {
  /** Resolves once the workspace is no longer held still; never rejects. */
  readonly released: Promise<void>
  readonly done: Promise<StoredBackup>
}

/** When copies are taken by themselves. Times in milliseconds. */
export interface AutomaticBackups {
  /** How long after opening: the first screen comes first. */
  readonly after: number
  readonly every: number
  /** Null: every copy is taken between two calls. */
  readonly thread: BackupThread | null
}

/** What differs between the three places the engine runs in: Electron's utility process, tests, the command line. */
export interface EngineHost {
  /** The bytes of sql.js's wasm build; the store checks their hash. */
  readonly wasmBytes: Uint8Array
  /** Folder for preferences and recent files; null: keep them in memory (command line, tests). */
  readonly preferencesFolder: string | null
  /** Which places on the disk the callers may name: everything the user types himself, only grants for a page. */
  readonly access: PathAccess
  /** Turns a document's HTML, and the HTML of its page footer, into PDF; null where there is no browser engine. */
  readonly printPdf: ((html: string, footer: string) => Promise<Uint8Array>) | null
  /** Null where nobody waits for the first screen: then every file is checked while it is opened. */
  readonly pagesChecker: PagesChecker | null
  /** Looks for the defects of large files; in the engine's own thread when absent, where nobody else is answered meanwhile. */
  readonly defectsFinder?: DefectsFinder
  /** Shares the work on a long trail; followed in the engine's own thread alone when absent. */
  readonly trailFollower?: (file: FileToCheck) => TrailFollower
  /** Reads files that cannot be opened; in the engine's own thread when absent. */
  readonly inspector?: Inspector
  /** Computes calibrations; in the engine's own thread when absent. */
  readonly calibrator?: Calibrator
  /** How long after opening (ms) the whole trail is followed by itself; absent: only when it matters or is asked for. */
  readonly trailCheckAfter?: number
  /** Absent: copies are taken when somebody asks for one (command line). */
  readonly backups?: AutomaticBackups
  readonly now: () => Date
  /** A number in [0, 1); only for ids. */
  readonly random: () => number
  /** Language until the user chooses one. */
  readonly locale: 'id' | 'en'
  readonly checkOutputs?: boolean
  /** How much work one guess of a passphrase takes; the standard one when absent. */
  readonly kdf?: KdfParameters
  /** How much work a try of a PIN takes; tests ask for less. */
  readonly pinKdf?: KdfParameters
  /** Where an unforeseen error is written (the log of the process). */
  readonly log?: (line: string) => void
  /** The message of an unforeseen error goes into the log, too: it may quote names and texts, so only in tests. */
  readonly logsMessages?: boolean
  /** Version of Timbang, for the support file. */
  readonly version?: string
}
