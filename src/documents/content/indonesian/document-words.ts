/** Fixed words the writers put into a document themselves. Official documents are Indonesian in every interface. */
export const documentWords = {
  emblem: 'Lambang daerah',
  openField: (label: string) => `${label} belum diisi`,
  attendance: { number: 'No.', name: 'Nama', nip: 'NIP', position: 'Jabatan/Unit Kerja', signature: 'Tanda Tangan' },
  nip: 'NIP',
  page: { before: 'Halaman', between: 'dari' },
  form: { wrongTitle: 'Nilai tidak dapat diisikan', wrongNumber: 'Isi dengan angka' },
} as const
