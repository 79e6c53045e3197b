import type { Environment } from '#application/ports/environment.ts'
import type { EngineHost } from './host.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ids sort by time: nine characters of milliseconds, then eleven of chance (55 bits), in Crockford's base 32. */
export function createEnvironment(host: Pick<EngineHost, 'now' | 'random'>, author: () => string): Environment {
  let last = 0
  let sequence = 0
  return {
    now: () => host.now().toISOString(),
    newId() {
      const time = host.now().getTime()
      sequence = time === last ? sequence + 1 : 0
      last = time
      return encode(time, 9) + encode(sequence, 4) + Array.from({ length: 7 }, () => digit(host.random())).join('')
    },
    author,
  }
}

const digit = (chance: number) => alphabet[Math.floor(chance * 32)] ?? '0'

function encode(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = (alphabet[rest % 32] ?? '0') + text
  return text
}
