import type { MenuCommand } from '#contract/wire.ts'

export type Locale = 'id' | 'en'

interface FileFilter {
  name: string
  extensions: string[]
}

interface ShellTexts {
  readonly openFilters: Readonly<Record<'workspace' | 'import' | 'ballot', FileFilter[]>>
  readonly fileKinds: Readonly<Record<string, string>>
  readonly menus: Readonly<Record<'file' | 'edit' | 'view' | 'help', string>>
  readonly commands: Readonly<Record<MenuCommand, string>>
  readonly items: Readonly<
    Record<'cut' | 'copy' | 'paste' | 'selectAll' | 'zoomIn' | 'zoomOut' | 'zoomReset' | 'fullScreen' | 'quit', string>
  >
}

/** Everything the shell itself says: its menu and the kinds of files in its dialogs. */
export const shellTexts: Readonly<Record<Locale, ShellTexts>> = {
  id: {
    openFilters: {
      workspace: [{ name: 'Ruang kerja Timbang', extensions: ['timbang'] }],
      import: [{ name: 'Data Excel atau CSV', extensions: ['xlsx', 'csv'] }],
      ballot: [{ name: 'Surat penilaian', extensions: ['xlsx', 'json'] }],
    },
    fileKinds: {
      timbang: 'Ruang kerja Timbang',
      pdf: 'Dokumen PDF',
      docx: 'Dokumen Word',
      xlsx: 'Buku kerja Excel',
      csv: 'Teks CSV',
      json: 'Data JSON',
      html: 'Halaman HTML',
    },
    menus: { file: 'Berkas', edit: 'Sunting', view: 'Tampilan', help: 'Bantuan' },
    commands: {
      'new-workspace': 'Ruang kerja baru…',
      'open-workspace': 'Buka ruang kerja…',
      'save-copy': 'Simpan salinan…',
      lock: 'Kunci sekarang',
      import: 'Impor data…',
      undo: 'Urungkan',
      redo: 'Ulangi',
      'command-palette': 'Palet perintah',
      'support-file': 'Berkas dukungan…',
      about: 'Tentang Timbang',
    },
    items: {
      cut: 'Potong',
      copy: 'Salin',
      paste: 'Tempel',
      selectAll: 'Pilih semua',
      zoomIn: 'Perbesar',
      zoomOut: 'Perkecil',
      zoomReset: 'Ukuran semula',
      fullScreen: 'Layar penuh',
      quit: 'Keluar',
    },
  },
  en: {
    openFilters: {
      workspace: [{ name: 'Timbang workspace', extensions: ['timbang'] }],
      import: [{ name: 'Excel or CSV data', extensions: ['xlsx', 'csv'] }],
      ballot: [{ name: 'Ballot', extensions: ['xlsx', 'json'] }],
    },
    fileKinds: {
      timbang: 'Timbang workspace',
      pdf: 'PDF document',
      docx: 'Word document',
      xlsx: 'Excel workbook',
      csv: 'CSV text',
      json: 'JSON data',
      html: 'HTML page',
    },
    menus: { file: 'File', edit: 'Edit', view: 'View', help: 'Help' },
    commands: {
      'new-workspace': 'New workspace…',
      'open-workspace': 'Open workspace…',
      'save-copy': 'Save a copy…',
      lock: 'Lock now',
      import: 'Import data…',
      undo: 'Undo',
      redo: 'Redo',
      'command-palette': 'Command palette',
      'support-file': 'Support file…',
      about: 'About Timbang',
    },
    items: {
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      selectAll: 'Select all',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      zoomReset: 'Actual size',
      fullScreen: 'Full screen',
      quit: 'Quit',
    },
  },
}
