import type { Reply } from '#contract/reply.ts'

/** A lost engine is replaced within moments; one that stays away longer will not come. */
const patienceMilliseconds = 10_000

let restarts = 0
let restored: Promise<unknown> = Promise.resolve()
/** Once waiting was in vain, later questions are answered at once. */
let isGone = false
const waitingForRestart = new Set<() => void>()

/**
 * Between the end of one engine and the moment at which the next one holds the workspace again, answers mean nothing: the
 * new engine knows of no open file. `work` closes that gap; until it has ended, nobody else is answered.
 */
export function restoring(work: () => Promise<void>): Promise<void> {
  restarts += 1
  isGone = false
  // What went wrong has been said by the work itself; the questions then get the engine's own answer.
  const done = work().catch(() => undefined)
  restored = done
  for (const goOn of waitingForRestart) goOn()
  waitingForRestart.clear()
  return done
}

interface Question {
  readonly name: string
  readonly reads: boolean
}

/**
 * Sends a question so that the user never sees the gap. What an engine without a workspace refused has changed nothing, so
 * it is asked again; what was under way when the engine died is asked again only if it reads.
 */
export async function askSafely(send: () => Promise<Reply<unknown>>, question: Question): Promise<Reply<unknown>> {
  await restored
  const before = restarts
  const reply = await send()
  if (isLost(reply) && question.reads) {
    if (restarts === before && !(await nextRestart())) return reply
  } else if (restarts === before || !knowsNoWorkspace(question.name, reply)) return reply
  await restored
  return send()
}

const isLost = (reply: Reply<unknown>): boolean => !reply.ok && reply.error.code === 'E-ENGINE-LOST'

const knowsNoWorkspace = (name: string, reply: Reply<unknown>): boolean =>
  reply.ok ? name === 'workspace.status' && reply.value === null : reply.error.code === 'E-OPEN-NONE'

/** False when none came in time. */
function nextRestart(): Promise<boolean> {
  if (isGone) return Promise.resolve(false)
  return new Promise((resolve) => {
    const goOn = (): void => {
      clearTimeout(patience)
      resolve(true)
    }
    const patience = setTimeout(() => {
      waitingForRestart.delete(goOn)
      isGone = true
      resolve(false)
    }, patienceMilliseconds)
    waitingForRestart.add(goOn)
  })
}
