import fs from 'node:fs'
import { dirname } from 'node:path'

const page = Buffer.alloc(4_096, 7)
const header = page.subarray(0, 512)
/** As a trace of the system calls of one commit of five updates and their entry shows. */
const pages = 12

/**
 * What the disk alone takes for such a commit: the journal written and synced, the name of the journal synced, its header
 * and sync, the pages and their sync, the journal cut to nothing and synced. No SQLite, no locks.
 */
export function bareCommits(path: string) {
  const file = fs.openSync(path, 'r+')
  const journal = fs.openSync(`${path}-journal`, 'w+')
  const folder = fs.openSync(dirname(path), 'r')
  const last = Math.floor(fs.fstatSync(file).size / page.length) - 1
  const times: number[] = []

  function commit(round: number): void {
    for (let at = 0; at < pages; at++) fs.writeSync(journal, page, 0, page.length, header.length + at * page.length)
    fs.fdatasyncSync(journal)
    fs.fsyncSync(folder)
    fs.writeSync(journal, header, 0, 12, 0)
    fs.fdatasyncSync(journal)
    for (let at = 0; at < pages; at++) {
      fs.writeSync(file, page, 0, page.length, ((round * 7 + at * 1_151) % last) * page.length)
    }
    fs.fdatasyncSync(file)
    fs.ftruncateSync(journal, 0)
    fs.fdatasyncSync(journal)
  }

  return {
    times,
    run(round: number): void {
      const start = performance.now()
      commit(round)
      times.push(performance.now() - start)
    },
    close(): void {
      for (const descriptor of [file, journal, folder]) fs.closeSync(descriptor)
    },
  }
}
