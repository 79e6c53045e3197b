import type { BigIntStats } from 'node:fs'

/** The WebAssembly memory as SQLite's syscalls see it: strings, scatter lists and the 96-byte `struct stat`. */
export interface HostMemory {
  readonly bytes: () => Uint8Array
  readonly text: (pointer: number) => string
  readonly uint32: (pointer: number) => number
  readonly int16: (pointer: number) => number
  readonly int64: (pointer: number) => bigint
  readonly setUint32: (pointer: number, value: number) => void
  readonly setInt16: (pointer: number, value: number) => void
  readonly setInt64: (pointer: number, value: number) => void
  readonly slices: (pointer: number, count: number) => MemorySlice[]
  readonly writeStat: (pointer: number, stat: BigIntStats) => void
}

interface MemorySlice {
  readonly pointer: number
  readonly length: number
}

export function hostMemory(memory: WebAssembly.Memory): HostMemory {
  let cachedBytes = new Uint8Array(memory.buffer)
  let cachedView = new DataView(memory.buffer)
  const decoder = new TextDecoder()

  // Growing the heap replaces the buffer, and with it every view of it.
  function refresh(): void {
    if (cachedBytes.buffer === memory.buffer) return
    cachedBytes = new Uint8Array(memory.buffer)
    cachedView = new DataView(memory.buffer)
  }
  function bytes(): Uint8Array {
    refresh()
    return cachedBytes
  }
  function view(): DataView {
    refresh()
    return cachedView
  }

  return {
    bytes,
    text(pointer) {
      const heap = bytes()
      return decoder.decode(heap.subarray(pointer, heap.indexOf(0, pointer)))
    },
    uint32: (pointer) => view().getUint32(pointer, true),
    int16: (pointer) => view().getInt16(pointer, true),
    int64: (pointer) => view().getBigInt64(pointer, true),
    setUint32: (pointer, value) => view().setUint32(pointer, value, true),
    setInt16: (pointer, value) => view().setInt16(pointer, value, true),
    setInt64: (pointer, value) => view().setBigInt64(pointer, BigInt(value), true),
    slices(pointer, count) {
      const heap = view()
      // A plain loop: this runs once per page of a large file.
      const slices: MemorySlice[] = []
      for (let at = pointer; slices.length < count; at += 8) {
        slices.push({ pointer: heap.getUint32(at, true), length: heap.getUint32(at + 4, true) })
      }
      return slices
    },
    writeStat: (pointer, stat) => writeStat(view(), pointer, stat),
  }
}

function writeStat(view: DataView, pointer: number, stat: BigIntStats): void {
  const word = (offset: number, value: bigint) =>
    view.setUint32(pointer + offset, Number(BigInt.asUintN(32, value)), true)
  const time = (offset: number, nanoseconds: bigint) => {
    view.setBigInt64(pointer + offset, nanoseconds / 1_000_000_000n, true)
    word(offset + 8, nanoseconds % 1_000_000_000n)
  }
  // SQLite notices a replaced file by its inode and keys its lock table by device and inode, so both are the real ones.
  word(0, stat.dev)
  word(4, stat.mode)
  word(8, stat.nlink)
  word(12, stat.uid)
  word(16, stat.gid)
  word(20, stat.rdev)
  view.setBigInt64(pointer + 24, stat.size, true)
  word(32, 4096n)
  word(36, stat.blocks)
  time(40, stat.atimeNs)
  time(56, stat.mtimeNs)
  time(72, stat.ctimeNs)
  view.setBigUint64(pointer + 88, BigInt.asUintN(64, stat.ino), true)
}
