export const help = {
  title: 'Bantuan',
  keys: 'Papan ketik',
  glossary: 'Istilah',
  keyPlaces: 'Pindah tempat kerja',
  keySearch: 'Cari dan perintah',
  keyUndo: 'Urungkan',
  keyRedo: 'Ulangi',
  keyHelp: 'Buka atau tutup bantuan',
  keyGrid: 'Pilih beberapa sel',
  keyFill: 'Isi ke bawah',
  keyEdit: 'Sunting sel atau buka hitungannya',
  start:
    'Buka ruang kerja yang sudah ada, buat yang baru, atau coba dengan instansi contoh. Satu ruang kerja adalah satu berkas .timbang pada laptop ini; tidak ada yang dikirim ke luar.',
  import:
    'Berkas Excel atau CSV diambil apa adanya. Kolom dikenali; perbaiki yang keliru, dan pilihan Anda diingat. Tidak ada yang ditulis sebelum Anda menekan Impor, dan satu langkah Urungkan mengembalikan semuanya.',
  inspect:
    'Berkas yang rusak atau diubah tidak dibuka untuk dikerjakan. Di sini tampak pemeriksaan mana yang gagal, tabel dan pegawai mana yang masih terbaca, serta sampai mana rantai jejak menyambung. Berkas itu sendiri tidak diubah. Pulihkan salinan cadangan, atau simpan salinan berkas apa adanya untuk diperiksa orang lain.',
  overview:
    'Keadaan periode ini: tahap, kelengkapan data, sebaran predikat terhadap bentuk panduan, indikator kinerja utama, dan langkah berikutnya. Panduan bukan kuota; penyimpangan meminta alasan tertulis.',
  staff:
    'Satu baris satu pegawai. Sel dengan tanda tipis di kiri dihitung; tekan Enter untuk melihat hitungannya. Salin, tempel, dan isi ke bawah seperti di Excel. Panel kanan memuat bukti lebih dahulu, nilai sesudahnya.',
  supervisors:
    'Pejabat penilai dibandingkan berdampingan, beserta apa yang dapat dan belum dapat diketahui. Statistik memberi saran; orang yang memutuskan. Urutan pegawai di dalam satu tim tidak pernah diubah.',
  meeting:
    'Susun pokok bahasan, catat kehadiran dan kuorum, lalu bahas kasus satu per satu: bukti dahulu, nilai dibuka kemudian. Setiap perubahan memerlukan alasan, bukti, dan persetujuan pejabat penilai.',
  results:
    'Berita acara, daftar nilai akhir, dan dokumen lain. Pratinjau sama dengan cetakan. Kaki setiap halaman menyebut jumlah entri jejak saat dokumen dibuat.',
  'follow-ups':
    'Tindak lanjut yang diputuskan rapat: pembinaan, penghargaan, dan tugas dengan pelaksana serta batas waktu.',
  trail:
    'Setiap perubahan dengan waktu, pelaku, dan alasannya. Tidak ada yang dapat dihapus; langkah yang diurungkan pun tetap tercatat.',
  termPredicate: 'Predikat kinerja',
  termPredicateText:
    'Hasil pertemuan rating hasil kerja dan rating perilaku dalam kuadran: dari Sangat Kurang sampai Sangat Baik.',
  termLevel: 'Ekspektasi',
  termLevelText: 'Rating hasil kerja atau perilaku: di bawah, sesuai, atau di atas ekspektasi pimpinan.',
  termWorkPlan: 'SKP',
  termWorkPlanText: 'Sasaran Kinerja Pegawai: rencana hasil kerja dan indikatornya untuk satu periode.',
  termResult: 'RHK dan IKI',
  termResultText:
    'Rencana hasil kerja, diukur dengan indikator kinerja individu: kuantitas, kualitas, waktu, atau biaya.',
  termGuide: 'Pola distribusi',
  termGuideText: 'Bentuk sebaran predikat yang menjadi panduan sesuai capaian kinerja organisasi. Bukan kuota.',
  termInitial: 'Penilaian awal',
  termInitialText:
    'Nilai dan rating dari pejabat penilai sendiri. Tidak pernah ditimpa; hasil rapat dicatat di sampingnya.',
  termConsent: 'Persetujuan penilai',
  termConsentText: 'Pernyataan pejabat penilai atas perubahan rating pegawainya. Tanpa itu, perubahan tetap usulan.',
  termTrail: 'Jejak',
  termTrailText: 'Catatan semua perubahan berkas ini, berurutan. Kaki dokumen menyebut jumlah entrinya.',
} as const
