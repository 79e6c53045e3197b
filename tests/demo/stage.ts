import type { TimbangWindow } from '../e2e/pages/timbang-window.ts'
import type { Camera } from './camera.ts'

/** What every scene of the demonstration works with. */
export interface Stage {
  readonly win: TimbangWindow
  readonly camera: Camera
  /** Where the documents and pictures go. */
  readonly folder: string
  /** For files that are only needed on the way. */
  readonly scratch: string
}
