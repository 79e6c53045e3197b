import type { AppErrorCode, AppErrorParams } from '#domain/app-error.ts'

/** A refusal as it crosses the wire: its code and the values its sentence names. */
export interface Refusal {
  readonly code: AppErrorCode
  readonly params: AppErrorParams
}

/** What every call answers. An exception never crosses the wire: only its code and the values its sentence names. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal }
