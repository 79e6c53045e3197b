import type { HostFileSystem } from '#data/store/host-file-system.ts'
import type { BlockCipher } from './block-cipher.ts'

/** An open encrypted file as its user sees it: plain bytes at plain positions. */
export interface SealedFile {
  size(): number
  /** As `fs.readSync`: the number of bytes the file had there. */
  read(target: Uint8Array, position: number): number
  /** Writes all of it, or throws. */
  write(source: Uint8Array, position: number): void
  truncate(size: number): void
  /** Gives the disk what was kept back until now. */
  flush(): void
}

export type FileKind = 'main' | 'journal'

/** What a sealed file stands on. */
export interface SealedFileParts {
  readonly disk: HostFileSystem
  readonly descriptor: number
  readonly cipher: BlockCipher
  /** For messages only. */
  readonly path: string
  readonly fileId: Uint8Array
}

/** The bytes that say which block this is: file, kind and number, and for the journal the seal before it. */
export function boundBytes(kind: FileKind, fileId: Uint8Array, number: number, before?: Uint8Array): Buffer {
  const bound = Buffer.alloc(25 + (before?.length ?? 0))
  bound.set(fileId)
  bound.writeUInt8(kind === 'main' ? 1 : 2, 16)
  bound.writeBigUInt64BE(BigInt(number), 17)
  if (before !== undefined) bound.set(before, 25)
  return bound
}
