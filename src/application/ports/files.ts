/** Writing finished documents to the user's disk. */
export interface FileStore {
  /** Writes whole or not at all (temporary file, sync, rename). Refused: E-EXPORT-PATH, E-SAVE-FULL. */
  writeWhole(path: string, bytes: Uint8Array): void
  /** A name in `folder` that no file has yet: `berita-acara.pdf`, then `berita-acara (2).pdf`. */
  freePath(folder: string, name: string, extension: string): string
}
