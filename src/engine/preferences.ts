import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Preferences, preferences as preferencesSchema } from '#contract/session.ts'
import type { FailedTries } from '#domain/rules/passphrase-tries.ts'
import { z } from '#domain/zod.ts'

const stored = z.object({
  preferences: preferencesSchema,
  /** Not a habit a page may set by itself: it is a place on the disk. */
  backupFolder: z.string().nullable().default(null),
  recent: z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() })),
  /** Wrong passphrases by file, so that starting Timbang anew gives no new tries. */
  tries: z.array(z.object({ path: z.string(), count: z.number().int(), lastAt: z.string() })).default([]),
})
type Stored = z.infer<typeof stored>

export interface PreferencesStore {
  get(): Preferences
  set(change: Partial<Preferences>): Preferences
  /** Where copies are kept; null: the standard folder. */
  backupFolder(): string | null
  setBackupFolder(folder: string | null): void
  recent(): Stored['recent']
  remember(file: Stored['recent'][number]): void
  forget(path: string): void
  tries(path: string): FailedTries | null
  /** Null: none are left to remember. */
  setTries(path: string, tries: FailedTries | null): void
}

const recentLimit = 12
const triesLimit = 50

/** The user's own settings, outside any workspace. A missing or unreadable file means the defaults, never a failure to start. */
export function createPreferences(folder: string | null, language: 'id' | 'en'): PreferencesStore {
  const file = folder === null ? null : join(folder, 'preferences.json')
  const standard: Preferences = {
    language,
    theme: 'system',
    density: 'normal',
    zoom: 1,
    operatorName: language === 'id' ? 'Sekretaris' : 'Secretary',
    autoLockMinutes: 10,
  }
  let current: Stored = readStored(file, standard) ?? {
    preferences: standard,
    backupFolder: null,
    recent: [],
    tries: [],
  }

  function save(next: Stored) {
    current = next
    if (file === null || folder === null) return
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${file}.tmp`, JSON.stringify(next, null, 2), { mode: 0o600 })
    renameSync(`${file}.tmp`, file)
  }

  return {
    get: () => current.preferences,
    set(change) {
      save({ ...current, preferences: preferencesSchema.parse({ ...current.preferences, ...change }) })
      return current.preferences
    },
    backupFolder: () => current.backupFolder,
    setBackupFolder: (backupFolder) => save({ ...current, backupFolder }),
    recent: () => current.recent,
    remember(entry) {
      const others = current.recent.filter((known) => known.path !== entry.path)
      save({ ...current, recent: [entry, ...others].slice(0, recentLimit) })
    },
    forget(path) {
      save({ ...current, recent: current.recent.filter((known) => known.path !== path) })
    },
    tries: (path) => current.tries.find((known) => known.path === path) ?? null,
    setTries(path, tries) {
      const others = current.tries.filter((known) => known.path !== path)
      save({ ...current, tries: tries === null ? others : [{ ...tries, path }, ...others].slice(0, triesLimit) })
    },
  }
}

/** A habit that an earlier version did not know of is as it is at first. */
function readStored(file: string | null, standard: Preferences): Stored | null {
  if (file === null) return null
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as { readonly preferences?: object }
    return stored.parse({ ...found, preferences: { ...standard, ...found.preferences } })
  } catch {
    return null
  }
}
