import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Preferences, preferences as preferencesSchema } from '#contract/session.ts'
import { z } from '#domain/zod.ts'

const stored = z.object({
  preferences: preferencesSchema,
  recent: z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() })),
})
type Stored = z.infer<typeof stored>

export interface PreferencesStore {
  get(): Preferences
  set(change: Partial<Preferences>): Preferences
  recent(): Stored['recent']
  remember(file: Stored['recent'][number]): void
  forget(path: string): void
}

const recentLimit = 12

/** The user's own settings, outside any workspace. A missing or unreadable file means the defaults, never a failure to start. */
export function createPreferences(folder: string | null, language: 'id' | 'en'): PreferencesStore {
  const file = folder === null ? null : join(folder, 'preferences.json')
  const standard: Preferences = {
    language,
    theme: 'system',
    density: 'normal',
    zoom: 1,
    operatorName: language === 'id' ? 'Sekretaris' : 'Secretary',
  }
  let current: Stored = readStored(file) ?? { preferences: standard, recent: [] }

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
    recent: () => current.recent,
    remember(entry) {
      const others = current.recent.filter((known) => known.path !== entry.path)
      save({ ...current, recent: [entry, ...others].slice(0, recentLimit) })
    },
    forget(path) {
      save({ ...current, recent: current.recent.filter((known) => known.path !== path) })
    },
  }
}

function readStored(file: string | null): Stored | null {
  if (file === null) return null
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
