import { vi } from 'vitest'
import type { Reply } from '#contract/reply.ts'
import type { EngineEvent, ShellApi, TimbangBridge } from '#contract/wire.ts'
import type { AppErrorCode } from '#domain/app-error.ts'

type Answer = (input: unknown) => Reply<unknown>

export const ok = (value: unknown): Reply<unknown> => ({ ok: true, value })
export const refuse = (code: AppErrorCode): Reply<unknown> => ({ ok: false, error: { code, params: {} } })

const period = (id: string, name: string) => ({
  id,
  name,
  kind: 'quarterly',
  year: 2026,
  ordinal: 3,
  startsOn: '2026-07-01',
  endsOn: '2026-09-30',
  stage: 'evaluation',
})

export const openWorkspace = {
  path: '/berkas/dinkes.timbang',
  fileName: 'dinkes.timbang',
  readOnly: false,
  readOnlyBecause: null,
  place: 'local',
  agency: { name: 'Dinas Kesehatan Kabupaten Sagara' },
  units: [],
  periods: [period('p3', 'Triwulan III 2026'), period('p2', 'Triwulan II 2026')],
  employeeCount: 240,
  journalLength: 1,
  savedAt: '2026-11-23T10:42:00',
}

const preferences = {
  language: 'id',
  theme: 'light',
  density: 'normal',
  zoom: 1,
  operatorName: 'Sekretaris',
  autoLockMinutes: 10,
}

/** A page's bridge without an engine behind it: answers by call name, and a hand on its events. */
export function installBridge(answers: Readonly<Record<string, Answer>>) {
  const listeners = new Set<(event: EngineEvent) => void>()
  const calls: { readonly name: string; readonly input: unknown }[] = []
  const usual: Readonly<Record<string, Answer>> = {
    'workspace.status': () => ok(openWorkspace),
    'protection.state': () => ok({ waiting: null, encrypted: false, hasRecoveryKey: false }),
    'users.state': () => ok({ named: false, current: null, users: [] }),
    'preferences.get': () => ok(preferences),
    'preferences.set': () => ok(preferences),
    'history.state': () => ok({ undo: { command: 'a', summary: {} }, redo: null }),
    'history.undo': () => ok({ command: 'a', summary: {} }),
  }
  const shell = {
    setTitle: vi.fn(async () => undefined),
    setTheme: vi.fn(async () => undefined),
    setZoom: vi.fn(async () => undefined),
    setLanguage: vi.fn(async () => undefined),
    launchFile: vi.fn(async () => null),
    launchExample: vi.fn(async () => false),
    saveFileDialog: vi.fn(async () => '/simpan/berkas.xlsx'),
    copyText: vi.fn(async () => undefined),
    readClipboardText: vi.fn(async () => ''),
    pathOfDroppedFile: vi.fn(async (file: unknown) => `/turun/${file instanceof File ? file.name : ''}`),
  } satisfies Partial<ShellApi>
  const bridge: TimbangBridge = {
    call: async (name, input) => {
      calls.push({ name, input })
      return ({ ...usual, ...answers }[name] ?? (() => refuse('E-NOT-HERE')))(input)
    },
    // The tests give exactly the abilities the frame uses.
    shell: shell as unknown as ShellApi,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  Object.defineProperty(window, 'timbang', { value: bridge, configurable: true })
  return {
    calls,
    shell,
    emit: (event: EngineEvent) => {
      for (const listener of listeners) listener(event)
    },
  }
}
