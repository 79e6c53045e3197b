import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskerOf } from '#domain/panel/mask-text.ts'

const office = {
  people: ['dr. Sari Wulandari, M.Kes.', 'Budi Santoso', 'Ni Made Ayu'],
  units: ['Bidang Pencegahan dan Pengendalian Penyakit', 'Bidang P2P', 'P2P', 'Puskesmas Melati', 'PKM Melati'],
}
const mask = maskerOf(office)

describe('masking of a dossier', () => {
  it.each([
    ['Laporan Sari Wulandari', 'Laporan [nama]'],
    ['Laporan SARI\nWULANDARI dan budi', 'Laporan [nama] dan [nama]'],
    ['disusun Bu Sari, disetujui Pak Santoso.', 'disusun [sapaan] [nama], disetujui [sapaan] [nama].'],
    ['di Puskesmas  Melati dan PKM MELATI', 'di [unit] dan [unit]'],
    ['seksi Bidang P2P', 'seksi [unit]'],
    ['NIP 19900101 201501 2 001', 'NIP [nomor]'],
    ['NIP 199001012015012001.', 'NIP [nomor].'],
    ['hubungi 0812-3456-7890', 'hubungi [nomor]'],
    ['https://drive.example/sari-w/laporan?x=1 selesai', '[tautan] selesai'],
    ['bukti: laporan_sari_tw3.pdf', 'bukti: [tautan]'],
    ['surel sari.w@dinkes.example', 'surel [tautan]'],
    ['berusia 45 tahun, cuti melahirkan', '[pribadi], [pribadi]'],
    ['Ayunan bayi', 'Ayunan bayi'],
    [
      'pemeriksaan ibu hamil, balita usia 5 tahun, pekerja perempuan',
      'pemeriksaan ibu hamil, balita usia 5 tahun, pekerja perempuan',
    ],
    ['Mas Budi dan Ibu dr. Sari', '[sapaan] [nama] dan Ibu dr. [nama]'],
    ['Sasaran sarikan data', 'Sasaran sarikan data'],
    ['capaian 1.250 dari 1.500 kunjungan (83,3%)', 'capaian 1.250 dari 1.500 kunjungan (83,3%)'],
    ['target 12 laporan, Rp 1.250.000.000', 'target 12 laporan, Rp 1.250.000.000'],
  ])('%j becomes %j', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })

  it('keeps figures, dates and percentages, without which nothing can be judged', () => {
    for (const text of ['12 dokumen', '98,5%', '30/09/2026', '30-09-2026', '2026', '2024-2026', '1.250', 'TW III 2026'])
      expect(mask(text)).toBe(text)
  })

  it('leaves no name, unit or long number standing, wherever it is put', () => {
    const secrets = [
      'Sari Wulandari',
      'Wulandari',
      'BUDI SANTOSO',
      'budi',
      'Ayu',
      'Puskesmas Melati',
      '199001012015012001',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Laporan', 'kunjungan', 'rumah', ',', '12', '(', ')', '\n'), { maxLength: 6 }),
        fc.constantFrom(...secrets),
        fc.array(fc.constantFrom('selesai', 'tepat', 'waktu', '.', ';', '80%'), { maxLength: 6 }),
        (before, secret, after) => {
          const masked = mask([...before, secret, ...after].join(' '))
          expect(masked.toLowerCase()).not.toContain(secret.toLowerCase())
          for (const word of after) expect(masked).toContain(word)
        },
      ),
    )
  })

  it('masks nothing but addresses, links and numbers where nobody is known', () => {
    expect(maskerOf({ people: [], units: [] })('Laporan Sari')).toBe('Laporan Sari')
  })
})
