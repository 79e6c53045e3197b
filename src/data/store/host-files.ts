import { descriptorAnswers } from './host-descriptors.ts'
import { createHostLocks } from './host-locks.ts'
import { type HostMemory, hostMemory } from './host-memory.ts'
import { pathAnswers } from './host-paths.ts'
import { createHostRoutes, type HostRoutes } from './host-routes.ts'
import { type Answer, firstDescriptor, type HostState, type Original } from './host-state.ts'
import type { OsLocks } from './os-locks.ts'
import { type SyscallName, syscalls, type WasmBuild } from './syscall-names.ts'

export interface HostFiles {
  readonly routes: HostRoutes
  /** Replaces the file syscalls among the imports of a WebAssembly module. */
  install(imports: WebAssembly.Imports, build: WasmBuild): void
  /** Must follow instantiation: the syscalls read and write the module's memory. */
  attach(memory: WebAssembly.Memory): void
  /** The last Node error SQLite was told of in numbers, once. */
  takeFault(): NodeJS.ErrnoException | undefined
}

const answers: Record<SyscallName, Answer> = { ...pathAnswers, ...descriptorAnswers }

/**
 * Answers SQLite's file syscalls with `node:fs` for the files it was told about, and passes every other path on to
 * Emscripten's memory file system. So SQLite's own rollback journal works on the real file.
 */
export function createHostFiles(osLocks: OsLocks | undefined): HostFiles {
  let memory: HostMemory | undefined
  const host: HostState = {
    routes: createHostRoutes(),
    open: new Map(),
    locks: createHostLocks(osLocks),
    memory() {
      if (memory === undefined) throw new Error('the WebAssembly memory is not attached')
      return memory
    },
    nextDescriptor: firstDescriptor,
    lastTouched: undefined,
    fault: undefined,
  }

  return {
    routes: host.routes,
    install(imports, build) {
      for (const name of syscalls) {
        const { module, name: letter } = build.imports[name]
        const original = imports[module]?.[letter]
        if (typeof original !== 'function') throw new Error(`the SQLite build imports no ${name}`)
        Object.assign(imports[module] ?? {}, { [letter]: answers[name](host, original as Original) })
      }
    },
    attach(wasmMemory) {
      memory = hostMemory(wasmMemory)
    },
    takeFault() {
      const { fault } = host
      host.fault = undefined
      return fault
    },
  }
}
