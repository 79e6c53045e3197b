import type { WrappedKey } from './key-wrap.ts'

/** An unlocked workspace's key. Its bytes are no property of it, so that no log, message or dump of it shows them. */
export interface WorkspaceKey {
  /** The data key, sealed once for each secret: what the header of a copy gets. */
  readonly keys: readonly WrappedKey[]
  /** Overwrites the key. What is open goes on until it is closed; nothing more can be opened. */
  forget(): void
}

const secrets = new WeakMap<WorkspaceKey, Buffer>()

/** Takes the bytes over: `forget` overwrites them. */
export function workspaceKey(dataKey: Buffer, keys: readonly WrappedKey[]): WorkspaceKey {
  const key: WorkspaceKey = {
    keys,
    forget() {
      dataKey.fill(0)
      secrets.delete(key)
    },
  }
  secrets.set(key, dataKey)
  return key
}

/** The same key once more, to be forgotten by itself. */
export const copyOfKey = (key: WorkspaceKey): WorkspaceKey => workspaceKey(Buffer.from(dataKeyOf(key)), key.keys)

export function dataKeyOf(key: WorkspaceKey): Buffer {
  const dataKey = secrets.get(key)
  if (dataKey === undefined) throw new Error('the key was forgotten')
  return dataKey
}
