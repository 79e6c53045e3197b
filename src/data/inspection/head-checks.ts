import fs from 'node:fs'
import type { InspectionStep, StepReading } from '#application/ports/inspection.ts'
import { readHeader as readEncryptedHeader } from '#data/store/encryption/header-file.ts'
import { hasHotJournal, inspectHeader } from '#data/store/open-workspace.ts'
import { openingError } from '#data/store/sql-errors.ts'
import { AppError, type AppErrorCode } from '#domain/app-error.ts'

export interface HeadReading {
  readonly bytes: number
  readonly encrypted: boolean
  readonly steps: readonly StepReading[]
  /** Whether SQLite can be asked at all. */
  readonly readable: boolean
  /** A crash left a journal, or another program another journal mode: only a copy can be put in order and read. */
  readonly needsCopy: boolean
}

/** The step at which opening refuses, by its code; E-OPEN-FOREIGN is told apart by what stands there. */
const stepOfCode: Readonly<Partial<Record<AppErrorCode, InspectionStep>>> = {
  'E-OPEN-EMPTY': 'size',
  'E-OPEN-FOREIGN': 'magic',
  'E-OPEN-NEWER': 'version',
  'E-OPEN-WAL': 'header',
  'E-OPEN-DAMAGED': 'header',
}
const headSteps = ['size', 'magic', 'mark', 'version', 'header'] as const
const magic = 'SQLite format 3\0'

export const passed = (step: InspectionStep): StepReading => ({ step, result: 'passed', code: null, details: [] })
export const skipped = (step: InspectionStep): StepReading => ({ step, result: 'skipped', code: null, details: [] })
export const failed = (
  step: InspectionStep,
  code: AppErrorCode = 'E-OPEN-DAMAGED',
  details: readonly string[] = [],
): StepReading => ({ step, result: 'failed', code, details })

/** The checks that need no SQLite. Refuses a file that is missing, or that the disk or its rights do not let be read. */
export function readHeadChecks(path: string, newest: number): HeadReading {
  const bytes = sizeOf(path)
  try {
    inspectHeader(path, newest)
    return { bytes, encrypted: false, steps: headSteps.map(passed), readable: true, needsCopy: hasHotJournal(path) }
  } catch (error) {
    const refusal = openingError(error, path)
    if (!(refusal instanceof AppError)) throw refusal
    if (refusal.code === 'E-OPEN-ENCRYPTED') return encryptedHead(path, bytes)
    const step = failedStep(refusal, path)
    if (step === undefined) throw refusal
    const isSqlite = !['size', 'magic'].includes(step)
    return {
      bytes,
      encrypted: false,
      steps: stepsUntil(step, refusal.code),
      readable: isSqlite,
      needsCopy: isSqlite && (refusal.code === 'E-OPEN-WAL' || hasHotJournal(path)),
    }
  }
}

function sizeOf(path: string): number {
  try {
    return fs.statSync(path).size
  } catch (error) {
    const refusal = openingError(error, path)
    throw refusal instanceof AppError ? refusal : new AppError('E-OPEN-MISSING', { path }, error)
  }
}

/** Undefined: the refusal says nothing about the content of the file. */
function failedStep({ code }: AppError, path: string): InspectionStep | undefined {
  const step = stepOfCode[code]
  return step === 'magic' && startsWithMagic(path) ? 'mark' : step
}

function startsWithMagic(path: string): boolean {
  const descriptor = fs.openSync(path, 'r')
  try {
    const start = Buffer.alloc(magic.length)
    fs.readSync(descriptor, start, 0, start.length, 0)
    return start.toString('latin1') === magic
  } finally {
    fs.closeSync(descriptor)
  }
}

function stepsUntil(step: InspectionStep, code: AppErrorCode): StepReading[] {
  const at = (headSteps as readonly InspectionStep[]).indexOf(step)
  return headSteps.map((other, index) => {
    if (index === at) return failed(other, code)
    return index < at ? passed(other) : skipped(other)
  })
}

/** Of an encrypted file only its head can be judged without the passphrase. */
function encryptedHead(path: string, bytes: number): HeadReading {
  const head = (result: StepReading): HeadReading => ({
    bytes,
    encrypted: true,
    steps: [passed('size'), passed('magic'), skipped('mark'), skipped('version'), result],
    readable: false,
    needsCopy: false,
  })
  try {
    readEncryptedHeader(path)
    return head(passed('header'))
  } catch (error) {
    if (error instanceof AppError && error.code === 'E-OPEN-DAMAGED') return head(failed('header'))
    throw openingError(error, path)
  }
}
