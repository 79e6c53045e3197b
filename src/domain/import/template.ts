import type { ImportField, SheetKind } from './fields.ts'

export interface TemplateColumn {
  readonly field: ImportField
  /** The heading as the importer knows it; Indonesian, since offices fill the sheet in. */
  readonly heading: string
  readonly example: string
}

const column = (field: ImportField, heading: string, example: string): TemplateColumn => ({ field, heading, example })
const who = [column('nip', 'NIP', '199608182022041001'), column('name', 'Nama', 'Siti Aminah, S.Kep.')]
const when = column('period', 'Periode', 'Triwulan III 2026')
const rater = column('supervisorNip', 'NIP Penilai', '198001012005011001')

/**
 * Columns of the empty template of each kind of sheet, in the order of the work, each with an example.
 * Every heading is recognised again when the filled template is imported.
 */
export const templateColumns: Readonly<Record<SheetKind, readonly TemplateColumn[]>> = {
  staff: [
    ...who,
    column('status', 'Status', 'PNS'),
    column('grade', 'Golongan', 'III/a'),
    column('rank', 'Pangkat', 'Penata Muda'),
    column('post', 'Jabatan', 'Perawat Ahli Pertama'),
    column('postKind', 'Jenis Jabatan', 'JF'),
    column('echelon', 'Eselon', ''),
    column('unit', 'Unit Kerja', 'Bidang Pelayanan Kesehatan'),
    rater,
    column('supervisorName', 'Nama Penilai', 'Budi Santoso, S.K.M.'),
    column('reviewingNip', 'NIP Atasan Penilai', ''),
    column('rated', 'Dinilai', 'Ya'),
  ],
  plan: [
    ...who,
    when,
    column('approach', 'Pendekatan', 'Kuantitatif'),
    column('resultKind', 'Jenis', 'Utama'),
    column('resultNumber', 'No RHK', '1'),
    column('leaderResult', 'RHK Pimpinan', 'Cakupan pelayanan meningkat'),
    column('result', 'RHK', 'Kunjungan rumah terlaksana sesuai jadwal'),
    column('assignedBy', 'Penugasan Dari', 'Kepala Bidang'),
    column('aspect', 'Aspek', 'Kuantitas'),
    column('perspective', 'Perspektif', ''),
    column('indicatorNumber', 'No IKI', '1.1'),
    column('indicator', 'Indikator', 'Jumlah keluarga yang dikunjungi'),
    column('target', 'Target', '80 – 90 keluarga'),
    column('unitOfMeasure', 'Satuan', 'keluarga'),
    column('direction', 'Arah', 'Naik'),
    column('weight', 'Bobot', ''),
  ],
  realisation: [
    ...who,
    when,
    column('resultNumber', 'No RHK', '1'),
    column('indicatorNumber', 'No IKI', '1.1'),
    column('realisation', 'Realisasi', '85 keluarga'),
    column('evidence', 'Bukti Dukung', 'Laporan kunjungan Juli–September'),
    column('dataSource', 'Sumber Data', 'Buku register'),
  ],
  assessment: [
    ...who,
    rater,
    when,
    column('resultNumber', 'No RHK', '1'),
    column('score', 'Skor', '82,5'),
    column('workLevel', 'Rating Hasil Kerja', 'Sesuai Ekspektasi'),
    column('behaviourLevel', 'Rating Perilaku Kerja', 'Sesuai Ekspektasi'),
    column('predicate', 'Predikat', 'Baik'),
    column('organisationPredicate', 'Capaian Kinerja Organisasi', 'Baik'),
    column('note', 'Catatan', ''),
  ],
  behaviour: [
    ...who,
    rater,
    when,
    column('scoreBP', 'BP', '4'),
    column('scoreAK', 'AK', '4'),
    column('scoreKO', 'KO', '3'),
    column('scoreHA', 'HA', '4'),
    column('scoreLO', 'LO', '5'),
    column('scoreAD', 'AD', '3'),
    column('scoreKB', 'KB', '4'),
  ],
  feedback: [
    ...who,
    when,
    column('feedbackRole', 'Dari', 'Pimpinan'),
    column('giver', 'Pemberi', 'Budi Santoso, S.K.M.'),
    column('givenOn', 'Tanggal', '22/08/2026'),
    column('about', 'Terkait', '1'),
    column('feedback', 'Umpan Balik', 'Laporan lengkap dan tepat waktu'),
    column('symbol', 'Simbol', 'jempol'),
  ],
}
