import { describe, expect, it } from 'vitest'
import { recogniseSheet } from '#domain/import/recognise-sheet.ts'
import { cellText } from '#domain/import/table-cell.ts'
import { aSheet } from '#tests/support/table-sheets.ts'

const textsOf = (
  sheet: ReturnType<typeof recogniseSheet>,
  field: Parameters<(typeof sheet.rows)[number]['cells']['get']>[0],
) => sheet.rows.map((row) => cellText(row.cells.get(field)?.cell))

describe('a sheet as an office made it', () => {
  it('has its headings found below title rows, and rows numbering the columns skipped', () => {
    const found = recogniseSheet(
      aSheet([
        ['DAFTAR URUT KEPANGKATAN'],
        ['DINAS UJI'],
        [''],
        ['NO', 'NAMA', 'NIP', 'GOL', 'JABATAN'],
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        ['1', 'Ani', '199608182022041001', 'III/a', 'Perawat'],
      ]),
    )
    expect(found.kind).toBe('staff')
    expect(found.header?.top).toBe(3)
    expect(found.skipped.get(4)).toBe('numbering')
    expect(textsOf(found, 'name')).toEqual(['Ani'])
  })

  it('may have two rows of headings', () => {
    const found = recogniseSheet(
      aSheet(
        [
          ['NO', 'PEGAWAI', '', 'PANGKAT', 'JABATAN'],
          ['', 'NAMA', 'NIP', '', ''],
          ['1', 'Ani', '199608182022041001', 'Penata, III/c', 'Perawat'],
        ],
        [{ top: 0, bottom: 0, left: 1, right: 2 }],
      ),
    )
    expect(found.header).toMatchObject({ top: 0, bottom: 1 })
    expect(textsOf(found, 'name')).toEqual(['Ani'])
    expect(textsOf(found, 'rank')).toEqual(['Penata, III/c'])
  })

  it('never makes a heading of the first person', () => {
    const found = recogniseSheet(
      aSheet([
        ['NIP', 'NAMA', 'JABATAN'],
        ['199608182022041001', 'Ani', 'Perawat'],
      ]),
    )
    expect(found.header).toMatchObject({ top: 0, bottom: 0 })
    expect(found.rows).toHaveLength(1)
  })

  it('has totals, titles, empty rows and repeated headings between people counted, not imported', () => {
    const found = recogniseSheet(
      aSheet([
        ['NO', 'NAMA', 'NIP', 'PANGKAT', 'JABATAN'],
        ['1', 'Ani', '199608182022041001', 'III/a', 'Perawat'],
        [''],
        ['', 'BIDANG PELAYANAN'],
        ['NO', 'NAMA', 'NIP', 'PANGKAT', 'JABATAN'],
        ['2', 'Budi', '199005152023212003', 'IX', 'Bidan'],
        ['', '', '', 'JUMLAH', '2'],
      ]),
    )
    expect(textsOf(found, 'name')).toEqual(['Ani', 'Budi'])
    expect([...found.skipped]).toEqual([
      [0, 'header'],
      [2, 'blank'],
      [3, 'title'],
      [4, 'repeated-header'],
      [6, 'total'],
    ])
  })

  it('takes a second list below with columns of its own by its own headings', () => {
    const found = recogniseSheet(
      aSheet([
        ['NAMA', 'NIP', 'GOL', 'JABATAN'],
        ['Ani', '199608182022041001', 'III/a', 'Perawat'],
        ['NO', 'NIP', 'NAMA', 'JABATAN', 'GOL'],
        ['1', '199005152023212003', 'Budi', 'Bidan', 'IX'],
      ]),
    )
    expect(textsOf(found, 'name')).toEqual(['Ani', 'Budi'])
    expect(textsOf(found, 'grade')).toEqual(['III/a', 'IX'])
  })

  it('of a form has its two persons read from the block above, section rows for the kind, and merged cells filled down', () => {
    const found = recogniseSheet(
      aSheet(
        [
          ['SASARAN KINERJA PEGAWAI'],
          ['1', 'NAMA', 'Ani Uji', '1', 'NAMA', 'Budi Uji'],
          ['2', 'NIP', '199608182022041001', '2', 'NIP', '198001012005011001'],
          ['NO', 'RENCANA HASIL KERJA', 'ASPEK', 'INDIKATOR KINERJA INDIVIDU', 'TARGET'],
          ['A. UTAMA'],
          ['1', 'Kunjungan terlaksana', 'Kuantitas', 'Jumlah keluarga', '80 – 90'],
          ['', '', 'Waktu', 'Lama kunjungan', '7-8 bulan'],
          ['B. TAMBAHAN'],
          ['2', 'Laporan tersusun', 'Kualitas', 'Mutu laporan', '3,5 dari skala 5'],
        ],
        [
          { top: 5, bottom: 6, left: 0, right: 0 },
          { top: 5, bottom: 6, left: 1, right: 1 },
        ],
      ),
    )
    expect(found.kind).toBe('plan')
    expect(textsOf(found, 'nip')).toEqual(Array(3).fill('199608182022041001'))
    expect(textsOf(found, 'supervisorName')).toEqual(Array(3).fill('Budi Uji'))
    expect(textsOf(found, 'result')).toEqual(['Kunjungan terlaksana', 'Kunjungan terlaksana', 'Laporan tersusun'])
    expect(found.rows.map((row) => row.section)).toEqual(['main', 'main', 'additional'])
    expect(textsOf(found, 'target')).toEqual(['80 – 90', '7-8 bulan', '3,5 dari skala 5'])
  })

  it('does not fill a blank cell down where nothing is merged', () => {
    const found = recogniseSheet(
      aSheet([
        ['NIP', 'RHK', 'INDIKATOR', 'TARGET'],
        ['199608182022041001', 'Kunjungan', 'Jumlah', '3'],
        ['199608182022041001', '', 'Lama', '2'],
      ]),
    )
    expect(textsOf(found, 'result')).toEqual(['Kunjungan', ''])
  })

  it('in wide form becomes one row per person and criterion', () => {
    const found = recogniseSheet(
      aSheet([
        ['Timestamp', 'Nama', '1. Akuntabel [Ani, S.Kep]', '1. Akuntabel [2.Budi]', '2 Harmonis [Ani, S.Kep]'],
        ['2026/01/02', 'Citra', '4', '5', '3'],
      ]),
    )
    expect(found.kind).toBe('behaviour')
    expect(textsOf(found, 'name')).toEqual(['Ani, S.Kep', 'Budi', 'Ani, S.Kep'])
    expect(textsOf(found, 'behaviourValue')).toEqual(['Akuntabel', 'Akuntabel', 'Harmonis'])
    expect(textsOf(found, 'supervisorName')).toEqual(['Citra', 'Citra', 'Citra'])
    expect(textsOf(found, 'behaviourScore')).toEqual(['4', '5', '3'])
  })

  it('whose NILAI column holds figures is an assessment, not behaviour', () => {
    expect(
      recogniseSheet(
        aSheet([
          ['NIP', 'NO RHK', 'NILAI', 'CATATAN'],
          ['1', '1', '82,5', 'x'],
        ]),
      ).kind,
    ).toBe('assessment')
    expect(
      recogniseSheet(
        aSheet([
          ['NIP', 'NILAI', 'SKOR', 'CATATAN'],
          ['1', 'Akuntabel', '4', 'x'],
        ]),
      ).kind,
    ).toBe('behaviour')
  })

  it('of another kind is left alone', () => {
    const found = recogniseSheet(
      aSheet([
        ['NO', 'TANGGAL', 'JENIS LAYANAN', 'U1'],
        ['1', '2026-01-01', 'Loket', '3'],
      ]),
    )
    expect(found.kind).toBeNull()
    expect(found.rows).toEqual([])
  })

  it('follows a mapping made by hand', () => {
    const sheet = aSheet([
      ['Kode', 'Orangnya', 'Tugasnya'],
      ['199608182022041001', 'Ani', 'Perawat'],
    ])
    expect(recogniseSheet(sheet).kind).toBeNull()
    const found = recogniseSheet(sheet, {
      kind: 'staff',
      columns: new Map([
        [0, 'nip'],
        [1, 'name'],
        [2, 'post'],
      ]),
    })
    expect(found.kind).toBe('staff')
    expect(textsOf(found, 'post')).toEqual(['Perawat'])
  })
})
