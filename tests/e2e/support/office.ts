import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'

/** One person of the office whose files the journey imports. */
interface OfficePerson {
  readonly nip: string
  readonly name: string
  readonly grade: string
  readonly post: string
  readonly unit: string
  readonly supervisor: string
  readonly score: number
  readonly behaviour: number
}

/** Name of the head, whom the office does not rate itself. */
export const officeHead = 'Ratna Dewi'
/** Names of the two heads of division, who rate the others. */
export const officeRaters = ['Bambang Sutejo', 'Sri Hartati'] as const
/** Whose score is a word in the wrong file. */
export const wronglyScored = 'Agus Salim'

const head = '197003121995032001'
const bambang = '197505142000031002'
const sri = '197808202003122003'

const person = (line: string): OfficePerson => {
  const [nip = '', name = '', grade = '', post = '', unit = '', supervisor = '', score = '', behaviour = ''] =
    line.split('|')
  return { nip, name, grade, post, unit, supervisor, score: Number(score), behaviour: Number(behaviour) }
}

/** The head rates the two heads of division; they rate three people each. Nobody here exists. */
export const officePeople: readonly OfficePerson[] = [
  `${bambang}|${officeRaters[0]}|IV/a|Kepala Bidang Layanan|Bidang Layanan|${head}|86|4`,
  `${sri}|${officeRaters[1]}|IV/a|Kepala Bidang Pengolahan|Bidang Pengolahan|${head}|84|4`,
  `198801102012011004|${wronglyScored}|III/b|Arsiparis Ahli Pertama|Bidang Layanan|${bambang}|82|4`,
  `199002152014022005|Dian Puspita|III/b|Arsiparis Ahli Pertama|Bidang Layanan|${bambang}|84|4`,
  `198506302010011006|Eko Prasetyo|III/c|Pengelola Layanan|Bidang Layanan|${bambang}|80|3`,
  `199207222016032007|Fitri Handayani|III/a|Pranata Komputer Ahli Pertama|Bidang Pengolahan|${sri}|83|4`,
  `198911052013021008|Gilang Ramadhan|III/b|Arsiparis Ahli Pertama|Bidang Pengolahan|${sri}|85|4`,
  `199103182015042009|Hesti Wulandari|III/a|Pengelola Data|Bidang Pengolahan|${sri}|81|3`,
].map(person)

type Value = string | number | null

async function book(path: string, headings: readonly string[], rows: readonly (readonly Value[])[]): Promise<string> {
  const columns = headings.map((header, index) => ({
    header,
    width: 20,
    kind: typeof rows.at(-1)?.[index] === 'number' ? ('integer' as const) : ('text' as const),
  }))
  const sheets = [{ name: 'Data', columns, rows, frozenRows: 1, frozenColumns: 0 }]
  writeFileSync(path, await workbookWriter.toXlsx({ title: 'Data kantor', author: 'Sekretariat', sheets }))
  return path
}

/** The files of the office as they come: staff, plans, realisations, behaviour, feedback; in this order. */
export async function officeFiles(folder: string): Promise<readonly string[]> {
  const each = <Row>(rows: (one: OfficePerson) => readonly Row[]): Row[] => officePeople.flatMap(rows)
  return [
    await book(
      join(folder, 'pegawai.xlsx'),
      ['NIP', 'Nama', 'Golongan', 'Jabatan', 'Unit Kerja', 'NIP Penilai'],
      [
        [head, officeHead, 'IV/c', 'Kepala Dinas Kearsipan', 'Sekretariat', ''],
        ...officePeople.map((one) => [one.nip, one.name, one.grade, one.post, one.unit, one.supervisor]),
      ],
    ),
    await book(
      join(folder, 'skp.xlsx'),
      ['NIP', 'Nama', 'Jenis', 'No RHK', 'RHK', 'No IKI', 'Indikator', 'Target', 'Arah'],
      each((one) => [
        [one.nip, one.name, 'Utama', '1', 'Arsip tertata', '1.1', 'Berkas yang ditata', '120 berkas', 'Naik'],
        [one.nip, one.name, 'Utama', '2', 'Permintaan terlayani', '2.1', 'Waktu pelayanan', '15 menit', 'Turun'],
      ]),
    ),
    await book(
      join(folder, 'realisasi.xlsx'),
      ['NIP', 'Nama', 'No RHK', 'No IKI', 'Realisasi', 'Bukti Dukung'],
      each((one) => [
        [one.nip, one.name, '1', '1.1', '126 berkas', 'Daftar arsip triwulan III'],
        [one.nip, one.name, '2', '2.1', '14 menit', 'Buku layanan'],
      ]),
    ),
    await book(
      join(folder, 'perilaku.xlsx'),
      ['NIP', 'Nama', 'BP', 'AK', 'KO', 'HA', 'LO', 'AD', 'KB'],
      officePeople.map((one) => [one.nip, one.name, ...Array.from({ length: 7 }, () => one.behaviour)]),
    ),
    await book(
      join(folder, 'umpan-balik.xlsx'),
      ['NIP', 'Nama', 'Dari', 'Tanggal', 'Umpan Balik'],
      officePeople
        .slice(2)
        .map((one) => [one.nip, one.name, 'Rekan kerja', '21/08/2026', 'Membantu rekan tepat waktu']),
    ),
  ]
}

/** People whose level of work results is left open in the office's file, to be filled in the grid. */
export const withoutWorkLevel = ['Dian Puspita', 'Eko Prasetyo', 'Fitri Handayani']

/** The supervisors' scores and levels; with a word where a number belongs, or as it should be. */
export function scoresFile(folder: string, name: string, { wrong }: { readonly wrong: boolean }): Promise<string> {
  const rows = officePeople.flatMap((one) =>
    ['1', '2'].map((number): Value[] => [
      one.nip,
      one.name,
      number,
      wrong && one.name === wronglyScored && number === '1' ? 'delapan puluh' : one.score,
      withoutWorkLevel.includes(one.name) ? '' : 'Sesuai Ekspektasi',
      'Sesuai Ekspektasi',
    ]),
  )
  return book(
    join(folder, name),
    ['NIP', 'Nama', 'No RHK', 'Skor', 'Rating Hasil Kerja', 'Rating Perilaku Kerja'],
    rows,
  )
}
