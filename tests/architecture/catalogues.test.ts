import { describe, expect, it } from 'vitest'
import { contracts } from '#contract/contracts.ts'
import { errorSentence, errorSentences } from '#contract/error-sentences.ts'
import { type AppErrorCode, errorParameters } from '#domain/app-error.ts'
import { type SourceFile, sourceFiles } from './source-files.ts'

const braces = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted()

/** What a person is told to do; in both languages the last clause begins with it. */
const steps = {
  id: /(?:^|[.;:,] |\b(?:lalu|atau|dan|dahulu|serta|jadi) )(?:periksa|pilih|tandai|tarik|tunjuk|ambil|buka|tutup|simpan|pakai|gunakan|cari|perbarui|pulihkan|kosongkan|ulangi|coba|masukkan|ketik|tulis|cocokkan|salin|pasang|isi|ubah|perbaiki|sesuaikan|tambahkan|tautkan|minta|catat|impor|muat|baca|jawab|sisihkan|mulai|pecah|adakan|serahkan|jalankan|laporkan|hapus|tetapkan|hubungi|bandingkan|tunggu|tentukan|pindahkan|lengkapi|bagi|hitung|setujui|akhiri|buat|keluarkan|beri|bagikan|undang|rekam|hadirkan|batalkan|lanjutkan|ekspor|selesaikan)\b/i,
  en: /(?:^|[.;:,] |\b(?:then|otherwise|or|and|first) )(?:check|choose|appoint|edit|pass|open|close|save|use|look|update|restore|free|try|repeat|enter|type|write|compare|copy|reconnect|fill|change|correct|adjust|add|link|ask|record|import|reload|read|answer|set|start|split|hold|leave|do|report|delete|remove|contact|wait|move|complete|see|give|put|mark|note|run|find|export|inspect|make|decide|verify|take|finish|reopen|sign|let|unlock|connect|match|state|name|pick|begin|undo|withdraw)\b/i,
} as const

/** Whether the last sentence says what to do. */
function nextStepIn(text: string, locale: keyof typeof steps): boolean {
  const last =
    text
      .replace(/\{\w+\}/g, 'x')
      .split(/(?<=\.) /)
      .at(-1) ?? ''
  return steps[locale].test(last)
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

function unknownCodes(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/'(E-[A-Z]+(?:-[A-Z]+)+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((code) => !(code in errorParameters))
      .map((code) => `${path}: ${code}`),
  )
}

/** Throws whose second argument is written out: its names must be those of the catalogue. A spread is left to its reader. */
function wrongParameters(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/new AppError\(\s*'(E-[A-Z-]+)'(?:\)|,\s*\{([^{}]*)\})/g)].flatMap((match) => {
      const code = match[1] as AppErrorCode
      const written = match[2] ?? ''
      // The guard of the passphrase adds the tries that are left (engine/passphrase-guard.ts).
      if (code === 'E-OPEN-PASS' && path.endsWith('/key-wrap.ts')) return []
      if (written.includes('...') || !(code in errorParameters)) return []
      const names = [...written.replace(/\([^()]*\)|'[^']*'/g, '').matchAll(/(?:^|,)\s*(\w+)/g)].map(
        (name) => name[1] ?? '',
      )
      const same = names.toSorted().join() === [...errorParameters[code]].toSorted().join()
      return same ? [] : [`${path}: ${code} ${names.join(', ')}`]
    }),
  )
}

const sentencesIn = (files: readonly SourceFile[]) =>
  files.flatMap(({ text }) => [...text.matchAll(/^ {2}'(E-[A-Z-]+)': \{/gm)].map((match) => match[1])).toSorted()

describe('error catalogue', () => {
  const codes = Object.keys(errorParameters) as AppErrorCode[]

  it.each(codes)('%s names its parameters in both languages and says what to do next', (code) => {
    const expected = [...errorParameters[code]].toSorted()
    for (const locale of ['id', 'en'] as const) {
      const text = errorSentences[code][locale]
      expect([...new Set(braces(text))]).toEqual(expected)
      expect(text.length).toBeGreaterThan(20)
      expect(text).not.toMatch(/!|Terjadi kesalahan|Error/)
    }
    expect(braces(errorSentence(code, Object.fromEntries(expected.map((name) => [name, 'x'])), 'id'))).toEqual([])
  })

  it.each(codes)('%s ends with a next step', (code) => {
    for (const locale of ['id', 'en'] as const) expect(nextStepIn(errorSentences[code][locale], locale)).toBe(true)
  })

  it('control: a sentence that only tells is no next step', () => {
    expect(nextStepIn('Berkas rusak dan tidak diubah.', 'id')).toBe(false)
    expect(nextStepIn('Choose another file. The file is damaged.', 'en')).toBe(false)
  })

  it('has the sentence of each code in one file only', () => {
    const files = sourceFiles().filter(({ path }) => /^src\/contract\/error-\w+-sentences\.ts$/.test(path))
    expect(files.length).toBeGreaterThan(5)
    expect(sentencesIn(files)).toEqual(codes.toSorted())
    const again = { path: 'src/contract/error-x-sentences.ts', text: "  'E-UNKNOWN': {" }
    expect(sentencesIn([...files, again])).not.toEqual(codes.toSorted())
  })

  it('knows every code that stands anywhere in the sources', () => {
    expect(unknownCodes(sourceFiles())).toEqual([])
    const invented = { path: 'src/x.ts', text: "throw new AppError('E-OPEN-INVENTED')" }
    expect(unknownCodes([invented])).toEqual(['src/x.ts: E-OPEN-INVENTED'])
  })

  it('is thrown with exactly the values its sentence names', () => {
    expect(wrongParameters(sourceFiles())).toEqual([])
    const wrong = { path: 'src/x.ts', text: "throw new AppError('E-OPEN-NEWER', { path, versions: a(b, c) })" }
    expect(wrongParameters([wrong])).toEqual(['src/x.ts: E-OPEN-NEWER path, versions'])
  })

  it('has no code that nothing throws', () => {
    const text = sourceFiles()
      .filter((file) => !/\/app-error\.ts|\/error-[\w-]*sentences\.ts/.test(file.path))
      .map((file) => file.text)
      .join('\n')
    expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([])
  })
})

describe('contract', () => {
  it('names every call topic.verb', () => {
    for (const name of Object.keys(contracts)) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)
  })

  it('keeps writing calls from the presenter', () => {
    const open = Object.entries(contracts).filter(
      ([, call]) => call.roles.includes('presenter') && call.kind !== 'query',
    )
    expect(open).toEqual([])
  })
})
