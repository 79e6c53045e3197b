/** What a PIN is checked against: argon2id over the PIN and a salt of its own, with the work it took. */
export interface PinSecret {
  /** KiB. */
  readonly memory: number
  readonly iterations: number
  readonly lanes: number
  readonly salt: Uint8Array
  readonly hash: Uint8Array
}

export interface PinRecord extends PinSecret {
  /** Wrong tries since the last right one, and when the last of them was. */
  readonly failures: number
  readonly failedAt: string | null
}

export interface WritePins {
  put(userId: string, secret: PinSecret): void
}

export interface PinStore {
  get(userId: string): PinRecord | undefined
  /** Counts at once, before a try is checked, so that two at the same time count twice. In memory where nothing can be written. */
  count(userId: string, failures: number, failedAt: string | null): void
}

/** The slow function over PINs. */
export interface PinHashing {
  make(pin: string): Promise<PinSecret>
  matches(pin: string, secret: PinSecret): Promise<boolean>
  /** Fingerprint of a secret, which may be journalled: it tells one secret from another and nothing of the PIN. */
  mark(secret: PinSecret): string
}
