import type { ErrorSentencesOf } from './error-families.ts'

/** Of users, their duties and their PINs. */
export const userErrors = {
  'E-AUTH-RECUSED': {
    id: 'Peserta ini tidak ikut dalam kasus pegawai tersebut karena benturan kepentingan. Serahkan kepada pimpinan rapat.',
    en: 'This participant takes no part in the case of that employee because of a conflict of interest. Leave it to the chair.',
  },
  'E-AUTH-SIGNIN': {
    id: 'Ruang kerja ini memakai pengguna bernama, dan belum ada yang masuk. Pilih nama Anda di bilah atas, masukkan PIN, lalu ulangi.',
    en: 'This workspace has named users, and nobody is signed in. Choose your name in the top bar, enter your PIN, and try again.',
  },
  'E-AUTH-DUTY': {
    id: 'Langkah ini tidak termasuk tugas Anda ({duty}). Yang berwenang: {who}. Serahkan laptop kepadanya, atau minta yang bersangkutan masuk di bilah atas.',
    en: 'This step is not part of your duty ({duty}). Who may take it: {who}. Pass the laptop on, or have that person sign in at the top bar.',
  },
  'E-AUTH-OWN': {
    id: 'Anggota panel hanya dapat mencatat pendapat, catatan, dan persetujuannya sendiri. Minta Sekretaris mencatat milik orang lain.',
    en: 'A panelist can record only his or her own opinion, notes and consent. Ask the secretary to record those of others.',
  },
  'E-AUTH-APPROVAL': {
    id: 'Langkah ini memerlukan persetujuan Ketua ({names}) dengan PIN-nya sendiri. Serahkan laptop kepadanya untuk memasukkan PIN.',
    en: 'This step needs the approval of the chair ({names}), given with the chair’s own PIN. Pass the laptop on so that the PIN can be typed.',
  },
  'E-AUTH-CHAIR': {
    id: '{name} bukan Ketua, jadi tidak dapat menyetujui langkah ini. Pilih Ketua ({names}) dan masukkan PIN-nya.',
    en: '{name} is not a chair and cannot approve this step. Choose a chair ({names}) and enter that person’s PIN.',
  },
  'E-AUTH-PIN': {
    id: 'PIN {name} salah; tidak ada yang berubah. Periksa nama yang dipilih, lalu ketik lagi PIN-nya.',
    en: 'The PIN of {name} is wrong; nothing was changed. Check the chosen name and type the PIN again.',
  },
  'E-AUTH-WAIT': {
    id: 'PIN {name} terlalu sering salah. Tunggu {seconds} detik, lalu coba lagi.',
    en: 'Too many wrong PINs for {name}. Wait {seconds} seconds, then try again.',
  },
  'E-AUTH-PIN-ALTERED': {
    id: 'PIN {name} diganti di luar Timbang dan tidak berlaku. Periksa rantai di Jejak, lalu beri PIN baru melalui Pengguna dan tugas.',
    en: 'The PIN of {name} was replaced outside Timbang and is not accepted. Check the chain in the Trail, then give a new PIN under Users and duties.',
  },
  'E-PIN-SHORT': {
    id: 'PIN terlalu pendek. Pakai sedikitnya {minimum} angka atau huruf.',
    en: 'The PIN is too short. Use at least {minimum} digits or letters.',
  },
  'E-PIN-EASY': {
    id: 'PIN ini terlalu mudah ditebak (angka berulang atau berurutan). Pilih PIN lain.',
    en: 'This PIN is too easy to guess (repeated or consecutive digits). Choose another PIN.',
  },
  'E-USER-NAME': {
    id: 'Sudah ada pengguna bernama {name}, padahal jejak membedakan pengguna dari namanya. Tambahkan pembeda pada nama itu.',
    en: 'There is already a user named {name}, and the trail tells users apart by their names. Add something to the name that tells the two apart.',
  },
  'E-USER-FIRST': {
    id: 'Pengguna pertama harus Ketua, karena hanya Ketua yang dapat menyetujui. Tambahkan Ketua lebih dahulu.',
    en: 'The first user must be the chair, because only a chair can approve. Add the chair first.',
  },
  'E-USER-CHAIR': {
    id: '{name} adalah Ketua terakhir ruang kerja ini. Tetapkan Ketua lain lebih dahulu, baru ubah tugas ini.',
    en: '{name} is the last chair of this workspace. Name another chair first, then change this duty.',
  },
  'E-USER-NONE': {
    id: 'Ruang kerja ini belum memiliki pengguna bernama. Tambahkan Ketua melalui Pengguna dan tugas lebih dahulu.',
    en: 'This workspace has no named users yet. Add the chair under Users and duties first.',
  },
  'E-USER-NOT-CHAIR': {
    id: '{name} bukan Ketua. Minta Ketua memberi PIN baru melalui Pengguna dan tugas.',
    en: '{name} is not a chair. Ask the chair for a new PIN under Users and duties.',
  },
} as const satisfies ErrorSentencesOf<'AUTH' | 'PIN' | 'USER'>
