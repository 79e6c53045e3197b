import type { PinRecord, PinSecret, PinStore, WritePins } from '#application/ports/pins.ts'
import { sql } from '#data/store/sql.ts'
import type { OpenWorkspace } from '#data/store/workspace-file.ts'

type Tries = Pick<PinRecord, 'failures' | 'failedAt'>

/** The secrets behind PINs: the one table that is not journalled. */
export function pinStore({ db, readOnly }: OpenWorkspace): PinStore & WritePins {
  const triesHere = new Map<string, Tries>()
  return {
    get(userId) {
      const record = db.get<PinRecord>(sql`SELECT memory, iterations, lanes, salt, hash, failures, failed_at AS failedAt
        FROM user_pin WHERE user_id = ${userId}`)
      return record === undefined ? undefined : { ...record, ...triesHere.get(userId) }
    },
    count(userId, failures, failedAt) {
      if (readOnly) triesHere.set(userId, { failures, failedAt })
      else db.run(sql`UPDATE user_pin SET failures = ${failures}, failed_at = ${failedAt} WHERE user_id = ${userId}`)
    },
    put(userId, secret: PinSecret) {
      db.run(sql`DELETE FROM user_pin WHERE user_id = ${userId}`)
      db.run(sql`INSERT INTO user_pin (user_id, memory, iterations, lanes, salt, hash, failures, failed_at)
        VALUES (${userId}, ${secret.memory}, ${secret.iterations}, ${secret.lanes}, ${secret.salt}, ${secret.hash}, 0, NULL)`)
    },
  }
}
