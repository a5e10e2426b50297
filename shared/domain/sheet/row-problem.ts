import type { CellProblem, CellProblemKind } from './imported-shipment.ts'
import type { ColumnKey, SourceRow } from './mapped-row.ts'
import { formatPlace } from './raw-cell.ts'

/** A problem that shows only when rows are put together. Without a column of the field it stands at the row's start. */
export function makeRowProblem(
  row: SourceRow,
  field: ColumnKey,
  kind: CellProblemKind,
  level: CellProblem['level'],
  value: string | number | null,
): CellProblem {
  const column = row.table.columns.get(field)
  return {
    kind,
    level,
    sheet: row.table.sheetName,
    cell: formatPlace(row.table.isAcross, column?.index ?? 0, row.row),
    value: value === null ? '' : String(value),
    ...(column && { heading: column.heading }),
  }
}
