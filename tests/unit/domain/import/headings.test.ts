import { describe, expect, it } from 'vitest'
import { sheetKinds } from '#domain/import/fields.ts'
import { fieldOfHeading, headingKey } from '#domain/import/headings.ts'
import { kindScore } from '#domain/import/sheet-kind.ts'
import { templateColumns } from '#domain/import/template.ts'

describe('headings', () => {
  it('ignore case, dots, spaces, slashes and line breaks', () => {
    expect(headingKey('PANGKAT/ GOL.\nRUANG')).toBe(headingKey('pangkat gol ruang'))
  })

  it.each([
    ['NIP ', 'staff', 'nip'],
    ['Nomor Induk Pegawai', 'staff', 'nip'],
    ['NI PPPK', 'staff', 'nip'],
    ['GOL. RUANG', 'staff', 'grade'],
    ['PKT TERAKHIR', 'staff', 'grade'],
    ['SUB JABATAN', 'staff', 'unit'],
    ['Departement', 'staff', 'unit'],
    ['Atasan Langsung', 'staff', 'supervisorName'],
    ['nipNrpPenilai', 'assessment', 'supervisorNip'],
    ['namaPenilai', 'assessment', 'supervisorName'],
    ['hasilKerja', 'assessment', 'workLevel'],
    ['perilakuKerja', 'assessment', 'behaviourLevel'],
    ['kuadranKinerja', 'assessment', 'predicate'],
    ['PREDIKAT KINERJA PEGAWAI', 'assessment', 'predicate'],
    ['RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI', 'plan', 'leaderResult'],
    ['TARGET/ SESUAI EKSPEKTASI', 'plan', 'target'],
    ['INDIKATOR KINERJA INDIVIDU', 'plan', 'indicator'],
    ['IKI', 'plan', 'indicator'],
    ['REALISASI BERDASARKAN BUKTI DUKUNG', 'plan', 'realisation'],
    ['Capaian', 'realisation', 'realisation'],
    ['UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG***', 'plan', 'feedback'],
    ['Berorientasi Pelayanan', 'behaviour', 'scoreBP'],
  ] as const)('reads "%s" on a %s sheet as %s', (heading, kind, field) => {
    expect(fieldOfHeading(heading, kind)).toBe(field)
  })

  it('mean different things on different kinds of sheet', () => {
    expect(fieldOfHeading('NO', 'plan')).toBe('resultNumber')
    expect(fieldOfHeading('NO', 'staff')).toBe('ignored')
    expect(fieldOfHeading('HASIL KERJA', 'plan')).toBe('result')
    expect(fieldOfHeading('HASIL KERJA', 'assessment')).toBe('workLevel')
    expect(fieldOfHeading('NILAI', 'assessment')).toBe('score')
    expect(fieldOfHeading('NILAI', 'behaviour')).toBe('behaviourValue')
  })

  it('that nobody knows are not guessed', () => {
    expect(fieldOfHeading('Nomor Rekening', 'staff')).toBeNull()
    expect(kindScore(['Tanggal', 'Jenis Layanan', 'U1', 'U2'], 'staff')).toBe(0)
  })

  it('of each template are recognised as the fields they stand for, and tell their kind of sheet', () => {
    for (const kind of sheetKinds) {
      const headings = templateColumns[kind].map((column) => column.heading)
      for (const column of templateColumns[kind]) expect(fieldOfHeading(column.heading, kind)).toBe(column.field)
      const scores = sheetKinds.map((other) => [other, kindScore(headings, other)] as const)
      expect(scores.toSorted(([, a], [, b]) => b - a)[0]?.[0]).toBe(kind)
    }
  })
})
