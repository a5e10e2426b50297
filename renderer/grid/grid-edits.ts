import type { CellBlock } from './grid-clipboard.ts'
import type { CellRange, GridBounds } from './grid-selection.ts'
import type { CellEdit, GridColumn } from './grid-types.ts'

/** The rows and columns a gesture is about, all loaded. */
export interface EditTarget<Row> {
  firstRow: number
  rows: readonly Row[]
  columns: readonly GridColumn<Row>[]
  getRowKey: (row: Row) => string
}

export interface EditPlan {
  /** Only edits that change the text, in reading order. */
  edits: CellEdit[]
  /** Editable cells covered, changed or not. */
  cellCount: number
  skippedCount: number
}

export const getStoredText = <Row>(column: GridColumn<Row>, row: Row): string =>
  (column.getEditText ?? column.getText)(row)

/**
 * Writes `getText` into every editable cell of the target; offsets count from the target's first cell, undefined leaves
 * the cell alone.
 */
export function planEdits<Row>(
  { firstRow, rows, columns, getRowKey }: EditTarget<Row>,
  getText: (rowOffset: number, columnOffset: number) => string | undefined,
): EditPlan {
  const plan: EditPlan = { edits: [], cellCount: 0, skippedCount: 0 }
  rows.forEach((row, rowOffset) => {
    columns.forEach((column, columnOffset) => {
      if (!column.isEditable?.(row)) {
        plan.skippedCount += 1
        return
      }
      const text = getText(rowOffset, columnOffset)
      if (text === undefined) return
      plan.cellCount += 1
      if (text === getStoredText(column, row)) return
      plan.edits.push({ rowIndex: firstRow + rowOffset, rowKey: getRowKey(row), columnId: column.id, text })
    })
  })
  return plan
}

export interface PasteArea {
  range: CellRange
  overflowRows: string[][]
  overflowColumnCount: number
}

/**
 * Where a block goes: from the first cell of the selection on. One value fills the selection and one line fills its
 * rows, but a list is never repeated, since that would hand the same numbers out twice.
 */
export function planPasteArea(block: CellBlock, selected: CellRange, bounds: GridBounds): PasteArea {
  const width = Math.max(...block.map((cells) => cells.length))
  const { firstRow, firstColumn } = selected
  const isOneLine = block.length === 1
  const lastRow = isOneLine ? selected.lastRow : Math.min(firstRow + block.length, bounds.rowCount) - 1
  const lastColumn =
    isOneLine && width === 1 ? selected.lastColumn : Math.min(firstColumn + width, bounds.columnCount) - 1
  return {
    range: { firstRow, lastRow, firstColumn, lastColumn },
    overflowRows: isOneLine ? [] : block.slice(lastRow - firstRow + 1).map((cells) => [...cells]),
    overflowColumnCount: Math.max(0, firstColumn + width - bounds.columnCount),
  }
}

/** The pasted text for a cell; undefined beyond the end of a short line, so that nothing is blanked by accident. */
export function getPastedText(block: CellBlock, rowOffset: number, columnOffset: number): string | undefined {
  const cells = block[block.length === 1 ? 0 : rowOffset]
  const isOneValue = block.length === 1 && cells?.length === 1
  return cells?.[isOneValue ? 0 : columnOffset]
}
