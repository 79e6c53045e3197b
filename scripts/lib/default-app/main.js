// Stands in for Electron's own default application, which the mirrored runtime does not contain:
// makes `electron <folder>` start the application in that folder.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const { target, preloads } = readArguments(process.argv.slice(1))
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })

const require = createRequire(import.meta.url)
for (const file of preloads) require(resolve(file))

try {
  // Waiting here holds Electron's "ready" back until an application written as ES modules has loaded.
  await import(pathToFileURL(entryOf(target)).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}

/** @param {string[]} args */
function readArguments(args) {
  const preloads = []
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]
    if (arg === '-v' || arg === '--version') {
      console.log(`v${process.versions.electron}`)
      process.exit(0)
    }
    if (arg === '-r' || arg === '--require') preloads.push(args[++at])
    else if (!arg.startsWith('-')) return { target: resolve(arg), preloads }
  }
  return { target: process.cwd(), preloads }
}

/** @param {string} target a folder or archive with a package.json, or a script */
function entryOf(target) {
  if (!target.endsWith('.asar') && !statSync(target).isDirectory()) {
    app.setAppPath(dirname(target))
    return target
  }
  const manifestPath = join(target, 'package.json')
  const manifest = existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, 'utf8')) : {}
  if (manifest.version) app.setVersion(manifest.version)
  const name = manifest.productName ?? manifest.name
  if (name) app.setName(name)
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(target)
  return join(target, manifest.main ?? 'index.js')
}
