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
  calibration:
    'Pejabat penilai dibandingkan setelah capaian timnya diperhitungkan: titik adalah selisih, garis adalah rentang yang masuk akal, ketupat adalah yang ditandai. Bacalah dahulu apa yang diketahui dan yang belum dapat diketahui. Statistik memberi saran; orang yang memutuskan. Urutan pegawai di dalam satu tim tidak pernah diubah.',
  'calibration-pages':
    'Sebaran terhadap panduan, kesetaraan kelompok, target yang mudah, lonjakan sejak periode sebelumnya, data yang kurang, dan rumus di balik kalibrasi. Setiap halaman dimulai dengan kata-kata; statistiknya satu klik lebih dalam.',
  panel:
    'Panel menilai ulang sebagian berkas tanpa mengetahui milik siapa, agar atasan yang murah nilai dapat dibedakan dari tim yang memang bagus. Tambahkan sedikitnya dua panelis, tentukan jumlah berkas (kalimat di bawahnya menyebut ketelitian yang didapat), lalu undi. Panelis menilai bergiliran di laptop ini dengan PIN sendiri, atau mengisi surat penilaian di komputer lain yang kemudian digabungkan lewat pratinjau. Kasus bersama adalah kasus rekaan yang dinilai semua atasan.',
  relations:
    'Hubungan yang dinyatakan oleh mereka yang menilai, memutuskan, atau menskor. Hanya Ketua dan Sekretaris yang dapat membacanya. Nilai tidak berubah karenanya: hubungan diuji tersendiri dalam kalibrasi, dan keluarga atau usaha mewajibkan pengunduran diri dari kasus yang bersangkutan.',
  supervisors:
    'Angka apa adanya, tanpa koreksi: rata-rata dan sebaran skor setiap pejabat penilai, serta kasus yang ditandai aturan. Bahan bicara, bukan kesimpulan.',
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
