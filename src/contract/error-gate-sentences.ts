import type { ErrorSentencesOf } from './error-families.ts'

/** When a call is refused, stopped or fails before it reaches its subject. */
export const gateErrors = {
  'E-NOT-FOUND': {
    id: 'Data yang dicari ({what}) sudah tidak ada. Muat ulang layar ini.',
    en: 'What was asked for ({what}) is no longer there. Reload this screen.',
  },
  'E-NOT-HERE': {
    id: 'Hal ini hanya tersedia di aplikasi desktop. Jalankan Timbang, lalu ulangi dari sana.',
    en: 'This is available in the desktop app only. Start Timbang, then try again there.',
  },
  'E-ARG': {
    id: 'Bentuk permintaan tidak sesuai, jadi permintaan ditolak. Data tidak diubah; muat ulang layar ini.',
    en: 'The request had the wrong form and was refused. No data was changed; reload this screen.',
  },
  'E-CANCELLED': {
    id: 'Pekerjaan dibatalkan. Tidak ada data yang diubah; mulai lagi bila masih diperlukan.',
    en: 'The work was cancelled. No data was changed; start it again if it is still needed.',
  },
  'E-PATH-NOT-GRANTED': {
    id: 'Timbang belum diberi akses ke {path}; tidak ada yang dibuka atau ditulis. Pilih berkas atau foldernya melalui dialog, lalu ulangi.',
    en: 'Timbang has not been given access to {path}; nothing was opened or written. Choose the file or folder in the dialog, then try again.',
  },
  'E-SENDER': {
    id: 'Permintaan ditolak demi keamanan. Data tidak diubah; tutup dan buka lagi aplikasi.',
    en: 'The request was refused for safety. No data was changed; close the app and open it again.',
  },
  'E-ENGINE-LOST': {
    id: 'Mesin Timbang terhenti dan sedang dijalankan lagi. Yang sudah tersimpan tetap utuh; ulangi langkah terakhir.',
    en: 'The Timbang engine stopped and is being started again. What was saved is intact; repeat the last step.',
  },
  'E-UNKNOWN': {
    id: 'Timbang menemui keadaan yang tidak dikenal (rujukan {reference}). Data yang tersimpan tetap utuh; ulangi, lalu laporkan rujukan itu bila terjadi lagi.',
    en: 'Timbang met an unknown condition (reference {reference}). Saved data is intact; try again, and report that reference if it happens again.',
  },
} as const satisfies ErrorSentencesOf<'NOT' | 'ARG' | 'CANCELLED' | 'PATH' | 'SENDER' | 'ENGINE' | 'UNKNOWN'>
