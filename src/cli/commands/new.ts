import { resolve } from 'node:path'
import { type CliCommand, type CommandRun, UsageError } from '../command.ts'
import { secretOfFile } from '../secret.ts'
import { sentences } from '../sentences.ts'

const jobId = 'cli'
const standardSeed = 2026

/** An empty workspace for the current quarter, or the example agency. */
export const newCommand: CliCommand = {
  usage: 'new FILE [--example] [--seed N] [--agency NAME] [--passphrase-file FILE]',
  about: {
    id: 'Membuat ruang kerja baru; --example mengisinya dengan dinas contoh, --passphrase-file menyandikannya.',
    en: 'Creates a new workspace; --example fills it with the example agency, --passphrase-file encrypts it.',
  },
  words: [1, 1],
  async run({ call, positionals, flags, locale, today }) {
    const path = resolve(positionals[0] ?? '')
    const passphrase = secretOfFile(flags)
    const protection = passphrase === null ? null : { passphrase, recoveryKey: null }
    const status = flags.example
      ? await call('workspace.createExample', { path, seed: seedOf(flags.seed), jobId, protection })
      : await call('workspace.create', {
          ...emptyWorkspace(path, String(flags.agency ?? sentences[locale].unnamedAgency), today),
          protection,
        })
    const people = status?.employeeCount ?? 0
    return {
      lines: [sentences[locale].made(path, people)],
      data: { path, employees: people, periods: status?.periods ?? [] },
    }
  },
}

function seedOf(flag: CommandRun['flags'][string]): number {
  if (flag === undefined) return standardSeed
  const seed = Number(flag)
  if (flag === '' || !Number.isInteger(seed)) throw new UsageError('--seed N')
  return seed
}

function emptyWorkspace(path: string, name: string, today: Date) {
  return {
    path,
    agency: {
      name,
      government: '',
      address: '',
      contact: '',
      place: '',
      zone: 'WIB' as const,
      workingWeek: 'monday-friday' as const,
      cycle: 'quarterly' as const,
      paper: 'A4' as const,
    },
    units: [],
    period: {
      kind: 'quarterly' as const,
      year: today.getFullYear(),
      ordinal: Math.floor(today.getMonth() / 3) + 1,
      rulePacks: ['permenpanrb-6-2022', 'se-menpanrb-3-2023'],
      windowStartsOn: null,
      windowEndsOn: null,
    },
  }
}
