const focusable = 'button, input, select, textarea, a[href], summary, [tabindex="0"]'

/** What the Tab key can reach inside, in its order. */
export function focusablesIn(container: HTMLElement): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) =>
      element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }),
  )
}
