import { parseArgs } from 'node:util'
import { errorSentence, type Locale } from '#contract/error-sentences.ts'
import { AppError } from '#domain/app-error.ts'
import type { Engine } from '#engine/compose.ts'
import { type CliCommand, type CommandRun, type EngineCall, type Flags, UsageError } from './command.ts'
import { commands } from './commands.ts'
import { type AskSecret, secretOfFile } from './secret.ts'
import { helpText, sentences } from './sentences.ts'
import { signingIn } from './sign-in.ts'

export interface CommandLineHost {
  readonly engine: (locale: Locale, command: Pick<CliCommand, 'readsEveryPage'>) => Engine
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly language: Locale
  readonly today: () => Date
  /** Asks for a passphrase; null where nobody can be asked. */
  readonly askSecret?: AskSecret
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
  // stats
  data: { type: 'string' },
  formula: { type: 'string' },
  response: { type: 'string' },
  employee: { type: 'string' },
  team: { type: 'string' },
  source: { type: 'string' },
  panelist: { type: 'string' },
  covariates: { type: 'string' },
  columns: { type: 'string' },
  column: { type: 'string' },
  person: { type: 'string' },
  rater: { type: 'string' },
  item: { type: 'string' },
  score: { type: 'string' },
  method: { type: 'string' },
  group: { type: 'string' },
  selected: { type: 'string' },
  total: { type: 'string' },
  stratum: { type: 'string' },
  anchor: { type: 'string' },
  'passphrase-file': { type: 'string' },
  user: { type: 'string' },
  'pin-file': { type: 'string' },
  to: { type: 'string' },
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

    const engine = host.engine(locale, command)
    try {
      const run = {
        call: signingIn(
          unlocking(caller(engine), () => secretFor(values, locale, host)),
          values.user,
          (user) => pinFor(user, values, locale, host),
        ),
        positionals: words,
        flags: values,
        locale,
        today: host.today(),
        complain: host.complain,
        onProgress: everyTenth(engine),
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

/** Short work is done before anybody would read how far it is. */
const worthTelling = 50_000

const everyTenth =
  (engine: Engine): CommandRun['onProgress'] =>
  (listener) => {
    let told = ''
    return engine.subscribe((event) => {
      if (event.type !== 'progress' || event.total < worthTelling) return
      const tenth = `${event.step} ${Math.floor((10 * event.done) / event.total)}`
      if (tenth === told) return
      told = tenth
      listener(event)
    })
  }

function complainOf(error: unknown, locale: Locale, host: CommandLineHost): 1 | 2 {
  if (error instanceof AppError) {
    host.complain(`${error.code}: ${errorSentence(error.code, error.params, locale)}`)
    if (error.code === 'E-AUTH-SIGNIN' || error.code === 'E-BACKUP-SIGNIN') host.complain(sentences[locale].signInHint)
    if (error.code === 'E-OPEN-ENCRYPTED' || error.code === 'E-BACKUP-PLAIN')
      host.complain(sentences[locale].passphraseHint)
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

async function secretFor(flags: Flags, locale: Locale, { askSecret }: CommandLineHost): Promise<string | null> {
  return secretOfFile(flags) ?? (await askSecret?.(sentences[locale].askPassphrase)) ?? null
}

async function pinFor(
  user: string,
  flags: Flags,
  locale: Locale,
  { askSecret }: CommandLineHost,
): Promise<string | null> {
  const ofFile = secretOfFile({ 'passphrase-file': flags['pin-file'] })
  return ofFile ?? (await askSecret?.(sentences[locale].askPin(user))) ?? null
}

/**
 * Every command that opens a file, or restores a copy, does so with an encrypted one, too, when the passphrase comes from
 * a file or the keyboard.
 */
function unlocking(call: EngineCall, secret: () => Promise<string | null>): EngineCall {
  return async (name, input) => {
    try {
      return await call(name, input)
    } catch (error) {
      const asks = name === 'workspace.open' || name === 'backups.restore'
      if (!asks || !(error instanceof AppError) || error.code !== 'E-OPEN-ENCRYPTED') throw error
      const typed = await secret()
      if (typed === null || typed === '') throw error
      if (name === 'backups.restore') return call(name, { ...input, secret: typed })
      await call('protection.unlock', { secret: typed })
      return (await call('workspace.status', {})) as never
    }
  }
}

const caller =
  (engine: Engine): EngineCall =>
  async (name, input) => {
    const reply = await engine.handle('operator', name, input)
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.params)
    return reply.value as never
  }
