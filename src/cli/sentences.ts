import type { Locale } from '#contract/error-sentences.ts'
import type { ImportPreview } from '#contract/import.ts'
import type { CliCommand } from './command.ts'

/** One supervisor's figures, each already in the words of the language. */
interface SupervisorFigures {
  readonly name: string
  readonly points: string
  readonly low: string
  readonly high: string
  readonly reliability: string
  readonly people: number
}
type PreviewCounts = Pick<ImportPreview, 'counts' | 'periodName'>

export const sentences = {
  id: {
    usage: 'Cara pakai',
    seeHelp: 'Lihat: timbang --help',
    unknownCommand: (name: string) => `perintah “${name}” tidak dikenal`,
    wrongValue: (flag: string, allowed: string) => `--${flag} harus salah satu dari: ${allowed}`,
    made: (path: string, people: number) => `Ruang kerja ${path} dibuat, ${people} orang.`,
    sound: (path: string) => `Ruang kerja ${path} utuh.`,
    defects: (path: string, count: number) => `Ruang kerja ${path} bermasalah: ${count} temuan.`,
    schemaKnown: 'Struktur tabel dan penjaganya seperti saat dibuat.',
    schemaUnknown: 'Struktur tabel atau penjaganya diubah.',
    more: (count: number) => `dan ${count} temuan lain`,
    backedUp: (path: string, entries: number) => `Cadangan dibuat, ${entries} entri: ${path}`,
    restored: (path: string, entries: number) => `Cadangan dengan ${entries} entri dipulihkan ke ${path}.`,
    keptAside: (path: string) => `Berkas sebelumnya disimpan sebagai ${path}.`,
    readable: (people: number) =>
      `Pegawai yang masih terbaca: ${people}. Berkas tidak diubah; pulihkan salinan cadangan dengan timbang restore.`,
    progress: (step: string, percent: number) =>
      `${step === 'rows' ? 'membandingkan baris' : 'mengikuti jejak'}: ${percent} %`,
    head: (anchor: string) => `Kode jejak: ${anchor}`,
    written: (path: string) => `Ditulis: ${path}`,
    preview: ({ counts, periodName }: PreviewCounts) =>
      `${periodName}: ${counts.new} baru, ${counts.changed} berubah, ${counts.unchanged} sama, ${counts.skipped} dilewati, ${counts.aside} disisihkan, ${counts.refused} ditolak, ${counts.open} perlu dijawab.`,
    waiting: (count: number) =>
      `Tidak ada yang ditulis: ${count} hal ditolak atau belum dijawab. Perbaiki berkas, atau pakai --set-aside.`,
    imported: (rows: number) => `${rows} baris diimpor.`,
    unnamedAgency: 'Instansi',
    askPassphrase: 'Frasa sandi atau kunci pemulihan: ',
    askPin: (name: string) => `PIN ${name}: `,
    signInHint: 'Di baris perintah: pakai --user NAMA dan --pin-file BERKAS, atau ketik PIN saat ditanya.',
    passphraseHint: 'Pakai --passphrase-file BERKAS, atau jalankan di terminal agar frasa sandi dapat diketik.',
    model: {
      fixed: 'koefisien',
      estimate: 'taksiran',
      se: 'galat baku',
      group: 'kelompok',
      level: 'nama',
      term: 'kolom',
      variance: 'ragam',
      residual: 'sisa',
      effect: 'pengaruh',
      conditionalSd: 'sd bersyarat',
      predictionSd: 'sd prediksi',
      part: 'sumber',
      team: 'tim',
      employee: 'pegawai',
      leniency: 'kemurahan',
      quality: 'mutu tim',
      merit: 'jasa',
      deletionZ: 'z',
    },
    calibration: {
      heading: (period: string) => `Kalibrasi nilai ${period}`,
      advice: 'Angka memberi saran, orang yang memutuskan; tidak ada nilai yang diubah.',
      supervisors: (share: string) =>
        `Kemurahan nilai atasan dalam poin, dari yang tertinggi (dalam kurung: rentang ${share}):`,
      figure: ({ name, points, low, high, reliability, people }: SupervisorFigures) =>
        `${name}: ${points} (${low} s.d. ${high}), keandalan ${reliability}, ${people} pegawai`,
      moreSupervisors: (count: number) => `dan ${count} atasan lain yang lebih dekat ke nol`,
      moreOfKind: (count: number) => `dan ${count} lagi seperti ini; lihat --json`,
      problems: 'Catatan tentang data:',
      hash: (hash: string) => `Sidik masukan: ${hash}`,
      version: (model: string, engine: string) => `Model ${model}, Timbang ${engine}`,
    },
    intro: 'Timbang: rapat evaluasi kinerja pegawai, dari baris perintah.',
    options:
      'Setiap perintah menerima --json (jawaban untuk program) dan --lang id|en. Berkas tersandi dibuka dengan\n--passphrase-file BERKAS (baris pertamanya frasa sandi) atau dengan mengetik frasa sandi saat ditanya. Di ruang\nkerja yang memiliki pengguna, --user NAMA dan --pin-file BERKAS menyebut siapa yang menulis.\nKode keluar: 0 selesai, 1 ditolak, 2 cara pakai salah.',
  },
  en: {
    usage: 'Usage',
    seeHelp: 'See: timbang --help',
    unknownCommand: (name: string) => `unknown command “${name}”`,
    wrongValue: (flag: string, allowed: string) => `--${flag} must be one of: ${allowed}`,
    made: (path: string, people: number) => `Workspace ${path} created, ${people} people.`,
    sound: (path: string) => `Workspace ${path} is sound.`,
    defects: (path: string, count: number) => `Workspace ${path} has defects: ${count} found.`,
    schemaKnown: 'The tables and their guards are as they were made.',
    schemaUnknown: 'The tables or their guards were altered.',
    more: (count: number) => `and ${count} more`,
    backedUp: (path: string, entries: number) => `Backup made, ${entries} entries: ${path}`,
    restored: (path: string, entries: number) => `Backup with ${entries} entries restored to ${path}.`,
    keptAside: (path: string) => `The file before it was kept as ${path}.`,
    readable: (people: number) =>
      `People that can still be read: ${people}. The file was not changed; restore a backup with timbang restore.`,
    progress: (step: string, percent: number) =>
      `${step === 'rows' ? 'comparing rows' : 'following the trail'}: ${percent} %`,
    head: (anchor: string) => `Trail code: ${anchor}`,
    written: (path: string) => `Written: ${path}`,
    preview: ({ counts, periodName }: PreviewCounts) =>
      `${periodName}: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.skipped} skipped, ${counts.aside} set aside, ${counts.refused} refused, ${counts.open} to answer.`,
    waiting: (count: number) =>
      `Nothing was written: ${count} points are refused or unanswered. Correct the file, or use --set-aside.`,
    imported: (rows: number) => `${rows} rows imported.`,
    unnamedAgency: 'Agency',
    askPassphrase: 'Passphrase or recovery key: ',
    askPin: (name: string) => `PIN of ${name}: `,
    signInHint: 'On the command line: use --user NAME and --pin-file FILE, or type the PIN when asked.',
    passphraseHint: 'Use --passphrase-file FILE, or run it in a terminal so that the passphrase can be typed.',
    model: {
      fixed: 'coefficient',
      estimate: 'estimate',
      se: 'standard error',
      group: 'group',
      level: 'level',
      term: 'term',
      variance: 'variance',
      residual: 'residual',
      effect: 'effect',
      conditionalSd: 'conditional sd',
      predictionSd: 'prediction sd',
      part: 'source',
      team: 'team',
      employee: 'employee',
      leniency: 'leniency',
      quality: 'quality',
      merit: 'merit',
      deletionZ: 'z',
    },
    calibration: {
      heading: (period: string) => `Calibration of scores, ${period}`,
      advice: 'Figures advise, people decide; no score was changed.',
      supervisors: (share: string) =>
        `Leniency of supervisors in points, highest first (in brackets: the ${share} range):`,
      figure: ({ name, points, low, high, reliability, people }: SupervisorFigures) =>
        `${name}: ${points} (${low} to ${high}), reliability ${reliability}, people ${people}`,
      moreSupervisors: (count: number) => `and ${count} more supervisors closer to zero`,
      moreOfKind: (count: number) => `and ${count} more like these; see --json`,
      problems: 'Notes on the data:',
      hash: (hash: string) => `Inputs hash: ${hash}`,
      version: (model: string, engine: string) => `Model ${model}, Timbang ${engine}`,
    },
    intro: 'Timbang: performance-evaluation meetings, from the command line.',
    options:
      'Every command takes --json (an answer for programs) and --lang id|en. An encrypted file is opened with\n--passphrase-file FILE (its first line is the passphrase) or by typing the passphrase when asked. In a workspace\nwith named users, --user NAME and --pin-file FILE say who writes.\nExit codes: 0 done, 1 refused, 2 wrong usage.',
  },
} satisfies Record<Locale, Record<string, unknown>>

export function helpText(commands: Readonly<Record<string, CliCommand>>, locale: Locale): string {
  const rows = Object.values(commands).map((command) => `  timbang ${command.usage}\n      ${command.about[locale]}`)
  return [sentences[locale].intro, '', ...rows, '', sentences[locale].options].join('\n')
}
