/**
 * Turns something that hangs on the active cell to the other side where it would be cut off by the edge of the grid:
 * sets `data-flip-x` and `data-flip-y`.
 */
export function keepInView(element: HTMLElement | null): void {
  const view = element?.closest('.grid-scroller')?.getBoundingClientRect()
  if (!element || !view) return
  element.toggleAttribute('data-flip-x', false)
  element.toggleAttribute('data-flip-y', false)
  const { right, bottom } = element.getBoundingClientRect()
  element.toggleAttribute('data-flip-x', right > view.right)
  element.toggleAttribute('data-flip-y', bottom > view.bottom)
}
