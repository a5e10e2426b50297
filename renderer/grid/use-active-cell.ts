import { headingRow, type CellPoint } from './grid-selection.ts'
import type { GridColumn, GridProps } from './grid-types.ts'
import type { EditSession } from './use-cell-editor.ts'
import type { SelectionControl } from './use-grid-selection.ts'

export interface ActiveCell<Row> {
  point: CellPoint
  column: GridColumn<Row>
  row: Row
}

export interface ActiveCellControl<Row> {
  /** Undefined in the heading row and while the row is not loaded. */
  get: () => ActiveCell<Row> | undefined
  /** Where typing would go; undefined if the active cell cannot be edited. */
  getEntry: () => EditSession | undefined
}

export function useActiveCell<Row>(
  { source, getRowKey, onEdit }: GridProps<Row>,
  columns: readonly GridColumn<Row>[],
  selection: SelectionControl,
): ActiveCellControl<Row> {
  const get = () => {
    const point = selection.get().anchor
    const column = columns[point.column]
    const row = point.row === headingRow ? undefined : source.getRow(point.row)
    return column && row !== undefined ? { point, column, row } : undefined
  }
  const getEntry = (): EditSession | undefined => {
    const active = get()
    if (!onEdit || !active?.column.isEditable?.(active.row)) return undefined
    return { cell: active.point, rowKey: getRowKey(active.row), mode: 'entry' }
  }
  return { get, getEntry }
}
