import type { Locator, Page } from 'playwright-core'
import { waitUntil } from './wait-until.ts'

/** The cell under the cursor of the grid that has the focus, with what its row shows, by column. */
export interface ActiveCell {
  column: string
  /** -1 is the heading row. */
  rowIndex: number
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
      rowIndex: Number(row.getAttribute('aria-rowindex')) - 2,
      state: cell.dataset['state'] ?? null,
      row: Object.fromEntries(cells.map((each) => [each.dataset['column']!, each.textContent])),
    }
  })

const problemStates = ['gap', 'error']

export const isOnProblem = (cell: ActiveCell | null): cell is ActiveCell =>
  problemStates.includes(cell?.state ?? '')

const mostColumns = 40

/** The cursor to the first row of the column, by keys. */
export async function goToColumn(page: Page, column: string): Promise<void> {
  await page.keyboard.press('Control+Home')
  await waitUntil(async () => (await getActiveCell(page))?.rowIndex === 0, 'the cursor is in the first row')
  for (let steps = 0; steps < mostColumns; steps += 1) {
    let cell: ActiveCell | null = null
    await waitUntil(async () => (cell = await getActiveCell(page)) !== null, 'the cell is drawn')
    if (cell!.column === column) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`There is no column ${column}.`)
}

/** A cell by row and column. Rows and columns out of sight are not in the page. */
export const getCell = (page: Page, row: number, column: string): Locator =>
  page.locator(`.grid-row[data-row="${row}"] [data-column="${column}"]`)

/** What the column shows, row by row, as far as the rows are in the page. */
export const getColumn = (page: Page, column: string): Promise<string[]> =>
  page.evaluate(
    (id) =>
      [...document.querySelectorAll<HTMLElement>('.grid-row')]
        .toSorted((a, b) => Number(a.dataset['row']) - Number(b.dataset['row']))
        .map((row) => row.querySelector(`[data-column="${id}"]`)?.textContent ?? ''),
    column,
  )
