import { describe, expect, it } from 'vitest'
import { isLaunch, launchFrom } from '#main/launch.ts'

describe('launchFrom', () => {
  it('finds the workspace among the arguments, relative to the folder of the caller', () => {
    const launch = launchFrom(['/opt/timbang', '--some-switch', 'rapat/dinas.timbang'], '/home/ani')
    expect(launch.file).toBe('/home/ani/rapat/dinas.timbang')
  })

  it('leaves an absolute name alone and reads the ending in any case', () => {
    expect(launchFrom(['electron', '/project', '/data/A.TIMBANG'], '/x').file).toBe('/data/A.TIMBANG')
  })

  it('takes neither the program itself nor a switch for a workspace', () => {
    expect(launchFrom(['/opt/my.timbang', '--file=x.timbang'], '/x')).toEqual({
      file: null,
      example: false,
      selfTest: false,
    })
  })

  it('knows the two switches', () => {
    expect(launchFrom(['electron', '--example', '--self-test'], '/x')).toEqual({
      file: null,
      example: true,
      selfTest: true,
    })
  })
})

describe('isLaunch', () => {
  it('accepts what another Timbang hands over and nothing of another shape', () => {
    expect(isLaunch(launchFrom(['electron', 'a.timbang'], '/x'))).toBe(true)
    for (const other of [null, undefined, 'a.timbang', {}, { file: 3 }, []]) expect(isLaunch(other)).toBe(false)
  })
})
