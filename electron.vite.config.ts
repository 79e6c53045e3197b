import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

// The oldest runtime the code must run on (Electron 33); the npm package of Electron is newer.
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'

/** Puts SQLite's WebAssembly beside the engine, where the host reads it. */
function sqliteBesideTheEngine(): Plugin {
  return {
    name: 'timbang-sqlite-beside-the-engine',
    generateBundle() {
      const path = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')
      this.emitFile({ type: 'asset', fileName: 'sql-wasm.wasm', source: readFileSync(path) })
    },
  }
}

/** Writes down which files the pages consist of; the shell serves exactly these and nothing else. */
function listOfPageFiles(): Plugin {
  return {
    name: 'timbang-list-of-page-files',
    writeBundle(_options, bundle) {
      const files = Object.keys(bundle).sort()
      writeFileSync(resolve('out/main/page-files.json'), `${JSON.stringify(files, null, 1)}\n`)
    },
  }
}

const isForDevelopment = process.argv.includes('--mode=development')
const minify = isForDevelopment ? false : 'oxc'

export default defineConfig({
  main: {
    plugins: [sqliteBesideTheEngine()],
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      chunkSizeWarningLimit: 4000,
      minify,
      rolldownOptions: {
        // A native module: it stays a package of its own, in development and in the packaged program.
        external: ['koffi'],
        input: {
          index: resolve('src/main/index.ts'),
          engine: resolve('src/engine/hosts/utility-process.ts'),
          'check-pages-thread': resolve('src/engine/hosts/check-pages-thread.ts'),
          'calibrate-thread': resolve('src/engine/hosts/calibrate-thread.ts'),
          'follow-part-thread': resolve('src/engine/hosts/follow-part-thread.ts'),
          'copy-beside-thread': resolve('src/engine/hosts/copy-beside-thread.ts'),
          'inspect-thread': resolve('src/engine/hosts/inspect-thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      minify,
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        // A sandboxed page loads its preload script as one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    base: '/',
    plugins: [react(), listOfPageFiles()],
    build: {
      target: chromeTarget,
      // Read from the disk, not from a network: one large file opens faster than many small ones.
      chunkSizeWarningLimit: 4000,
      minify,
      rolldownOptions: { input: { index: join(resolve('src/renderer'), 'index.html') } },
    },
  },
})
