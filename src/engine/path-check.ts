import { sep } from 'node:path'
import type { CallName, ParsedInput } from '#contract/contracts.ts'
import type { PathGrant } from '#contract/wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { HandlersOf } from './handler-context.ts'
import { type PathAccess, placeOf } from './path-access.ts'

type NamingAPlace =
  | { readonly path: string | null }
  | { readonly paths: readonly string[] }
  | { readonly folder: string | null }
  | { readonly target: { readonly path: string } | { readonly folder: string } }

/** The calls whose input names a place on the disk. One that is missing in `placesOf` does not compile. */
type PathCall = { [Name in CallName]: ParsedInput<Name> extends NamingAPlace ? Name : never }[CallName]

/** `isCopy`: the engine's own copies may be read without being chosen in a dialog. */
type Need = PathGrant & { readonly isCopy?: true }

type PlacesOf = { readonly [Name in PathCall]: (input: ParsedInput<Name>) => readonly Need[] }

const toRead = (path: string): PathGrant => ({ path, access: 'read' })
const toReadCopy = (path: string): Need => ({ ...toRead(path), isCopy: true })
const toWrite = (path: string): PathGrant => ({ path, access: 'write' })

/** What each call reaches on the disk. */
const placesOf: PlacesOf = {
  'workspace.create': ({ path }) => [toWrite(path)],
  // Null: a new file in the temporary folder, at a place the engine makes up.
  'workspace.createExample': ({ path }) => (path === null ? [] : [toWrite(path)]),
  // A workspace is changed by its own commands only, so to open one is to read.
  'workspace.open': ({ path }) => [toRead(path)],
  'workspace.saveCopy': ({ path }) => [toWrite(path)],
  'inspection.read': ({ path }) => [toRead(path)],
  'inspection.saveCopy': ({ path, target }) => [toRead(path), toWrite(target)],
  'support.save': ({ path }) => [toWrite(path)],
  // Only looked up in the list of recent files.
  'workspace.forgetRecent': () => [],
  'backups.list': ({ path }) => [toRead(path)],
  'backups.take': ({ folder }) => (folder === null ? [] : [{ path: folder, access: 'folder' }]),
  'backups.setFolder': ({ folder }) => (folder === null ? [] : [{ path: folder, access: 'folder' }]),
  'backups.preview': ({ path, copy }) => [toRead(path), toReadCopy(copy)],
  // The file that is replaced stays beside it, so this reaches what opening it does.
  'backups.restore': ({ path, copy }) => [toRead(path), toReadCopy(copy)],
  'protection.plainCopy': ({ path }) => [toWrite(path)],
  'import.preview': ({ paths }) => paths.map(toRead),
  'panel.issueBallot': ({ path }) => [toWrite(path)],
  'panel.previewBallots': ({ paths }) => paths.map(toRead),
  'import.template': ({ path }) => [toWrite(path)],
  'import.problems': ({ path }) => [toWrite(path)],
  'reports.export': ({ target }) => [
    'path' in target ? toWrite(target.path) : { path: target.folder, access: 'folder' },
  ],
  'staff.export': ({ path }) => [toWrite(path)],
  'trail.export': ({ path }) => [toWrite(path)],
}

/** A file of the list of recent ones may be opened, and looked at when it will not open. */
const readsRecent: ReadonlySet<CallName> = new Set([
  'workspace.open',
  'inspection.read',
  'inspection.saveCopy',
  'backups.list',
  'backups.preview',
  'backups.restore',
])

/** The names of the calls that are checked. */
export const checkedCalls = Object.keys(placesOf) as readonly PathCall[]

/**
 * The one place where paths are checked: each handler whose call names places runs only if all of them may be reached.
 * @param recentPaths workspaces of the user's own list of recent files; they may be opened again
 * @param copyFolder where the engine keeps copies of workspaces
 */
export function checkPaths(
  handlers: HandlersOf<CallName>,
  access: PathAccess,
  recentPaths: () => readonly string[],
  copyFolder: () => string,
): HandlersOf<CallName> {
  const isRecent = (path: string): boolean => {
    const place = placeOf(path)
    return recentPaths().some((recent) => recent === path || (place !== null && placeOf(recent) === place))
  }
  const isOwnCopy = (path: string): boolean => {
    const [place, folder] = [placeOf(path), placeOf(copyFolder())]
    return place !== null && folder !== null && place.startsWith(folder + sep)
  }
  const checked = checkedCalls.map((name) => {
    const places = placesOf[name] as (input: unknown) => readonly Need[]
    const handler = handlers[name] as (input: unknown, ...more: readonly unknown[]) => unknown
    const run = (input: unknown, ...more: readonly unknown[]): unknown => {
      for (const need of places(input)) {
        const allowed =
          access.allows(need) ||
          (need.isCopy === true && isOwnCopy(need.path)) ||
          (readsRecent.has(name) && need.access === 'read' && isRecent(need.path))
        if (!allowed) throw new AppError('E-PATH-NOT-GRANTED', { path: need.path })
      }
      return handler(input, ...more)
    }
    return [name, run] as const
  })
  return { ...handlers, ...Object.fromEntries(checked) }
}
