import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { dirname } from 'node:path'
import initSqlJs from 'sql.js'
import { afterEach, describe, expect, it } from 'vitest'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { testEngine } from '#tests/support/in-memory-app.ts'
import { type Office, office } from './office.ts'

const offices: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const app of offices.splice(0)) await app.close()
})

async function open(): Promise<Office> {
  const app = await office()
  offices.push(app)
  return app
}

/** Comparing the bytes themselves takes seconds. */
const markOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const fileMark = (path: string) => markOf(fs.readFileSync(path))
const listed = (app: Office) => app.call('backups.list', { path: app.file })
const asideIn = (app: Office) => fs.readdirSync(app.folder).filter((name) => name.includes('sebelum dipulihkan'))
const temporaryIn = (folder: string) => fs.readdirSync(folder).filter((name) => name.includes('.tmp'))

describe('the preview', () => {
  it('counts what was made since, and names whose score would change, from what to what', async () => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    await app.score('91')
    await app.score('95')
    const before = fileMark(app.file)
    const preview = await app.call('backups.preview', { path: app.file, copy: copy.path, jobId: 'job' })
    expect(preview).toMatchObject({
      copy,
      because: null,
      current: { entries: copy.entries + 2, since: 2, onlyInCopy: 0 },
      tables: [{ table: 'resultScore', gone: 0, back: 0, changed: 1 }],
      ratings: [
        {
          table: 'resultScore',
          about: 'Sari',
          kind: 'changed',
          fields: [{ column: 'score', present: 95, restored: 80 }],
        },
      ],
      ratingsFound: 1,
      people: 1,
    })
    expect(fileMark(app.file)).toBe(before)
    expect(temporaryIn(dirname(copy.path))).toEqual([])
  })

  it('names what would go and what would come back', async () => {
    const app = await open()
    await app.score('')
    const without = await app.call('backups.take', {})
    await app.score('77')
    const gone = await app.call('backups.preview', { path: app.file, copy: without.path, jobId: 'job' })
    expect(gone.ratings).toMatchObject([{ kind: 'gone', about: 'Sari' }])
    const withIt = await app.call('backups.take', {})
    await app.score('')
    const back = await app.call('backups.preview', { path: app.file, copy: withIt.path, jobId: 'job' })
    expect(back.ratings).toMatchObject([{ kind: 'back', about: 'Sari' }])
    expect(back.ratings[0]?.fields).toContainEqual({ column: 'score', present: null, restored: 77 })
  })
})

describe('restoring', () => {
  it('brings the old score back, keeps the file that was there, and says so in the trail', async () => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    await app.score('95')
    const replaced = (await app.call('trail.anchor', {})).count
    const restored = await app.call('backups.restore', {
      path: app.file,
      copy: copy.path,
      reason: 'Nilai keliru',
      jobId: 'job',
    })
    expect(await app.scoreNow()).toBe(80)
    expect(restored).toMatchObject({ path: app.file, copy })
    const aside = restored.keptAside ?? ''
    expect(asideIn(app)).toHaveLength(1)
    const { entries } = await app.call('trail.list', { beforeSeq: null, limit: 1, command: null })
    expect(entries[0]).toMatchObject({
      seq: copy.entries + 1,
      command: 'backups.restore',
      reason: 'Nilai keliru',
      summary: { copy: copy.fileName, entries: copy.entries, replaced },
    })
    expect(await app.call('trail.verify', { anchor: null, jobId: 'job' })).toMatchObject({ found: 0 })
    expect((await listed(app)).copies).toEqual([copy])
    expect(temporaryIn(app.folder)).toEqual([])
    // One goes on working, and the file kept aside is a workspace like any other.
    await app.score('60')
    await app.call('workspace.open', { path: aside })
    expect(await app.scoreNow()).toBe(95)
  })

  it('afterwards says of a newer copy that it holds entries the file lacks, and restores that one, too', async () => {
    const app = await open()
    const old = await app.call('backups.take', {})
    await app.score('95')
    const young = await app.call('backups.take', {})
    await app.restore(old.path)
    const preview = await app.call('backups.preview', { path: app.file, copy: young.path, jobId: 'job' })
    expect(preview.current).toMatchObject({ since: 1, onlyInCopy: 1 })
    await app.restore(young.path)
    expect(await app.scoreNow()).toBe(95)
    expect(asideIn(app)).toHaveLength(2)
  })

  it('puts back a file that is damaged, with the journal a crash left, and one that is gone', async () => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    await app.call('workspace.close', {})
    const rubbish = Buffer.alloc(8192, 7)
    fs.writeFileSync(app.file, rubbish)
    fs.writeFileSync(`${app.file}-journal`, 'hot')
    await expect(app.call('workspace.open', { path: app.file })).rejects.toMatchObject({ code: 'E-OPEN-FOREIGN' })
    const preview = await app.call('backups.preview', { path: app.file, copy: copy.path, jobId: 'job' })
    expect(preview).toMatchObject({ current: null, because: 'E-OPEN-FOREIGN' })
    const { keptAside } = await app.call('backups.restore', {
      path: app.file,
      copy: copy.path,
      reason: '',
      jobId: 'job',
    })
    expect(await app.scoreNow()).toBe(80)
    expect(fileMark(keptAside ?? '')).toBe(markOf(rubbish))
    expect(fs.readFileSync(`${keptAside}-journal`, 'utf8')).toBe('hot')

    await app.call('workspace.close', {})
    fs.rmSync(app.file)
    const again = await app.call('backups.restore', { path: app.file, copy: copy.path, reason: '', jobId: 'job' })
    expect(again.keptAside).toBeNull()
    expect(await app.scoreNow()).toBe(80)
  })
})

describe('what is not restored', () => {
  async function refusedWith(app: Office, copy: string, code: string) {
    const before = fileMark(app.file)
    await expect(app.restore(copy)).rejects.toMatchObject({ code })
    expect(fileMark(app.file)).toBe(before)
    expect(asideIn(app)).toEqual([])
    expect(temporaryIn(app.folder)).toEqual([])
    expect(await app.scoreNow()).toBe(95)
  }

  it('a damaged copy: any byte', async () => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    await app.score('95')
    const sound = fs.readFileSync(copy.path)
    for (const place of [0, 20, 100, 5000, Math.floor(sound.length / 2), sound.length - 1]) {
      const damaged = Buffer.from(sound)
      damaged.writeUInt8(damaged.readUInt8(place) ^ 4, place)
      fs.writeFileSync(copy.path, damaged)
      await refusedWith(app, copy.path, 'E-BACKUP-DAMAGED')
    }
    fs.writeFileSync(copy.path, sound.subarray(0, sound.length - 4096))
    await refusedWith(app, copy.path, 'E-BACKUP-DAMAGED')
    fs.rmSync(copy.path)
    await refusedWith(app, copy.path, 'E-BACKUP-MISSING')
  })

  it('a forged copy: a score changed with another program, and a manifest that goes with it', async () => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    await app.score('95')
    const { Database } = await initSqlJs()
    const db = new Database(fs.readFileSync(copy.path))
    db.run('UPDATE result_score SET score = 100')
    const forged = Buffer.from(db.export())
    fs.writeFileSync(copy.path, forged)
    await refusedWith(app, copy.path, 'E-BACKUP-DAMAGED')
    const manifest = JSON.parse(fs.readFileSync(`${copy.path}.json`, 'utf8'))
    const sha256 = markOf(forged)
    fs.writeFileSync(`${copy.path}.json`, JSON.stringify({ ...manifest, sha256, bytes: forged.length }))
    await refusedWith(app, copy.path, 'E-BACKUP-TRAIL')
    fs.rmSync(`${copy.path}.json`)
    await refusedWith(app, copy.path, 'E-BACKUP-TRAIL')
  })

  it('a copy of another workspace, and a file that is no workspace', async () => {
    const app = await open()
    await app.score('95')
    const other = testEngine()
    offices.push(other)
    const path = other.path('lain.timbang')
    const input = newWorkspaceInput(path)
    await other.call('workspace.create', { ...input, agency: { ...input.agency, name: 'Dinas Lain' } })
    await other.call('workspace.close', {})
    await refusedWith(app, path, 'E-BACKUP-OTHER')
    fs.writeFileSync(path, 'bukan ruang kerja')
    await refusedWith(app, path, 'E-BACKUP-DAMAGED')
  })

  it('over a file that another window writes', async () => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    await app.score('95')
    const second = testEngine()
    offices.push(second)
    const restoring = second.call('backups.restore', { path: app.file, copy: copy.path, reason: '', jobId: 'job' })
    await expect(restoring).rejects.toMatchObject({ code: 'E-OPEN-LOCKED' })
    expect(await app.scoreNow()).toBe(95)
    expect(temporaryIn(app.folder)).toEqual([])
  })

  it('when it is cancelled', async () => {
    const app = await open()
    const copy = await app.call('backups.take', {})
    await app.score('95')
    const restoring = app.restore(copy.path)
    await app.call('jobs.cancel', { jobId: 'job' })
    await expect(restoring).rejects.toMatchObject({ code: 'E-CANCELLED' })
    expect(await app.scoreNow()).toBe(95)
    expect([...asideIn(app), ...temporaryIn(app.folder)]).toEqual([])
  })
})
