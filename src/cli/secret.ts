import { readFileSync } from 'node:fs'
import { AppError } from '#domain/app-error.ts'
import type { Flags } from './command.ts'

/** Asks at the terminal without showing what is typed; null where nobody can be asked. */
export type AskSecret = (question: string) => Promise<string | null>

/**
 * The passphrase of `--passphrase-file`: the first line of that file. It is never an argument: every program of the
 * computer can read those. Null: no file was named.
 */
export function secretOfFile({ 'passphrase-file': path }: Flags): string | null {
  if (typeof path !== 'string') return null
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n[\s\S]*$/, '')
  } catch (error) {
    throw new AppError('E-OPEN-MISSING', { path }, error)
  }
}

const endOfLine = new Set(['\r', '\n', '\u0004'])
const interrupt = '\u0003'
const eraseLetter = new Set(['\u007f', '\b'])

const withLetter = (typed: string, letter: string): string =>
  eraseLetter.has(letter) ? [...typed].slice(0, -1).join('') : typed + letter

/** Reads one line from the terminal letter by letter, so that none of it is shown. */
export function askAtTerminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream): AskSecret {
  return (question) => {
    if (!input.isTTY) return Promise.resolve(null)
    output.write(question)
    input.setRawMode(true)
    input.setEncoding('utf8')
    input.resume()
    return new Promise((resolve) => {
      let typed = ''
      const end = (answer: string | null): void => {
        input.off('data', take)
        input.setRawMode(false)
        input.pause()
        output.write('\n')
        resolve(answer)
      }
      const take = (letters: string): void => {
        for (const letter of letters) {
          if (letter === interrupt || endOfLine.has(letter)) {
            end(letter === interrupt ? null : typed)
            return
          }
          typed = withLetter(typed, letter)
        }
      }
      input.on('data', take)
    })
  }
}
