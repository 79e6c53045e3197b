import type { BackupStore, StoredBackup } from '#application/ports/backup-store.ts'

/**
 * The copies of one workspace, newest first: those taken from this place, and those whose history begins with the same
 * entry wherever the file lay then. Of a file that cannot be read any more, also those of the same file name.
 * @example listBackups(store, '/home/siti/dinas.timbang')[0]?.takenAt // '2026-11-22T02:31:05.000Z'
 */
export function listBackups(
  store: Pick<BackupStore, 'copies' | 'placeOf' | 'originOf'>,
  path: string,
): readonly StoredBackup[] {
  const place = store.placeOf(path)
  const origin = store.originOf(path)
  const belongs = (copy: StoredBackup) =>
    copy.source === place || (origin === null ? nameOf(copy.source) === nameOf(place) : copy.origin === origin)
  return store
    .copies()
    .filter(belongs)
    .toSorted((a, b) => order(place, a, b))
}

/** The last copy taken from this place, or null. */
export function newestBackup(store: Pick<BackupStore, 'copies' | 'placeOf'>, path: string): StoredBackup | null {
  const place = store.placeOf(path)
  return (
    store
      .copies()
      .filter((copy) => copy.source === place)
      .toSorted((a, b) => order(place, a, b))[0] ?? null
  )
}

/** Copies taken from this place are counted; of the others only the times are known, and clocks are set wrong. */
function order(place: string, a: StoredBackup, b: StoredBackup): number {
  if (a.source === place && b.source === place) return b.number - a.number
  if (a.source === place || b.source === place) return a.source === place ? -1 : 1
  return b.takenAt.localeCompare(a.takenAt)
}

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path
