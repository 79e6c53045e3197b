// sql.js describes its package entry only; these are the same function by the names of the files that hold it.
declare module 'sql.js/dist/sql-wasm.js' {
  import type { InitSqlJsStatic } from 'sql.js'

  const initSqlJs: InitSqlJsStatic

  // biome-ignore lint/style/noDefaultExport: that is how sql.js exports it
  export { initSqlJs as default }
}

declare module 'sql.js/dist/sql-wasm-debug.js' {
  import type { InitSqlJsStatic } from 'sql.js'

  const initSqlJs: InitSqlJsStatic

  // biome-ignore lint/style/noDefaultExport: that is how sql.js exports it
  export { initSqlJs as default }
}
