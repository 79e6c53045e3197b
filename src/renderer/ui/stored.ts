/** Small habits of this laptop (panel widths, hidden columns). Unreadable storage means: no habit. */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(`timbang.${name}`)
  } catch {
    return null
  }
}

export function writeStored(name: string, value: string): void {
  try {
    localStorage.setItem(`timbang.${name}`, value)
  } catch {
    // Only the habit is lost.
  }
}
