import { clockJumps } from './clock-jumps.ts'
import { failingDisk } from './failing-disk.ts'
import { failingSystem } from './failing-system.ts'
import { fullDisk } from './full-disk.ts'
import type { Harness } from './harness.ts'
import { hostileWorkspaces } from './hostile-workspaces.ts'
import { bitFlips, fuzzedImages, sealedBitFlips, sealedTruncations, truncations } from './images.ts'
import { killMoments } from './kill-moments.ts'
import { killSteps } from './kill-steps.ts'
import { powerLoss } from './power-loss.ts'
import { twoOpeners } from './two-openers.ts'

/** Every harness, in the order of the table in docs/reliability.md. */
export const harnesses: readonly Harness[] = [
  killMoments,
  killSteps,
  powerLoss,
  failingDisk,
  failingSystem,
  fullDisk,
  bitFlips,
  sealedBitFlips,
  truncations,
  sealedTruncations,
  hostileWorkspaces,
  fuzzedImages,
  twoOpeners,
  clockJumps,
]
