import { beforeEach, expect, it } from 'vitest'
import { verifyTrail } from '#application/ledger/verify-trail.ts'
import { ledgerReader } from '#data/repositories/ledger-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import { openConnection } from '#data/store/connection.ts'
import { testEngine } from '#tests/integration/store/support.ts'
import { writeEveryKindOfRow } from '#tests/support/every-kind-of-row.ts'
import { dropGuards, type LedgerBench, ledgerBench } from './ledger-bench.ts'

let bench: LedgerBench
beforeEach(async () => {
  bench = await ledgerBench()
  writeEveryKindOfRow(bench.workspace())
})

/** The trail followed as `timbang check` would, had the file been opened. */
async function findingsOf(path: string) {
  const db = openConnection(await testEngine(), { path, readOnly: true })
  try {
    const job = { report: () => undefined, pause: async () => undefined }
    const { findings } = await verifyTrail({ reader: ledgerReader(db), hashing, anchor: null, job })
    return findings.map(({ kind, seq }) => [kind, seq])
  } finally {
    db.close()
  }
}

// The three hashes of an entry are read as one text: bytes moved from one to the next must not go unnoticed in it.
it.each([
  [
    'moved to the next',
    `changes_hash = substr(changes_hash, 1, 31), prev = CAST(substr(changes_hash, 32) || prev AS BLOB)`,
  ],
  ['moved to the one before', `prev = CAST(prev || substr(hash, 1, 1) AS BLOB), hash = substr(hash, 2)`],
  ['emptied', `hash = x''`],
])('an entry with bytes of a hash %s is refused on opening, and found by who follows the chain', async (_, change) => {
  const opened = bench.tamper((db) => {
    dropGuards(db)
    db.run('PRAGMA ignore_check_constraints = ON')
    db.run(`UPDATE journal SET ${change} WHERE seq = 5`)
  })
  await expect(opened).rejects.toThrow('E-OPEN-DAMAGED')
  const findings = await findingsOf(bench.path)
  expect(findings).toContainEqual(['entry', 5])
})

it('control: nothing is found when nothing was moved', async () => {
  bench.file().close()
  expect(await findingsOf(bench.path)).toEqual([])
})
