/** What differs between the three places the engine runs in: Electron's utility process, tests, the command line. */
export interface EngineHost {
  /** The bytes of sql.js's wasm build; the store checks their hash. */
  readonly wasmBytes: Uint8Array
  /** Folder for preferences and recent files; null: keep them in memory (command line, tests). */
  readonly preferencesFolder: string | null
  /** Turns a document's HTML, and the HTML of its page footer, into PDF; null where there is no browser engine. */
  readonly printPdf: ((html: string, footer: string) => Promise<Uint8Array>) | null
  readonly now: () => Date
  /** A number in [0, 1); only for ids. */
  readonly random: () => number
  /** Language until the user chooses one. */
  readonly locale: 'id' | 'en'
  readonly checkOutputs?: boolean
  /** Where an unforeseen error is written (the log of the process). */
  readonly log?: (line: string) => void
}
