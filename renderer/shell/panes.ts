const focusable = ':is(textarea, input, button, select, [tabindex]):not([tabindex="-1"], :disabled)'

/** Moves the focus to the next part of the screen that is marked with `data-pane`: lists, grid, sheet. */
export function focusNextPane(): void {
  const panes = [...document.querySelectorAll('[data-pane]')]
  const current = panes.findIndex((pane) => pane.contains(document.activeElement))
  for (let step = 1; step <= panes.length; step += 1) {
    const target = panes[(current + step) % panes.length]?.querySelector<HTMLElement>(focusable)
    if (!target) continue
    target.focus()
    // A part that is not shown for want of room takes no focus.
    if (document.activeElement === target) return
  }
}
