import { basename } from 'node:path'
import type { Locale } from '#main/texts.ts'
import { isTheme, type Theme } from '#main/window-state.ts'

const mostTitleCharacters = 300
const mostPathCharacters = 4096
const mostBytes = 50_000_000

/** Readers of what a page sends to the shell: each gives the checked value or throws. */
export const readers = {
  openFile: (value: unknown) => {
    const { purpose, title, multiple } = record(value)
    if (purpose !== 'workspace' && purpose !== 'import' && purpose !== 'ballot') throw refused('purpose')
    if (multiple !== undefined && typeof multiple !== 'boolean') throw refused('multiple')
    return { purpose, title: text(title, mostTitleCharacters), multiple: multiple === true } as const
  },
  saveFile: (value: unknown) => {
    const { purpose, title, defaultName, extension } = record(value)
    if (purpose !== 'workspace' && purpose !== 'copy' && purpose !== 'export') throw refused('purpose')
    const cleanExtension = text(extension, 8)
    if (!/^[a-z0-9]+$/.test(cleanExtension)) throw refused('extension')
    return { title: text(title, mostTitleCharacters), defaultName: fileName(defaultName), extension: cleanExtension }
  },
  saveBytes: (value: unknown) => {
    const { title, defaultName, extension, bytes } = record(value)
    if (extension !== 'png' && extension !== 'csv') throw refused('extension')
    if (!(bytes instanceof Uint8Array) || bytes.byteLength > mostBytes) throw refused('bytes')
    return { title: text(title, mostTitleCharacters), defaultName: fileName(defaultName), extension, bytes } as const
  },
  folder: (value: unknown) => ({ title: text(record(value).title, mostTitleCharacters) }),
  path: (value: unknown) => text(value, mostPathCharacters),
  title: (value: unknown) => text(value, mostTitleCharacters),
  text: (value: unknown, most: number) => text(value, most),
  theme: (value: unknown): Theme => {
    if (!isTheme(value)) throw refused('theme')
    return value
  },
  zoom: (value: unknown) => {
    if (typeof value !== 'number' || !(value >= 0.5 && value <= 3)) throw refused('zoom')
    return value
  },
  locale: (value: unknown): Locale => {
    if (value !== 'id' && value !== 'en') throw refused('locale')
    return value
  },
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused('options')
  return value as Record<string, unknown>
}

function text(value: unknown, most: number): string {
  if (typeof value !== 'string' || value.length > most || value.includes('\0')) throw refused('text')
  return value
}

/** Only a name, never a path: characters that some system forbids become a hyphen. */
function fileName(value: unknown): string {
  const name = basename(text(value, 200).replace(/[\\/:*?"<>|]/g, '-')).replace(/[. ]+$/, '')
  if (name === '' || name === '..') throw refused('name')
  return name
}

function refused(what: string): Error {
  return new Error(`Refused argument: ${what}`)
}
