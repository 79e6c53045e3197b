// Runs a TypeScript file of the project under a Node that cannot do so itself: node run-typescript.mjs <file> [arguments]
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [file, ...args] = process.argv.slice(2)
process.argv = [process.argv[0], resolve(file), ...args]
await runnerImport(resolve(file), { logLevel: 'error', configFile: false })
