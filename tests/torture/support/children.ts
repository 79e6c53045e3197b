import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'

const project = join(import.meta.dirname, '../../..')

export interface Children {
  /** The bundled program. */
  readonly program: string
  start(mode: string, ...parameters: readonly (string | number)[]): Running
}

export interface Running {
  readonly process: ChildProcess
  /** What it said so far. */
  readonly lines: readonly string[]
  /** Resolves with the n-th line that fits (the first when not told), or undefined when the process ends before. */
  said(fits: (line: string) => boolean, nth?: number): Promise<string | undefined>
  readonly ended: Promise<void>
}

let building: Promise<string> | undefined

/** Hands out the child, built once per process as the product is built: one ES module for plain Node. */
export async function withChildren<T>(work: (children: Children) => Promise<T>): Promise<T> {
  building ??= buildChild()
  const program = await building
  return work({
    program,
    start: (mode, ...parameters) =>
      listenTo(
        spawn(process.execPath, [program, mode, ...parameters.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] }),
      ),
  })
}

async function buildChild(): Promise<string> {
  // Inside the project, so that packages with native parts are found where they lie.
  const folder = join(project, 'out', `torture-child-${process.pid}-${Math.round(performance.now())}`)
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  await build({
    configFile: false,
    logLevel: 'error',
    root: project,
    // One file starts faster than hundreds; what has native parts or looks for its own files stays where it is.
    ssr: { noExternal: true, external: ['koffi', 'sql.js'] },
    build: {
      ssr: join(project, 'tests/torture/child.ts'),
      outDir: folder,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return join(folder, 'child.mjs')
}

export function listenTo(child: ChildProcess): Running {
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let hasClosed = false
  const { stdout } = child
  if (stdout === null) throw new Error('the process has no standard output')
  const reader = createInterface({ input: stdout })
  const closed = new Promise<void>((resolve) => reader.once('close', () => resolve()))
  const tell = () => {
    for (const listener of [...waiting]) listener()
  }
  reader.on('line', (line) => {
    lines.push(line)
    tell()
  })
  reader.once('close', () => {
    hasClosed = true
    tell()
  })
  return {
    process: child,
    lines,
    said: (fits, nth = 1) =>
      new Promise((resolve) => {
        const look = () => lines.filter(fits)[nth - 1]
        if (look() !== undefined || hasClosed) return resolve(look())
        const listener = () => {
          if (look() === undefined && !hasClosed) return
          waiting.delete(listener)
          resolve(look())
        }
        waiting.add(listener)
      }),
    ended: Promise.all([closed, new Promise<void>((resolve) => child.once('close', () => resolve()))]).then(
      () => undefined,
    ),
  }
}

/** The number behind the last line that starts with this word, or 0. */
export function lastNumber(lines: readonly string[], word: string): number {
  const line = lines.findLast((candidate) => candidate.startsWith(`${word} `))
  return line === undefined ? 0 : Number(line.slice(word.length + 1))
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
