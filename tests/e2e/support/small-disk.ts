import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  /** Where the Timbang that was started with the launcher finds the disk. */
  readonly path: string
  readonly launcher: string
  /** The same place for the test, which is outside: through the process that has the disk. */
  seenFrom(pid: number): string
  remove(): void
}

/**
 * A disk of so many kilobytes, in memory, that only one Timbang and its children see: a mount namespace of their own.
 * No rights are needed for it, and it is gone with the last of these processes. Null where the system does not allow it.
 */
export function smallDisk(kilobytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'timbang-disk-'))
  const path = join(folder, 'disk')
  const launcher = join(folder, 'launch')
  mkdirSync(path)
  // The mount wants root inside the namespace; Chromium's sandbox wants the ordinary user back.
  writeFileSync(
    launcher,
    `#!/bin/sh
exec unshare --user --map-root-user --mount sh -c '
mount -t tmpfs -o size=${kilobytes}k tmpfs "${path}" &&
exec unshare --user --map-user=${process.getuid?.() ?? 0} --map-group=${process.getgid?.() ?? 0} "\${TIMBANG_ELECTRON:-true}" "$@"
' launch "$@"
`,
    { mode: 0o755 },
  )
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const env = { ...process.env, TIMBANG_ELECTRON: 'true' }
  if (process.platform !== 'linux' || spawnSync(launcher, { env, stdio: 'ignore' }).status !== 0) {
    remove()
    return null
  }
  return { path, launcher, seenFrom: (pid) => `/proc/${pid}/root${path}`, remove }
}

/** Fills the disk to its last byte with one file. */
export function fillDisk(file: string): void {
  for (let size = 2 ** 20; size >= 1; size /= 2) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
}
