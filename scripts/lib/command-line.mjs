import { copyFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './project.mjs'

/** Bundles the command line with everything it needs into one file for plain Node. */
export async function buildCommandLine() {
  const { build } = await import('vite')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // koffi is native and stays a package of its own; without it the command line works with weaker locks.
    ssr: { noExternal: true, external: ['koffi'] },
    build: {
      ssr: true,
      outDir: join(root, 'out/cli'),
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          timbang: join(root, 'src/cli/index.ts'),
          'check-pages-thread': join(root, 'src/engine/hosts/check-pages-thread.ts'),
          'calibrate-thread': join(root, 'src/engine/hosts/calibrate-thread.ts'),
          'follow-part-thread': join(root, 'src/engine/hosts/follow-part-thread.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
          // Some packages still ask for CommonJS names when they find themselves under Node.
          banner: [
            "import { createRequire as createRequireForBundle } from 'node:module'",
            'const require = createRequireForBundle(import.meta.url)',
            'const __filename = import.meta.filename',
            'const __dirname = import.meta.dirname',
          ].join('\n'),
        },
      },
    },
  })
  copyFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'), join(root, 'out/cli/sql-wasm.wasm'))
}
