import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface SourceFile {
  /** Path from the root of the project, with forward slashes. */
  readonly path: string
  readonly text: string
}

const root = join(import.meta.dirname, '../..')

/** Every TypeScript file under `src`. */
export function sourceFiles(folder = 'src'): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const full = join(entry.parentPath, entry.name)
      return { path: relative(root, full).replaceAll('\\', '/'), text: readFileSync(full, 'utf8') }
    })
    .toSorted((a, b) => a.path.localeCompare(b.path))
}

/** The modules a file names in static and dynamic imports and re-exports. */
export function importsOf(text: string): readonly string[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const found = withoutComments.matchAll(
    /(?:^|\s|;)(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => match[1] ?? match[2] ?? '')
}
