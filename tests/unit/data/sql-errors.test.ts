import { describe, expect, it } from 'vitest'
import { storeError } from '#data/store/sql-errors.ts'
import { AppError } from '#domain/app-error.ts'

const system = (code: string) => Object.assign(new Error(code), { code })

function codeOf(message: string, fault?: string): string {
  const result = storeError(new Error(message), '/a.timbang', fault === undefined ? undefined : system(fault))
  return result instanceof AppError ? result.code : 'as it was'
}

describe('an error of the store', () => {
  it.each([
    ['database or disk is full', undefined, 'E-SAVE-FULL'],
    ['disk I/O error', 'ENOSPC', 'E-SAVE-FULL'],
    ['disk I/O error', 'EDQUOT', 'E-SAVE-FULL'],
    ['disk I/O error', 'EIO', 'E-SAVE-IO'],
    ['disk I/O error', undefined, 'E-SAVE-IO'],
    ['attempt to write a readonly database', undefined, 'E-SAVE-RO'],
    ['unable to open database file', 'EROFS', 'E-SAVE-RO'],
    ['unable to open database file', 'EACCES', 'E-SAVE-RO'],
    ['unable to open database file', undefined, 'E-SAVE-IO'],
    ['out of memory', 'EMFILE', 'E-SAVE-IO'],
    ['out of memory', undefined, 'as it was'],
    ['database is locked', undefined, 'E-SAVE-BUSY'],
    ['database disk image is malformed', undefined, 'E-OPEN-DAMAGED'],
    ['malformed database schema (unit) - near "x"', undefined, 'E-OPEN-DAMAGED'],
    ['file is not a database', undefined, 'E-OPEN-DAMAGED'],
    ['UNIQUE constraint failed: employee.nip', undefined, 'as it was'],
    ['no such column: nama', undefined, 'as it was'],
  ])('%s (%s) is %s', (message, fault, code) => expect(codeOf(message, fault)).toBe(code))

  it('of the operating system alone is understood too', () => {
    expect(storeError(system('ENOSPC'), '/a')).toMatchObject({ code: 'E-SAVE-FULL' })
    expect(storeError(system('EIO'), '/a')).toMatchObject({ code: 'E-SAVE-IO' })
    expect(storeError('Statement closed', '/a')).toBe('Statement closed')
  })

  it('that is a refusal already stays the same object, and others keep their cause', () => {
    const refusal = new AppError('E-RULE-REASON')
    expect(storeError(refusal, '/a')).toBe(refusal)
    const cause = system('EIO')
    expect(storeError(new Error('disk I/O error'), '/a', cause)).toMatchObject({ cause })
    expect(storeError(new Error('file is not a database'), '/a')).toMatchObject({ params: { path: '/a' } })
  })
})
