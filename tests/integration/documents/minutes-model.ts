import type { DocumentModel, TableCell } from '#application/ports/document-writer.ts'
import { formatDayAndDate, formatOpening, formatTimeSpan } from '#documents/content/indonesian/format-date.ts'

const cell = (text: string): TableCell => ({ runs: [text] })
const people = ['Dr. Ani Wijaya, M.Kes.', 'Budi Santoso, S.K.M.', 'Siti Nurhaliza', 'Yohanes Tabuni', 'I Made Suarta']

/** A berita acara as the product prints it, with invented people, long enough for several pages. */
export function aMinutesModel(changes: Partial<DocumentModel> = {}): DocumentModel {
  return {
    title: 'Berita Acara Rapat Evaluasi Kinerja',
    language: 'id',
    paper: 'A4',
    orientation: 'portrait',
    letterhead: {
      government: 'Pemerintah Kabupaten Cakrabuana',
      agency: 'Dinas Kesehatan',
      addressLines: ['Jalan Merdeka Nomor 7, Cakrabuana 12345', 'Telepon (021) 555-0100, pos-el dinkes@contoh.go.id'],
      emblem: 'placeholder',
    },
    footer: 'Kode jangkar: 7F3A-91C2-04BE',
    metadata: { author: 'Dinas Kesehatan', subject: 'Rapat evaluasi kinerja 2026' },
    blocks: [
      {
        kind: 'title',
        lines: [
          ['BERITA ACARA'],
          ['NOMOR ', { openField: 'Nomor surat' }],
          ['TENTANG'],
          ['RAPAT EVALUASI KINERJA PEGAWAI TAHUN 2026'],
        ],
      },
      {
        kind: 'paragraph',
        align: 'justify',
        runs: [
          `${formatOpening('2026-11-23', '09:00', 'WIB')}, bertempat di Aula Dinas Kesehatan, telah dilaksanakan `,
          { text: 'rapat evaluasi kinerja', bold: true },
          ' pegawai di lingkungan Dinas Kesehatan.',
        ],
      },
      { kind: 'heading', level: 1, marker: 'A.', text: 'Dasar' },
      {
        kind: 'list',
        numbering: 'decimal',
        items: [['Peraturan tentang pengelolaan kinerja pegawai;'], ['Rencana kerja Dinas Kesehatan tahun 2026.']],
      },
      { kind: 'heading', level: 1, marker: 'B.', text: 'Pelaksanaan' },
      {
        kind: 'key-values',
        entries: [
          { label: 'Hari/tanggal', value: [formatDayAndDate('2026-11-23')] },
          { label: 'Waktu', value: [formatTimeSpan('09:00', '12:00', 'WIB')] },
          { label: 'Pimpinan rapat', value: [people[0] ?? ''] },
        ],
      },
      { kind: 'heading', level: 1, marker: 'C.', text: 'Hasil' },
      { kind: 'heading', level: 2, marker: '1.', text: 'Perubahan penilaian' },
      {
        kind: 'table',
        caption: 'Perubahan yang disepakati',
        columns: [
          { weight: 6, align: 'center' },
          { weight: 34, align: 'left' },
          { weight: 20, align: 'left' },
          { weight: 20, align: 'left' },
          { weight: 20, align: 'right' },
        ],
        headerRows: [
          [
            { runs: ['No.'], rowSpan: 2 },
            { runs: ['Nama'], rowSpan: 2 },
            { runs: ['Predikat'], columnSpan: 2 },
            { runs: ['Skor'], rowSpan: 2 },
          ],
          [cell('Semula'), cell('Menjadi')],
        ],
        rows: Array.from({ length: 40 }, (_, index) => [
          cell(`${index + 1}`),
          cell(`${people[index % people.length]} (${index + 1})`),
          cell('Sangat Baik'),
          cell('Baik'),
          cell('83,05'),
        ]),
      },
      { kind: 'heading', level: 3, marker: null, text: 'Pendapat berbeda' },
      { kind: 'list', numbering: 'letter', items: [['Tidak ada.']] },
      { kind: 'list', numbering: 'bullet', items: [[{ text: 'Tindak lanjut', italic: true }, ': bimbingan kinerja.']] },
      { kind: 'note', runs: ['Rapat adalah forum pertimbangan.'] },
      {
        kind: 'signatures',
        placeAndDate: ['Cakrabuana, 23 November 2026'],
        columns: [
          { role: 'Notulis,', name: people[1] ?? '', rank: 'Penata Tk. I', nip: '198001012005011001' },
          { role: 'Pimpinan Rapat,', name: people[0] ?? '', rank: 'Pembina', nip: '196804111993031009' },
        ],
      },
      {
        kind: 'signatures',
        placeAndDate: null,
        columns: [{ role: 'Mengetahui,', name: 'Rahmat Hidayat', rank: null, nip: null }],
      },
      { kind: 'page-break' },
      { kind: 'title', lines: [['DAFTAR HADIR']] },
      {
        kind: 'attendance',
        entries: people.map((name, index) => ({
          name,
          nip: index === 4 ? null : `19800101200501100${index}`,
          position: `Bidang ${index + 1}`,
        })),
      },
    ],
    ...changes,
  }
}
