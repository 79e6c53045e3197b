import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { buildExample } from '#application/example/build-example.ts'
import { seededGenerator } from '#application/example/chance.ts'
import type { ExampleScale } from '#application/example/example-source.ts'
import type { BookColumn, BookValue } from '#application/ports/document-writer.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'
import { createEnvironment } from '#engine/environment.ts'
import { exampleSource } from '#engine/example-source.ts'
import { createSession } from '#engine/session.ts'

export const wasmBytes = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))

/** The size every figure is measured at: 10,000 staff in 21 copies of the example agency, eight indicators each. */
export const benchScale: ExampleScale = { staff: 10_000, unitCopies: 21, quarters: [3], indicatorsPerPlan: 8 }

/** Writes a large agency into a new workspace file, straight through the use case the example is made with. */
export async function makeLargeWorkspace(path: string, scale = benchScale): Promise<void> {
  const environment = createEnvironment({ now: () => new Date(), random: seededGenerator(11) }, () => 'Bench')
  const ignore = () => undefined
  const session = createSession({
    host: { wasmBytes, pagesChecker: null },
    environment,
    notify: ignore,
  })
  const job = { report: ignore, pause: async () => undefined }
  await session.create(path, (workspace) => buildExample(workspace, environment, exampleSource, 2026, job, scale))
  session.close()
}

/** A staff list of invented people as an office sends it: identity number, name, post, unit, grade, supervisor. */
export async function makeStaffList(path: string, rows: number): Promise<void> {
  const people = Array.from({ length: rows }, (_, index) => staffRow(index))
  const columns: BookColumn[] = [
    { header: 'NIP', width: 22, kind: 'text' },
    { header: 'Nama', width: 30, kind: 'text' },
    { header: 'Jabatan', width: 30, kind: 'text' },
    { header: 'Unit Kerja', width: 30, kind: 'text' },
    { header: 'Golongan', width: 10, kind: 'text' },
    { header: 'NIP Penilai', width: 22, kind: 'text' },
  ]
  const sheet = { name: 'Pegawai', columns, rows: people, frozenRows: 1, frozenColumns: 0 }
  writeFileSync(path, await workbookWriter.toXlsx({ title: 'Daftar pegawai', author: 'Bench', sheets: [sheet] }))
}

const given = ['Ani', 'Budi', 'Citra', 'Dedi', 'Eka', 'Fajar', 'Gita', 'Hadi', 'Indah', 'Joko']
const family = [
  'Wibowo',
  'Lestari',
  'Saputra',
  'Utami',
  'Santoso',
  'Rahayu',
  'Nugroho',
  'Pertiwi',
  'Hidayat',
  'Anggraini',
]
const posts = ['Perawat Ahli Muda', 'Bidan Terampil', 'Pengelola Program', 'Apoteker Ahli Pertama', 'Analis Kesehatan']

/** Every twenty-fifth person leads the twenty-four that follow; the very first leads the leaders. */
function staffRow(index: number): BookValue[] {
  const team = Math.floor(index / 25)
  const leader = index % 25 === 0 ? 0 : team * 25
  const name = `${given[index % 10]} ${family[Math.floor(index / 10) % 10]} ${letters(Math.floor(index / 100))}`
  return [
    nipOf(index),
    name,
    index % 25 === 0 ? 'Kepala Bidang' : (posts[index % posts.length] ?? ''),
    `Bidang ${letters(team)}`,
    ['II/c', 'III/a', 'III/b', 'III/d'][index % 4] ?? '',
    index === 0 ? '' : nipOf(leader),
  ]
}

const letters = (value: number): string =>
  [Math.floor(value / 676) % 26, Math.floor(value / 26) % 26, value % 26]
    .map((place) => String.fromCharCode(65 + place))
    .join('')

/** Born 1970–1997, appointed at 25, serial below 400: valid in form, nobody's on purpose. */
function nipOf(index: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const year = 1970 + (index % 28)
  return `${year}${two((index % 12) + 1)}${two((index % 27) + 1)}${year + 25}01${(index % 2) + 1}${String(Math.floor(index / 28) + 1).padStart(3, '0')}`
}
