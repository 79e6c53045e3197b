/** Lets other calls in between two parts of a long reading; rejects with E-OPEN-NONE when the workspace was closed. */
export type Pause = () => Promise<void>

/** A long piece of work reports how far it is and stops at the next pause when asked. */
export interface Job {
  report(step: string, done: number, total: number): void
  /** Lets other calls in; throws E-CANCELLED once the user has cancelled. */
  pause(): Promise<void>
}
