import { createRequire } from 'node:module'

export const wasmPath = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')
