/** The file system calls of SQLite's unix layer that Timbang answers itself. */
export const syscalls = [
  'openat',
  'fd_close',
  'fd_seek',
  'fd_read',
  'fd_write',
  'fd_sync',
  'ftruncate64',
  'fstat64',
  'stat64',
  'lstat64',
  'newfstatat',
  'fcntl64',
  'unlinkat',
  'faccessat',
  'readlinkat',
  'fchmod',
  'fchown32',
  'utimensat',
] as const

export type SyscallName = (typeof syscalls)[number]

/** Where a syscall stands among the imports of one WebAssembly build. */
interface ImportName {
  readonly module: string
  readonly name: string
}

export interface WasmBuild {
  /** Which JavaScript glue of sql.js belongs to it. */
  readonly glue: 'release' | 'debug'
  readonly imports: Readonly<Record<SyscallName, ImportName>>
}

/**
 * The build with this SHA-256 (hex), or undefined for one nobody has looked at: its letters must never be guessed.
 * The release build's import names are single letters that change with each release of sql.js.
 */
export function wasmBuildOf(sha256: string): WasmBuild | undefined {
  return builds[sha256]
}

/** For whoever brought a build of SQLite that is not in the table: what to do, in order. */
export function whatToDoAbout(sha256: string): string {
  return [
    `sql.js changed: nobody has looked at the SQLite build ${sha256}, so its file syscalls cannot be replaced.`,
    'List WebAssembly.Module.imports of the new sql-wasm.wasm and print the source of each import in sql-wasm.js.',
    'Match each to a name in src/data/store/syscall-names.ts: fcntl64 switches on 12 and 13, fd_sync calls fsync,',
    'faccessat has "& -8"; sql-wasm-debug.wasm keeps the plain names and shows what each one is. Never guess a letter.',
    'Add the hash with its letters, and the hash of the debug build; then run the tests in tests/integration/store.',
  ].join('\n')
}

const builds: Readonly<Record<string, WasmBuild>> = {
  // sql.js 1.16.0, sql-wasm.wasm
  '43bbcdd44287e5a2db3b6b5af34b1a3485a7a441285d247976c1ebe3c61f8dbf': {
    glue: 'release',
    imports: inModule('a', {
      openat: 'x',
      fd_close: 'e',
      fd_seek: 'E',
      fd_read: 't',
      fd_write: 'q',
      fd_sync: 'K',
      ftruncate64: 'J',
      fstat64: 'g',
      stat64: 'N',
      lstat64: 'M',
      newfstatat: 'L',
      fcntl64: 'b',
      unlinkat: 'o',
      faccessat: 'D',
      readlinkat: 's',
      fchmod: 'j',
      fchown32: 'h',
      utimensat: 'n',
    }),
  },
  // sql.js 1.16.0, sql-wasm-debug.wasm: the names are plain
  d60edf60bd7134326204069ece82255dbe7c017f16664fbe6ed90ba89f277417: { glue: 'debug', imports: plainNames() },
}

function inModule(module: string, letters: Readonly<Record<SyscallName, string>>): Record<SyscallName, ImportName> {
  return tableOf((name) => ({ module, name: letters[name] }))
}

function plainNames(): Record<SyscallName, ImportName> {
  return tableOf((name) =>
    name.startsWith('fd_') ? { module: 'wasi_snapshot_preview1', name } : { module: 'env', name: `__syscall_${name}` },
  )
}

function tableOf(importOf: (name: SyscallName) => ImportName): Record<SyscallName, ImportName> {
  return Object.fromEntries(syscalls.map((name) => [name, importOf(name)])) as Record<SyscallName, ImportName>
}
