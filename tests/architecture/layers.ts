import { importsOf, type SourceFile } from './source-files.ts'

/** What one layer may name: other layers, and packages from outside. */
interface Layer {
  readonly layers: readonly string[]
  /** Exact package names, or prefixes ending in `*`. */
  readonly packages: readonly string[]
  /** Packages that only one folder of the layer may name. */
  readonly folders?: Readonly<Record<string, readonly string[]>>
}

/** The table of the architecture. A folder that is missing here fails the test. */
export const layerTable: Readonly<Record<string, Layer>> = {
  domain: {
    layers: ['domain'],
    packages: ['zod'],
    folders: { 'domain/statistics': ['@stdlib/*', 'ml-matrix', 'pure-rand*'] },
  },
  contract: { layers: ['domain', 'contract'], packages: [] },
  application: { layers: ['domain', 'application'], packages: [] },
  data: { layers: ['domain', 'application/ports', 'data'], packages: ['node:*', 'sql.js*', 'koffi', 'hash-wasm'] },
  documents: {
    layers: ['domain', 'application/ports', 'documents'],
    packages: ['node:*', 'docx', 'hucre*', 'papaparse', 'uqr'],
  },
  engine: {
    layers: ['domain', 'contract', 'application', 'data', 'documents', 'engine', 'resources'],
    packages: ['node:*', '@fontsource-variable/*'],
  },
  cli: { layers: ['domain', 'contract', 'application', 'data', 'documents', 'engine', 'cli'], packages: ['node:*'] },
  main: { layers: ['contract', 'main'], packages: ['node:*', 'electron'] },
  preload: { layers: ['contract'], packages: ['electron'] },
  renderer: {
    layers: ['domain', 'contract', 'renderer'],
    packages: [
      'react*',
      '@mantine/*',
      '@tanstack/*',
      '@tabler/icons-react',
      'ag-grid-*',
      'chart.js*',
      'i18next',
      '@fontsource-variable/*',
      'virtual:*',
    ],
  },
}

/** Broken edges, as sentences. Empty: the layers hold. */
export function brokenEdges(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const name = file.path.split('/')[1] ?? ''
    const layer = layerTable[name]
    if (!layer) return [`${file.path}: the folder src/${name} is not in the layer table`]
    return importsOf(file.text).flatMap((specifier) => {
      const reason = whyRefused(file, name, layer, specifier)
      return reason === null ? [] : [`${file.path}: ${specifier} (${reason})`]
    })
  })
}

function whyRefused(file: SourceFile, name: string, layer: Layer, specifier: string): string | null {
  if (specifier.startsWith('..')) {
    const depth = specifier.split('/').filter((part) => part === '..').length
    return depth >= file.path.split('/').length - 2
      ? 'leaves its layer by a relative path'
      : depth > 1
        ? 'climbs more than one folder; use the # alias'
        : null
  }
  if (specifier.startsWith('./')) return null
  if (specifier.startsWith('#')) {
    const target = specifier.slice(1)
    if (!layer.layers.some((allowed) => target.startsWith(`${allowed}/`))) return `${name} may not import this layer`
    return crossesScreens(file.path, target) ? 'a screen never imports another screen' : null
  }
  const own = Object.entries(layer.folders ?? {}).flatMap(([folder, packages]) =>
    file.path.startsWith(`src/${folder}/`) ? packages : [],
  )
  const allowed = [...layer.packages, ...own].some((pattern) =>
    pattern.endsWith('*') ? specifier.startsWith(pattern.slice(0, -1)) : specifier === pattern,
  )
  return allowed ? null : `${name} may not use this package`
}

function crossesScreens(from: string, target: string): boolean {
  const own = /^src\/renderer\/screens\/([^/]+)\//.exec(from)?.[1]
  const other = /^renderer\/screens\/([^/]+)\//.exec(target)?.[1]
  return own !== undefined && other !== undefined && own !== other
}
