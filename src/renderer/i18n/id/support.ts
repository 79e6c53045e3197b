export const support = {
  menu: 'Berkas dukungan …',
  title: 'Berkas dukungan',
  what: 'Berkas ini membantu menemukan penyebab gangguan. Isinya versi, jenis komputer, ukuran dan jumlah baris, kode penolakan, serta tempatnya dalam program.',
  without:
    'Tidak ada nama, NIP, unit, nama berkas atau folder, teks, maupun nilai. Di bawah ini seluruh isinya; bacalah sebelum menyimpan.',
  content: 'Isi berkas dukungan',
  save: 'Simpan berkas dukungan',
  saved: 'Berkas dukungan tersimpan. Kirimkan sendiri kepada yang membantu Anda; Timbang tidak mengirim apa pun.',
} as const
