import { parseArgs } from 'node:util'
import { errorSentence, type Locale } from '#contract/error-sentences.ts'
import { AppError } from '#domain/app-error.ts'
import type { Engine } from '#engine/compose.ts'
import { type EngineCall, UsageError } from './command.ts'
import { commands } from './commands.ts'
import { helpText, sentences } from './sentences.ts'

export interface CommandLineHost {
  readonly engine: (locale: Locale) => Engine
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly language: Locale
  readonly today: () => Date
}

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  example: { type: 'boolean' },
  seed: { type: 'string' },
  agency: { type: 'string' },
  'dry-run': { type: 'boolean' },
  period: { type: 'string' },
  what: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  'set-aside': { type: 'boolean' },
  anchor: { type: 'string' },
} as const

/** Runs one command. Returns the exit code: 0 done, 1 refused, 2 not understood. */
export async function runCommandLine(argv: readonly string[], host: CommandLineHost): Promise<0 | 1 | 2> {
  let locale = host.language
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    if (values.lang === 'id' || values.lang === 'en') locale = values.lang
    else if (values.lang !== undefined) throw new UsageError(sentences[locale].wrongValue('lang', 'id, en'))
    const [name, ...words] = positionals
    const command = name === undefined ? undefined : commands[name]
    if (values.help || name === undefined) {
      host.print(helpText(commands, locale))
      return values.help ? 0 : 2
    }
    if (!command) throw new UsageError(sentences[locale].unknownCommand(name))
    if (words.length < command.words[0] || words.length > command.words[1])
      throw new UsageError(`timbang ${command.usage}`)

    const engine = host.engine(locale)
    try {
      const run = {
        call: caller(engine),
        positionals: words,
        flags: values,
        locale,
        today: host.today(),
        complain: host.complain,
      }
      const result = await command.run(run)
      host.print(values.json ? JSON.stringify(result.data, null, 2) : result.lines.join('\n'))
      return result.refused ? 1 : 0
    } finally {
      await engine.close()
    }
  } catch (error) {
    return complainOf(error, locale, host)
  }
}

function complainOf(error: unknown, locale: Locale, host: CommandLineHost): 1 | 2 {
  if (error instanceof AppError) {
    host.complain(`${error.code}: ${errorSentence(error.code, error.params, locale)}`)
    return 1
  }
  if (error instanceof UsageError || isParseError(error)) {
    host.complain(`${sentences[locale].usage}: ${error.message}`)
    host.complain(sentences[locale].seeHelp)
    return 2
  }
  throw error
}

const isParseError = (error: unknown): error is Error =>
  error instanceof TypeError && String(Reflect.get(error, 'code')).startsWith('ERR_PARSE_ARGS')

const caller =
  (engine: Engine): EngineCall =>
  async (name, input) => {
    const reply = await engine.handle('operator', name, input)
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.params)
    return reply.value as never
  }
