import { followPart } from '#application/ledger/follow-part.ts'
import type { FollowedPart } from '#application/ports/trail-follower.ts'
import { ledgerReader } from '#data/repositories/ledger-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import { openConnection } from '#data/store/connection.ts'
import { configure, passingCacheKibibytes } from '#data/store/open-workspace.ts'
import type { PartQuestion } from './follow-part.ts'
import { answerOnThread } from './on-file-thread.ts'

/** The program of the thread that follows a part of a long trail. It tells the number of every entry it reaches. */
await answerOnThread<PartQuestion, FollowedPart | null, number>(({ question: { path, part }, engine, layer, tell }) => {
  const db = openConnection(engine, { path, readOnly: true, ...(layer === undefined ? {} : { fileSystem: layer }) })
  try {
    configure(db, passingCacheKibibytes)
    return followPart(ledgerReader(db), hashing.sha256, part, tell)
  } finally {
    db.close()
  }
})
