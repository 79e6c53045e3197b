/** Text that stood half typed in a field when the window was locked. It lives in memory only. */
export interface KeptText {
  readonly id: number
  /** The workspace it was typed in. */
  readonly path: string
  /** The field's name as a screen reader says it; empty: it has none. */
  readonly label: string
  /** Title of the dialog the field stands in; empty: none. */
  readonly dialog: string
  /** Where in the window, as in the address. */
  readonly place: string
  readonly text: string
  /** False for a cell of a grid: the same field serves every cell. */
  readonly isField: boolean
}

type TextField = HTMLInputElement | HTMLTextAreaElement

const typedFields = new Set<TextField>()
const listeners = new Set<() => void>()
/** Taken from a window that is locked: nothing of it is given back, or shown, before the next one stands. */
let taken: readonly KeptText[] = []
let kept: readonly KeptText[] = []
let nextId = 1

function set(next: readonly KeptText[]): void {
  kept = next
  for (const listener of listeners) listener()
}

/** Secrets are never kept, and a list to choose from chooses anew. */
function asTextField(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLTextAreaElement) return target
  if (!(target instanceof HTMLInputElement)) return null
  const isText = ['text', 'search', 'number', 'email', 'tel', 'url'].includes(target.type)
  const isOther = target.getAttribute('role') === 'combobox' || target.dataset.secret !== undefined
  return isText && !isOther && target.closest('[data-secret]') === null ? target : null
}

const wordsOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? ''

export function labelOf(field: TextField): string {
  const own = field.getAttribute('aria-label')
  if (own !== null) return own.trim()
  const named = field.getAttribute('aria-labelledby')
  if (named !== null) return wordsOf(document.getElementById(named.split(/\s+/)[0] ?? ''))
  return wordsOf(field.labels?.[0]) || field.placeholder
}

function dialogOf(field: TextField): string {
  const dialog = field.closest('[role="dialog"]')
  if (dialog === null) return ''
  return (
    dialog.getAttribute('aria-label') ?? wordsOf(document.getElementById(dialog.getAttribute('aria-labelledby') ?? ''))
  )
}

/** The place alone: what is open in it may be chosen in between. */
const placeNow = (): string => window.location.hash.replace(/\?.*$/, '')

function note(event: Event): void {
  const field = asTextField(event.target)
  if (field !== null) typedFields.add(field)
}

/** Notices from now on which fields somebody types into. Returns what ends it. */
export function watchTyping(): () => void {
  document.addEventListener('input', note, true)
  return () => document.removeEventListener('input', note, true)
}

/** Takes what stands in the fields of this workspace now, before they leave the page. What is kept already stays. */
export function keepTyped(path: string): void {
  const fields = [...typedFields]
    .filter((field) => field.isConnected && field.value !== '')
    .map((field) => ({
      id: nextId++,
      path,
      label: labelOf(field),
      dialog: dialogOf(field),
      place: placeNow(),
      text: field.value,
      isField: field.closest('.ag-root-wrapper') === null,
    }))
  typedFields.clear()
  taken = [...taken, ...fields]
}

/** Gives the text back to a field that is there again. React hears of it as of typing. */
function fill(field: TextField, text: string): void {
  if (field.value === text) return
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function fieldFor({ label, dialog, place }: KeptText): TextField | undefined {
  if (label === '' || place !== placeNow()) return undefined
  const fields = [...document.querySelectorAll<TextField>('input, textarea')]
  return fields.find(
    (field) =>
      asTextField(field) !== null &&
      !field.readOnly &&
      !field.disabled &&
      labelOf(field) === label &&
      dialogOf(field) === dialog,
  )
}

function giveBack(path: string): void {
  const left = kept.filter((text) => {
    const field = text.isField && text.path === path ? fieldFor(text) : undefined
    if (field !== undefined) fill(field, text.text)
    return field === undefined
  })
  if (left.length < kept.length) set(left)
}

/** Gives texts back as soon as their fields are there: now, or when a dialog is opened again. Returns what ends it. */
export function returnTexts(path: string): () => void {
  if (taken.length > 0) set([...kept, ...taken])
  taken = []
  giveBack(path)
  const observer = new MutationObserver(() => {
    if (kept.length > 0) giveBack(path)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  return () => observer.disconnect()
}

/** What has not found its field again. */
export const keptTexts = {
  read: (): readonly KeptText[] => kept,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  dropAll: (path: string): void => set(kept.filter((text) => text.path !== path)),
}
