import type { PathAccess } from './path-access.ts'

/** Checks the pages of a large file elsewhere while it is already being read (data/store/workspace-file.ts). */
export interface PagesChecker {
  /** Size in bytes from which on a file is checked this way. */
  readonly from: number
  /**
   * How long a check waits (ms), so that it does not take the first screen's processor time; it begins at once when
   * somebody wants to write.
   */
  readonly after: number
  start(path: string): PagesCheck
}

/** A running check. `done` rejects with the refusal, or with E-OPEN-NONE when it was stopped because the file is being closed. */
export interface PagesCheck {
  readonly done: Promise<void>
  stop(): void
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
  readonly now: () => Date
  /** A number in [0, 1); only for ids. */
  readonly random: () => number
  /** Language until the user chooses one. */
  readonly locale: 'id' | 'en'
  readonly checkOutputs?: boolean
  /** Where an unforeseen error is written (the log of the process). */
  readonly log?: (line: string) => void
}
