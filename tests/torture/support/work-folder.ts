import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Memory instead of a disk where there is such a place: the harnesses ask what is written, not how fast. */
const fastest = fs.existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A folder for one harness, gone when the work is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>, { onDisk = false } = {}): Promise<T> {
  const folder = fs.mkdtempSync(join(fs.realpathSync(onDisk ? tmpdir() : fastest), 'timbang-torture-'))
  try {
    return await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** An empty folder of this name, whatever was there before. */
export function emptyFolder(folder: string): string {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  return folder
}

export function copyFiles(from: string, to: string): void {
  for (const name of fs.readdirSync(from)) fs.writeFileSync(join(to, name), fs.readFileSync(join(from, name)))
}
