export function readFuses(executable: Buffer): string
export function writeFuses(executable: Buffer, digits: string): void
