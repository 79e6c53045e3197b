import fs from 'node:fs'
import { join } from 'node:path'
import { openConnection } from '#data/store/connection.ts'
import { sql } from '#data/store/sql.ts'
import { type Harness, startTally, type Tally, type TortureOptions, type TortureResult } from './harness.ts'
import { type Children, wait, withChildren } from './support/children.ts'
import { sqlEngine, tablesOf } from './support/file-state.ts'
import type { MutationName } from './support/mutations.ts'
import { agencyBytes, agencyPassphrase, sealedAgencyBytes } from './support/prepared.ts'
import { afterTrap, type ImageJob, type ImageReport } from './support/try-images.ts'
import { inFolder } from './support/work-folder.ts'

/** A kind of file that is tried: the bytes of the small agency, and what opens them. */
interface FileKind {
  readonly bytes: () => Promise<Buffer>
  readonly passphrase: string | null
}

const plainFile: FileKind = { bytes: agencyBytes, passphrase: null }
const sealedFile: FileKind = { bytes: sealedAgencyBytes, passphrase: agencyPassphrase }

export const bitFlips: Harness = {
  name: 'bit flips',
  what: 'one bit, byte, sector or pair of pages changed in a plain file: refused, found by check, or counted by what it changes; none in a score, rating, decision, reason or identity goes unfound',
  counts: { short: 150, medium: 2000, full: 10_000 },
  run: (options) => tryKind(bitFlips.name, 'flip', plainFile, options),
}

export const sealedBitFlips: Harness = {
  name: 'flips in an encrypted file',
  what: 'the same in an encrypted file: every one refused or found, or, in one slot of the head, mended from the other',
  counts: { short: 80, medium: 2000, full: 10_000 },
  run: (options) => tryKind(sealedBitFlips.name, 'flip', sealedFile, options),
}

export const truncations: Harness = {
  name: 'truncations',
  what: 'a plain file cut to 0, 1, 15, 16, 100, 511 … bytes and anywhere: refused, never an empty workspace',
  counts: { short: 60, medium: 400, full: 2000 },
  run: (options) => tryKind(truncations.name, 'truncate', plainFile, options),
}

export const sealedTruncations: Harness = {
  name: 'cuts of an encrypted file',
  what: 'the same with an encrypted file',
  counts: { short: 40, medium: 400, full: 2000 },
  run: (options) => tryKind(sealedTruncations.name, 'truncate', sealedFile, options),
}

export const fuzzedImages: Harness = {
  name: 'fuzzed images',
  what: 'up to twelve wounds in header, pages, pointers, text and length: refused or sound within 5 s, the file unchanged',
  counts: { short: 300, medium: 3000, full: 20_000 },
  run: (options) => tryKind(fuzzedImages.name, 'fuzz', plainFile, options),
}

/** The control: the same changes of the plain file, shown to SQLite without our checks. */
const control = 'SQLite without our checks'

/** Of the processor's time, so that a busy machine is no failure of ours. */
const longest = 5000
/** Of the clock on the wall: after this a process counts as hung. */
const patience = { first: 120_000, next: 30_000 } as const
const workers = 2

async function tryKind(
  harness: string,
  mutation: MutationName,
  kind: FileKind,
  options: TortureOptions,
): Promise<TortureResult> {
  const tally = startTally(harness, options)
  let missedBare = mutation === 'truncate' ? await emptyFileIsSound() : false
  await withChildren((children) =>
    inFolder(async (folder) => {
      const source = join(folder, 'source.timbang')
      const plainSource = join(folder, 'plain.timbang')
      fs.writeFileSync(source, await kind.bytes())
      fs.writeFileSync(plainSource, await plainFile.bytes())
      const take = (report: ImageReport) => {
        missedBare ||= report.missedByBareSqlite
        const slow = report.milliseconds > longest ? `it took ${report.milliseconds} ms` : report.verdict
        tally.add(slow, `image ${report.number} of seed ${options.seed} (${report.what})`)
        for (const outcome of report.outcome) tally.figure(outcome)
        if (report.number % 1000 === 999) options.say(`${report.number + 1} images`)
      }
      const work = async (worker: number) => {
        const place = join(folder, `worker-${worker}`)
        fs.mkdirSync(place)
        const job = {
          folder: place,
          source,
          plainSource,
          passphrase: kind.passphrase,
          mutation,
          seed: options.seed,
          from: worker,
          to: options.count,
          step: workers,
        }
        await tryAll(children, job, take, tally)
      }
      await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)))
    }),
  )
  tally.control(control, missedBare)
  return tally.result()
}

/** Goes through a job with as many processes as it takes: one that hangs or crashes costs one image, and is a failure. */
async function tryAll(
  children: Children,
  job: ImageJob,
  take: (report: ImageReport) => void,
  tally: Tally,
): Promise<void> {
  let next = job.from
  while (next < job.to) {
    const child = children.start('images', JSON.stringify({ ...job, from: next }))
    let taken = 0
    let lastSign = performance.now()
    let ended = false
    void child.ended.then(() => {
      ended = true
    })
    const takeNew = () => {
      for (; taken < child.lines.length; taken += 1) {
        const report = JSON.parse(child.lines[taken] ?? '{}') as ImageReport
        take(report)
        next = report.number + job.step
        lastSign = performance.now()
      }
    }
    // The first image waits for the process to start.
    while (!ended && performance.now() - lastSign < (taken === 0 ? patience.first : patience.next)) {
      await wait(20)
      takeNew()
    }
    takeNew()
    if (next >= job.to) {
      await child.ended
      return
    }
    const end = ended ? 'the process crashed' : 'the process hung'
    child.process.kill('SIGKILL')
    await child.ended
    if (child.process.exitCode !== afterTrap) {
      tally.add(end, `image ${next} of seed ${job.seed}`)
      next += job.step
    }
  }
}

/** Left alone, SQLite takes a file without bytes for a database without tables, and calls it sound. */
function emptyFileIsSound(): Promise<boolean> {
  return inFolder(async (folder) => {
    const path = join(folder, 'empty.timbang')
    fs.writeFileSync(path, '')
    const db = openConnection(await sqlEngine(), { path, readOnly: true })
    try {
      return db.value(sql`PRAGMA quick_check`) === 'ok' && tablesOf(db).length === 0
    } finally {
      db.close()
    }
  })
}
