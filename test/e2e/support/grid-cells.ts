import type { Locator, Page } from 'playwright-core'

/** The cell under the cursor of the grid that has the focus, with what its row shows, by column. */
export interface ActiveCell {
  column: string
  /** `error`, `gap`, `changed` or `proposed`; null where there is nothing to say. */
  state: string | null
  row: Record<string, string>
}

export const getActiveCell = (page: Page): Promise<ActiveCell | null> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    const cell = id ? document.getElementById(id) : null
    const row = cell?.closest('[role=row]')
    if (!cell || !row) return null
    const cells = [...row.querySelectorAll<HTMLElement>('[data-column]')]
    return {
      column: cell.dataset['column']!,
      state: cell.dataset['state'] ?? null,
      row: Object.fromEntries(cells.map((each) => [each.dataset['column']!, each.textContent])),
    }
  })

const problemStates = ['gap', 'error']

export const isOnProblem = (cell: ActiveCell | null): cell is ActiveCell =>
  problemStates.includes(cell?.state ?? '')

/** A cell by row and column. Rows and columns out of sight are not in the page. */
export const getCell = (page: Page, row: number, column: string): Locator =>
  page.locator(`.grid-row[data-row="${row}"] [data-column="${column}"]`)

/** What the column shows, from the first row in the page on. */
export const getColumn = (page: Page, column: string): Promise<string[]> =>
  page.locator(`.grid-row [data-column="${column}"]`).allTextContents()
