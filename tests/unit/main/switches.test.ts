import { describe, expect, it } from 'vitest'
import { refusedSwitch } from '#main/switches.ts'

const none = () => false

describe('refusedSwitch', () => {
  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=127.0.0.1:9229',
    '--INSPECT=0',
    '--js-flags=--expose-gc',
    '--load-extension=/x',
    '--user-data-dir=/x',
  ])('refuses %s', (given) => {
    expect(refusedSwitch([given], none)).not.toBeNull()
  })

  it('refuses what only Chromium saw', () => {
    expect(refusedSwitch([], (name) => name === 'remote-debugging-port')).toBe('remote-debugging-port')
  })

  it('lets ordinary starts through', () => {
    expect(
      refusedSwitch(['dinas.timbang', '--example', '--log-level=3', '--force-device-scale-factor=1'], none),
    ).toBeNull()
  })
})
