import { headFindings } from '#application/ledger/head-findings.ts'
import { brokenEntry } from '#application/ledger/trail-findings.ts'
import { type TrailReport, verifyTrail } from '#application/ledger/verify-trail.ts'
import type { TrailStateOutput } from '#contract/ledger.ts'
import { ledgerReader } from '#data/repositories/ledger-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { AppError } from '#domain/app-error.ts'
import type { Session } from './session-port.ts'

/**
 * Whether the trail of the open file can be trusted. Its end is looked at on opening; the whole of it is followed in the
 * background, or at once when something is about to be approved. Afterwards nobody but us writes to the file, and what
 * somebody else writes refuses our next change (E-SAVE-REPLACED), so one answer holds for the sitting.
 */
export interface TrailTrust {
  state(): TrailStateOutput
  /** Resolves when the trail and every row hold. Rejects with E-AUDIT-BROKEN or E-AUDIT-ROWS. */
  assured(): Promise<void>
  /** Resolves with what the whole trail came to; rejects with E-OPEN-NONE when the file is closed meanwhile. */
  checked(): Promise<TrailStateOutput>
  /** Another file is open now, or none. */
  restart(): void
}

interface Parts {
  readonly session: Pick<Session, 'isOpen' | 'database' | 'pause' | 'readOnlyBecause'>
  /** How long after opening the background check begins (ms); null: never by itself. */
  readonly after: number | null
  readonly changed: () => void
}

interface Checked {
  state: TrailStateOutput
  running: Promise<TrailStateOutput> | null
  /** Somebody waits for the answer. */
  hurried: boolean
}

const unchecked: TrailStateOutput = { state: 'unchecked', entry: null, found: 0 }
/** In the background the check takes at most every second moment, so that a click never waits for two steps of it. */
const rest = 25

export function createTrailTrust({ session, after, changed }: Parts): TrailTrust {
  const known = new WeakMap<ReadableDatabase, Checked>()
  let timer: NodeJS.Timeout | undefined

  function current(): Checked {
    const db = session.database()
    const before = known.get(db)
    if (before !== undefined) return before
    const made: Checked = { state: stateOfHead(db), running: null, hurried: false }
    known.set(db, made)
    return made
  }

  async function follow(checked: Checked): Promise<TrailStateOutput> {
    const db = session.database()
    const stillOpen = session.pause()
    const pause = async () => {
      if (!checked.hurried) await new Promise((resolve) => setTimeout(resolve, rest).unref())
      await stillOpen()
    }
    const job = { report: () => undefined, pause }
    const state = stateOf(await verifyTrail({ reader: ledgerReader(db), hashing, anchor: null, job }))
    const news = state.state !== checked.state.state
    checked.state = state
    if (news) changed()
    return state
  }

  function check(hurried: boolean): Promise<TrailStateOutput> {
    const checked = current()
    // A reader beside its writer sees other rows from one question to the next: no whole check, and nothing to approve.
    if (checked.state.state !== 'unchecked' || session.readOnlyBecause() === 'asked')
      return Promise.resolve(checked.state)
    checked.hurried ||= hurried
    checked.running ??= follow(checked).finally(() => {
      checked.running = null
    })
    return checked.running
  }

  return {
    state: () => (session.isOpen() ? current().state : unchecked),
    checked: () => check(true),
    async assured() {
      const { state, entry, found } = await check(true)
      if (state !== 'broken') return
      throw entry === null ? new AppError('E-AUDIT-ROWS', { count: found }) : new AppError('E-AUDIT-BROKEN', { entry })
    },
    restart() {
      clearTimeout(timer)
      if (after === null || !session.isOpen()) return
      timer = setTimeout(() => {
        // The file was closed, or its disk fails: whoever needs the answer asks again.
        if (session.isOpen()) check(false).catch(() => undefined)
      }, after)
      timer.unref()
    },
  }
}

/** The last entries only: cheap enough for every opening, and enough for a tail that somebody put there. */
function stateOfHead(db: ReadableDatabase): TrailStateOutput {
  const entry = headFindings(ledgerReader(db), hashing.sha256)
  return entry === null ? unchecked : { state: 'broken', entry, found: 1 }
}

function stateOf(report: TrailReport): TrailStateOutput {
  const { found } = report
  return found === 0 ? { state: 'whole', entry: null, found } : { state: 'broken', entry: brokenEntry(report), found }
}
