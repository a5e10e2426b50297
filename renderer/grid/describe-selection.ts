import { getRange, type GridBounds, headingRow, type SelectionState } from './grid-selection.ts'
import type { GridColumn, GridSelection } from './grid-types.ts'

/** A selection the way the app hears of it: with column ids, which outlive a change of columns. */
export function describeSelection<Row>(
  state: SelectionState,
  columns: readonly GridColumn<Row>[],
  { rowCount }: GridBounds,
): GridSelection {
  const { row, column } = state.anchor
  const columnId = columns[column]?.id ?? ''
  const active = { rowIndex: row, columnId }
  const range = getRange(state)
  if (!range) {
    return { active, firstRow: headingRow, lastRow: headingRow, columnIds: [columnId], isAll: false }
  }
  const { firstRow, lastRow, firstColumn, lastColumn } = range
  const columnIds = columns.slice(firstColumn, lastColumn + 1).map(({ id }) => id)
  const isAll = firstRow === 0 && lastRow === rowCount - 1 && columnIds.length === columns.length
  return { active, firstRow, lastRow, columnIds, isAll }
}
