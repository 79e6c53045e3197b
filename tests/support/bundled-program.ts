import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'

const project = join(import.meta.dirname, '../..')
const cache = join(project, 'node_modules/.cache')

/**
 * A program of the sources as the product ships it: one ES module for plain Node, sql.js bundled into it. It lies inside the
 * project, so that it finds koffi and takes real locks. Built before the tests of the file or group that asks for it.
 */
export function bundledProgram(source: string): { readonly path: string } {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'timbang-program-'))
  const name = basename(source).replace(/\.ts$/, '.mjs')
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'silent',
      root: project,
      ssr: { noExternal: true, external: ['koffi'] },
      build: {
        ssr: join(project, source),
        outDir: folder,
        target: 'node20',
        minify: false,
        rollupOptions: { output: { entryFileNames: name } },
      },
    })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return { path: join(folder, name) }
}
