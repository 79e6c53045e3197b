import type { ImportField, SheetKind } from './fields.ts'

/** Headings of a field, in any spelling that `headingKey` makes equal. */
export type Synonyms = Readonly<Partial<Record<ImportField, readonly string[]>>>

/** Headings that mean the same on every kind of sheet. Source: domain guide 9.1, the regulation's forms, files seen. */
const everywhere: Synonyms = {
  nip: [
    'nip',
    'nip pegawai',
    'nomor induk pegawai',
    'ni pppk',
    'nip/ni pppk',
    'nip baru',
    'no induk pegawai',
    'nip nrp',
    'nip pegawai yang dinilai',
  ],
  officeId: ['id pegawai', 'kode pegawai', 'id peg', 'employee id'],
  name: ['nama', 'nama lengkap', 'nama pegawai', 'nama asn', 'nama pegawai yang dinilai', 'nama dan gelar', 'name'],
  period: ['periode', 'periode penilaian', 'triwulan', 'bulan penilaian', 'period'],
  source: ['sumber', 'jenis dokumen'],
  supervisorNip: [
    'nip penilai',
    'nip atasan',
    'nip nrp penilai',
    'nip pejabat penilai',
    'nip pejabat penilai kinerja',
    'nip atasan langsung',
  ],
  supervisorOfficeId: ['id pejabat penilai', 'id penilai', 'id atasan', 'kode penilai'],
  supervisorName: [
    'nama penilai',
    'atasan',
    'atasan langsung',
    'pejabat penilai',
    'pejabat penilai kinerja',
    'nama atasan',
    'nama pejabat penilai',
    'nama pejabat penilai kinerja',
    'nama atasan langsung',
    'penilai',
    'supervisor',
  ],
  reviewingNip: ['nip atasan penilai', 'nip atasan pejabat penilai', 'nip atasan pejabat penilai kinerja'],
  reviewingName: [
    'atasan penilai',
    'atasan pejabat penilai',
    'nama atasan penilai',
    'atasan pejabat penilai kinerja',
    'nama atasan pejabat penilai',
  ],
  ignored: ['halaman', 'hal', 'hal rating hasil', 'hal rating perilaku', 'hal predikat'],
}

const people: Synonyms = {
  status: ['status', 'jenis asn', 'status kepegawaian', 'status asn', 'jenis pegawai'],
  grade: [
    'golongan',
    'gol',
    'gol ruang',
    'golongan ruang',
    'golru',
    'pkt terakhir',
    'pangkat/gol ruang',
    'pangkat golongan',
    'pangkat gol',
    'pangkat/golongan ruang',
    'pangkat golongan ruang',
    'gol pangkat',
    'golongan terakhir',
  ],
  rank: ['pangkat', 'pangkat terakhir'],
  post: ['jabatan', 'nama jabatan', 'jabatan terakhir', 'jabatan pegawai', 'post'],
  unit: [
    'unit kerja',
    'bidang',
    'sub jabatan',
    'unor',
    'unit organisasi',
    'satker',
    'satuan kerja',
    'departement',
    'departemen',
    'unit',
    'bagian',
    'seksi',
    'unit kerja pegawai',
  ],
}

const plans: Synonyms = {
  approach: ['pendekatan', 'pendekatan skp'],
  resultKind: ['jenis', 'jenis hasil kerja', 'utama/tambahan', 'jenis rhk', 'kategori hasil kerja'],
  resultNumber: ['no rhk', 'no rencana hasil kerja', 'nomor rhk', 'nomor rencana hasil kerja', 'no hasil kerja'],
  leaderResult: [
    'rhk pimpinan',
    'rencana hasil kerja pimpinan yang diintervensi',
    'rencana hasil kerja pimpinan',
    'rencana hasil kerja atasan langsung yang diintervensi',
    'rhk atasan',
  ],
  result: ['rhk', 'rencana hasil kerja', 'hasil kerja', 'rencana hasil kerja individu', 'rencana kinerja'],
  assignedBy: ['penugasan dari', 'penugasan'],
  aspect: ['aspek'],
  perspective: ['perspektif'],
  indicatorNumber: ['no iki', 'nomor iki', 'no indikator', 'nomor indikator'],
  indicator: [
    'indikator',
    'indikator kinerja individu',
    'iki',
    'indikator kinerja',
    'ukuran keberhasilan/indikator kinerja individu',
    'ukuran keberhasilan indikator kinerja individu dan target',
    'indikator kinerja individu dan target',
    'indikator keberhasilan',
  ],
  target: ['target', 'target/sesuai ekspektasi', 'target sesuai ekspektasi', 'target tahunan', 'target kinerja'],
  unitOfMeasure: ['satuan', 'satuan target'],
  direction: ['arah', 'arah indikator', 'polarisasi'],
  weight: ['bobot', 'bobot rhk'],
}

const outcomes: Synonyms = {
  realisation: ['realisasi', 'realisasi berdasarkan bukti dukung', 'capaian', 'realisasi kinerja', 'hasil'],
  evidence: ['bukti', 'bukti dukung', 'link', 'link bukti', 'link bukti dukung', 'tautan bukti', 'data dukung'],
  dataSource: ['sumber data'],
}

const opinions: Synonyms = {
  feedback: [
    'umpan balik',
    'umpan balik berkelanjutan',
    'umpan balik berkelanjutan berdasarkan bukti dukung',
    'teks',
    'teks umpan balik',
    'isi umpan balik',
    'komentar',
  ],
  symbol: ['simbol', 'emoji'],
}

const values: Synonyms = {
  scoreBP: ['bp', 'berorientasi pelayanan'],
  scoreAK: ['ak', 'akuntabel'],
  scoreKO: ['ko', 'kompeten'],
  scoreHA: ['ha', 'harmonis'],
  scoreLO: ['lo', 'loyal'],
  scoreAD: ['ad', 'adaptif'],
  scoreKB: ['kb', 'kolaboratif'],
}

/** What a heading means on one kind of sheet; earlier groups win. `NO`, `NILAI` and `HASIL KERJA` differ by kind. */
export const headingSynonyms: Readonly<Record<SheetKind, readonly Synonyms[]>> = {
  staff: [
    {
      postKind: ['jenis jabatan', 'kelompok jabatan', 'kategori jabatan'],
      echelon: ['eselon', 'esl', 'eselonering'],
      rated: ['dinilai', 'ikut dinilai', 'peran dalam contoh', 'peran penilaian'],
      ignored: [
        'no',
        'nomor',
        'no urut',
        'instansi',
        'keterangan',
        'unit kerja pejabat penilai',
        'id ketua tim',
        'jabatan pejabat penilai kinerja',
        'jabatan atasan pejabat penilai',
      ],
    },
    everywhere,
    people,
    plans,
    outcomes,
    { feedback: ['umpan balik', 'umpan balik berkelanjutan'] },
  ],
  plan: [
    {
      resultNumber: ['no', 'nomor', 'no urut'],
      ignored: ['indikator kinerja individu pimpinan', 'instansi'],
    },
    everywhere,
    people,
    plans,
    outcomes,
    opinions,
  ],
  realisation: [
    { resultNumber: ['no', 'nomor'] },
    everywhere,
    { resultNumber: plans.resultNumber ?? [], indicatorNumber: plans.indicatorNumber ?? [] },
    outcomes,
    opinions,
  ],
  assessment: [
    {
      score: ['skor', 'nilai', 'nilai rhk', 'skor rhk', 'nilai hasil kerja'],
      workLevel: ['rating hasil kerja', 'hasil kerja', 'rating hasil', 'hasil kerja rating'],
      behaviourLevel: ['rating perilaku kerja', 'perilaku kerja', 'rating perilaku'],
      predicate: ['predikat', 'kuadran kinerja', 'predikat kinerja pegawai', 'predikat kinerja', 'kuadran'],
      organisationPredicate: [
        'capaian organisasi',
        'capaian kinerja organisasi',
        'predikat kinerja organisasi',
        'predikat organisasi',
      ],
      note: ['catatan', 'catatan rekomendasi', 'catatan/rekomendasi'],
      resultNumber: ['no rhk', 'no rencana hasil kerja', 'nomor rhk'],
      ignored: ['no', 'nomor', 'no urut', 'predikat menurut kuadran', 'sesuai kuadran', 'jabatan', 'unit kerja'],
    },
    everywhere,
  ],
  behaviour: [
    {
      behaviourValue: [
        'nilai',
        'nilai dasar',
        'nilai berakhlak',
        'core value',
        'perilaku',
        'perilaku kerja',
        'nilai inti',
      ],
      behaviourScore: ['skor', 'skor perilaku', 'nilai perilaku', 'skor 1-5'],
      note: ['catatan'],
      expectation: [
        'ekspektasi khusus pimpinan',
        'ekspektasi khusus',
        'ekspektasi pimpinan',
        'ekspektasi khusus pimpinan/leader',
      ],
      ignored: ['no', 'nomor', 'no urut', 'jabatan', 'unit kerja'],
    },
    everywhere,
    values,
    opinions,
  ],
  feedback: [
    {
      feedbackRole: ['dari', 'peran pemberi', 'sumber umpan balik', 'hubungan'],
      giver: ['pemberi', 'nama pemberi', 'pemberi umpan balik'],
      givenOn: ['tanggal', 'tgl', 'tanggal umpan balik', 'timestamp', 'waktu'],
      about: ['terkait', 'terkait rhk', 'no rhk', 'tentang'],
      ignored: ['no', 'nomor', 'no urut', 'jabatan', 'unit kerja'],
    },
    everywhere,
    opinions,
  ],
}
