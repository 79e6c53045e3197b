import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readers } from '#main/ipc/shell-arguments.ts'

describe('arguments of the shell', () => {
  it('reads honest arguments', () => {
    expect(readers.openFile({ purpose: 'import', title: 'Impor', multiple: true })).toEqual({
      purpose: 'import',
      title: 'Impor',
      multiple: true,
    })
    expect(
      readers.saveFile({ purpose: 'export', title: 'T', defaultName: 'Nilai akhir 2025', extension: 'xlsx' }),
    ).toEqual({
      title: 'T',
      defaultName: 'Nilai akhir 2025',
      extension: 'xlsx',
    })
    expect(readers.zoom(1.25)).toBe(1.25)
    expect(readers.theme('dark')).toBe('dark')
    expect(readers.locale('id')).toBe('id')
  })

  it.each([
    ['../../etc/passwd', '..-..-etc-passwd'],
    ['C:\\x', 'C--x'],
    ['a:stream', 'a-stream'],
    ['Nilai. ', 'Nilai'],
  ])('makes the name %j harmless', (given, expected) => {
    expect(readers.saveFile({ purpose: 'copy', title: '', defaultName: given, extension: 'timbang' }).defaultName).toBe(
      expected,
    )
  })

  it('never lets a name reach another folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        try {
          const { defaultName } = readers.saveFile({
            purpose: 'copy',
            title: '',
            defaultName: given,
            extension: 'timbang',
          })
          expect(defaultName).not.toMatch(/[\\/:\0]/)
          expect(['', '.', '..']).not.toContain(defaultName)
        } catch (error) {
          expect((error as Error).message).toMatch(/^Refused argument/)
        }
      }),
    )
  })

  it('refuses everything else', () => {
    const anything = fc.anything()
    fc.assert(
      fc.property(anything, (given) => {
        for (const read of [readers.openFile, readers.saveFile, readers.folder])
          expect(() => read(given)).toThrow('Refused argument')
        if (typeof given !== 'string')
          for (const read of [readers.path, readers.title, readers.theme, readers.locale])
            expect(() => read(given)).toThrow()
        if (typeof given !== 'number') expect(() => readers.zoom(given)).toThrow('Refused argument')
      }),
    )
    for (const zoom of [Number.NaN, Number.POSITIVE_INFINITY, 0, -1, 3.01]) expect(() => readers.zoom(zoom)).toThrow()
    expect(() => readers.title('x'.repeat(301))).toThrow()
    expect(() => readers.path('a\0b')).toThrow()
  })
})
