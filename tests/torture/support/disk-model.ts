import { basename } from 'node:path'
import type { Chance } from '#application/example/chance.ts'
import type { FileCall } from './watched-files.ts'

/**
 * What a power cut can leave of a recorded run. Kept by inode, not by name: a model by name would mix a deleted journal
 * with its successor and report corruption that no disk produces.
 */
type Recorded =
  | { readonly kind: 'write'; readonly inode: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly inode: number; readonly length: number }
  | { readonly kind: 'sync'; readonly inode: number }
  | { readonly kind: 'name'; readonly name: string; readonly inode: number }
  | { readonly kind: 'unname'; readonly name: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'directory-sync' }
  | { readonly kind: 'acknowledged'; readonly number: number }

export type Files = ReadonlyMap<string, Buffer>

export interface Recording {
  readonly base: Files
  readonly events: readonly Recorded[]
}

export interface Recorder {
  /** For `watchFiles`: passes every call on and writes down what it does to the disk. */
  watch(call: FileCall, proceed: () => unknown): unknown
  acknowledge(number: number): void
  recording(): Recording
}

/** Records one folder without folders in it, from these files on. */
export function createRecorder(folder: string, base: Files): Recorder {
  const events: Recorded[] = []
  const inodes = new Map([...base.keys()].map((name, index) => [name, index]))
  const descriptors = new Map<number, number | 'directory'>()
  let nextInode = base.size

  function noteOpened(descriptor: number, path: string): void {
    if (path === folder) return void descriptors.set(descriptor, 'directory')
    const name = basename(path)
    let inode = inodes.get(name)
    if (inode === undefined) {
      inode = nextInode
      nextInode += 1
      inodes.set(name, inode)
      events.push({ kind: 'name', name, inode })
    }
    descriptors.set(descriptor, inode)
  }

  function noteRemoved(path: string): void {
    const name = basename(path)
    if (inodes.delete(name)) events.push({ kind: 'unname', name })
  }

  function noteWritten(inode: number, parameters: readonly unknown[], written: number): void {
    const [, bytes, offset, , position] = parameters as [number, Uint8Array, number, number, number]
    events.push({ kind: 'write', inode, at: position, bytes: Buffer.from(bytes.subarray(offset, offset + written)) })
  }

  function noteNamed(from: string, to: string, keepsBoth: boolean): void {
    const inode = inodes.get(from)
    if (inode === undefined) return
    if (!keepsBoth) inodes.delete(from)
    inodes.set(to, inode)
    events.push(keepsBoth ? { kind: 'name', name: to, inode } : { kind: 'move', from, to })
  }

  function note({ name, path, parameters }: FileCall, answer: unknown): void {
    const [first, second] = parameters
    if (name === 'openSync') noteOpened(answer as number, path)
    else if (name === 'unlinkSync' || name === 'rmSync') noteRemoved(path)
    else if (name === 'linkSync' || name === 'renameSync') {
      noteNamed(basename(path), basename(String(second)), name === 'linkSync')
    } else noteOnDescriptor(name, first as number, parameters, answer)
  }

  function noteOnDescriptor(name: string, descriptor: number, parameters: readonly unknown[], answer: unknown): void {
    const inode = descriptors.get(descriptor)
    if (name === 'closeSync') descriptors.delete(descriptor)
    if (inode === undefined) return
    if (inode === 'directory') {
      if (name === 'fsyncSync' || name === 'fdatasyncSync') events.push({ kind: 'directory-sync' })
    } else if (name === 'writeSync') noteWritten(inode, parameters, answer as number)
    else if (name === 'ftruncateSync') events.push({ kind: 'truncate', inode, length: Number(parameters[1] ?? 0) })
    else if (name === 'fsyncSync' || name === 'fdatasyncSync') events.push({ kind: 'sync', inode })
  }

  return {
    watch(call, proceed) {
      const answer = proceed()
      note(call, answer)
      return answer
    },
    acknowledge: (number) => void events.push({ kind: 'acknowledged', number }),
    recording: () => ({ base, events }),
  }
}

export interface AfterCut {
  readonly files: Files
  /** The last acknowledgement before the cut, 0 when there was none. */
  readonly acknowledged: number
  readonly cutAt: number
}

/**
 * One state a cut may leave: what was synced is there; of the rest each operation is kept, dropped or torn at a multiple
 * of 512 bytes, and of the names changed since the directory was synced a random first part.
 */
export function cutPower({ base, events }: Recording, chance: Chance): AfterCut {
  const cutAt = chance.whole(0, events.length)
  const happened = events.slice(0, cutAt)
  const contents = new Map<number, Buffer>([...base.values()].map((bytes, inode) => [inode, Buffer.from(bytes)]))
  const lastSync = new Map<number, number>()
  let lastDirectorySync = -1
  let acknowledged = 0
  happened.forEach((event, index) => {
    if (event.kind === 'sync') lastSync.set(event.inode, index)
    if (event.kind === 'directory-sync') lastDirectorySync = index
    if (event.kind === 'acknowledged') acknowledged = event.number
  })
  happened.forEach((event, index) => {
    if (event.kind !== 'write' && event.kind !== 'truncate') return
    const surviving = index < (lastSync.get(event.inode) ?? -1) ? event : perhaps(event, chance)
    if (surviving === undefined) return
    contents.set(event.inode, applied(contents.get(event.inode) ?? Buffer.alloc(0), surviving))
  })
  const names = namesAfter({ base, events: happened }, lastDirectorySync, chance)
  const files = new Map([...names].map(([name, inode]) => [name, contents.get(inode) ?? Buffer.alloc(0)]))
  return { files, acknowledged, cutAt }
}

type Change = Extract<Recorded, { kind: 'write' | 'truncate' }>

/** Kept, dropped, or torn. */
function perhaps(change: Change, chance: Chance): Change | undefined {
  const fate = chance.whole(0, 2)
  if (fate === 0) return undefined
  if (fate === 1 || change.kind === 'truncate') return change
  const { at, bytes } = change
  const sectors = Math.ceil((at + bytes.length) / 512) - Math.floor(at / 512)
  const edge = (Math.floor(at / 512) + chance.whole(0, sectors)) * 512 - at
  const place = Math.min(Math.max(edge, 0), bytes.length)
  return chance.happens(0.5)
    ? { ...change, bytes: bytes.subarray(0, place) }
    : { ...change, at: at + place, bytes: bytes.subarray(place) }
}

/** The content after one more change; written in place where it fits, since a state is made of hundreds of changes. */
function applied(content: Buffer, change: Change): Buffer {
  const length = change.kind === 'truncate' ? change.length : Math.max(content.length, change.at + change.bytes.length)
  const after = length <= content.length ? content.subarray(0, length) : Buffer.concat([content], length)
  if (change.kind === 'write') change.bytes.copy(after, change.at)
  return after
}

function namesAfter({ base, events }: Recording, lastSync: number, chance: Chance): ReadonlyMap<string, number> {
  const names = new Map([...base.keys()].map((name, inode) => [name, inode]))
  const changes = events.flatMap((event, index) =>
    event.kind === 'name' || event.kind === 'unname' || event.kind === 'move' ? [{ event, index }] : [],
  )
  const safe = changes.filter(({ index }) => index < lastSync).length
  for (const { event } of changes.slice(0, chance.whole(safe, changes.length))) {
    if (event.kind === 'name') names.set(event.name, event.inode)
    else if (event.kind === 'unname') names.delete(event.name)
    else {
      const inode = names.get(event.from)
      names.delete(event.from)
      if (inode !== undefined) names.set(event.to, inode)
    }
  }
  return names
}
