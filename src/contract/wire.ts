import type { WaitingFile } from './protection.ts'
import type { Refusal, Reply } from './reply.ts'

/** Messages on the port between a page and the engine. `role` is stamped by the shell, never stated by the page. */
export interface CallMessage {
  readonly type: 'call'
  readonly id: number
  readonly name: string
  readonly input: unknown
}

export interface ReplyMessage {
  readonly type: 'reply'
  readonly id: number
  readonly reply: Reply<unknown>
}

/** Something happened in the engine. Events carry topics and figures, never rows: a window asks again for what it may see. */
export type EngineEvent =
  /**
   * `topics`: the parts of the engine's calls before the dot whose answers may differ now. `employeeIds`: the people
   * whose rows changed, or null when too many to name; a grid then asks for those rows only.
   */
  | { readonly type: 'changed'; readonly topics: readonly string[]; readonly employeeIds: readonly string[] | null }
  | {
      readonly type: 'progress'
      readonly jobId: string
      readonly step: string
      readonly done: number
      readonly total: number
    }
  | { readonly type: 'restarted' }
  /** The open file turned out damaged while it was being read and was closed; nothing had been written to it. */
  | { readonly type: 'refused'; readonly error: Refusal }
  /** A file waits for its passphrase: an encrypted workspace was locked, or is to be opened. */
  | { readonly type: 'locked'; readonly waiting: WaitingFile }
  /** The user chose an item of the window's menu. */
  | { readonly type: 'menu'; readonly command: MenuCommand }
  /** The system asked for a workspace while Timbang was running (double click on a second file). */
  | { readonly type: 'open-file'; readonly path: string }

/** Menu items that the page carries out; everything else in the menu is done by the shell itself. */
export type MenuCommand =
  | 'new-workspace'
  | 'open-workspace'
  | 'save-copy'
  | 'lock'
  | 'import'
  | 'undo'
  | 'redo'
  | 'command-palette'
  | 'support-file'
  | 'about'

export type PageMessage = ReplyMessage | EngineEvent

/** What the engine asks of the shell, because only Electron can do it. */
export type ShellRequest = {
  readonly type: 'shell-request'
  readonly id: number
  /** `footer`: HTML of the line at the foot of each page. Paper and margins stand in the document's own print style. */
  readonly request: { readonly kind: 'print-pdf'; readonly html: string; readonly footer: string }
}

/** The engine is composed and answers calls. */
export interface EngineStarted {
  readonly type: 'started'
}

/** The engine knows the places of one `grant` message. */
export interface EngineGranted {
  readonly type: 'granted'
  readonly id: number
}

export interface ShellAnswer {
  readonly type: 'shell-answer'
  readonly id: number
  readonly answer: { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false }
}

/** What a window is for; the shell stamps it on the window's port. */
export type WindowRole = 'operator' | 'presenter'

/**
 * A place on the disk that the user himself chose, and what for: to read a file, to write one (and read it again), or
 * to make new files in a folder under names of the engine's own.
 */
export interface PathGrant {
  readonly path: string
  readonly access: 'read' | 'write' | 'folder'
}

/** What the shell says to the engine process. An attached page talks over the port that comes with `attach`. */
export type ShellMessage =
  /** `grants`: what the user chose so far; an engine that replaces a dead one knows it from its first call on. */
  | {
      readonly type: 'start'
      readonly preferencesFolder: string
      /** Of Timbang, for the support file. */
      readonly version: string
      readonly locale: 'id' | 'en'
      readonly grants: readonly PathGrant[]
      /** The file Timbang was started with: opened while the page is still loading. The page asks for it again. */
      readonly openAhead: string | null
    }
  /** Answered with `granted`, before the page learns the paths: calls come over another line and could be faster. */
  | { readonly type: 'grant'; readonly id: number; readonly grants: readonly PathGrant[] }
  | { readonly type: 'attach'; readonly attachment: number; readonly role: WindowRole }
  | { readonly type: 'detach'; readonly attachment: number }
  /** The computer is being locked or goes to sleep: an encrypted workspace is locked, too. */
  | { readonly type: 'lock' }
  | { readonly type: 'close' }
  | ShellAnswer

/** Native abilities a page may ask of the shell by name. What the user chooses in a dialog is granted to the engine. */
export interface ShellApi {
  openFileDialog(options: {
    readonly purpose: 'workspace' | 'import' | 'ballot'
    readonly title: string
    readonly multiple?: boolean
  }): Promise<readonly string[]>
  saveFileDialog(options: {
    readonly purpose: 'workspace' | 'copy' | 'export'
    readonly title: string
    readonly defaultName: string
    readonly extension: string
  }): Promise<string | null>
  /** Asks where, then writes bytes the page made (a chart as a picture or table). Null: the user changed his mind. */
  saveBytes(options: {
    readonly title: string
    readonly defaultName: string
    readonly extension: 'png' | 'csv'
    readonly bytes: Uint8Array
  }): Promise<string | null>
  openFolderDialog(options: { readonly title: string }): Promise<string | null>
  /** Path of a file the user dropped on the window, granted for reading. Empty for a file a page made itself. */
  pathOfDroppedFile(file: unknown): Promise<string>
  /** Shows a just exported file in the system's file manager. */
  showExported(path: string): Promise<void>
  /** Holds a document for an `<iframe>`: the address under which it can be looked at, without scripts. */
  showPreview(html: string): Promise<string>
  setTitle(title: string): Promise<void>
  setTheme(theme: 'light' | 'dark' | 'system'): Promise<void>
  setZoom(factor: number): Promise<void>
  copyText(text: string): Promise<void>
  readClipboardText(): Promise<string>
  /** The workspace Timbang was started with (double click, command line), once; afterwards null. */
  launchFile(): Promise<string | null>
  /** Whether Timbang was started to show the example agency (`--example`), once; afterwards false. */
  launchExample(): Promise<boolean>
  /** Language of the menu and of the system dialogs. */
  setLanguage(locale: 'id' | 'en'): Promise<void>
  quit(): Promise<void>
}

/** What the preload script puts on `window.timbang`. */
export interface TimbangBridge {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>
  readonly shell: Readonly<ShellApi>
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: EngineEvent) => void) => () => void
}
