import type { AppErrorCode, AppErrorParams } from '#domain/app-error.ts'

/** What every call answers. An exception never crosses the wire: only its code and the values its sentence names. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: AppErrorCode; readonly params: AppErrorParams } }
