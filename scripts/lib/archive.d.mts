export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly mode: number
  readonly compressedSize: number
  readonly size: number
  readonly headerAt: number
}

export function fileInTar(tar: Buffer, wanted: string): Buffer
export function zipEntries(zip: Buffer): ZipEntry[]
export function readZipEntry(zip: Buffer, entry: ZipEntry): Buffer
export function writeAsar(files: Readonly<Record<string, string | Buffer>>): Buffer
