import {
  isEmptyCell,
  type MergedRange,
  type RawCellValue,
  type RawRow,
} from '../../shared/domain/sheet/raw-cell.ts'
import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'

/** The limits of a sheet, kept while its rows are put together cell by cell. */
export interface RowBuilder {
  /** `row` is 1-based, `column` 0-based; within a row columns only rise. */
  place: (row: number, column: number, cell: RawCellValue) => void
  /** The row as it stands; null without a value. */
  take: (row: number) => RawRow | null
  addMerge: (range: MergedRange) => void
  merges: MergedRange[]
}

export function createRowBuilder(limits: FileLimits, allocated: { cells: number }): RowBuilder {
  const merges: MergedRange[] = []
  let cells: RawCellValue[] = []
  return {
    merges,
    place(row, column, cell) {
      if (column >= limits.columns)
        throw new FileRefusal({ kind: 'too-many-columns', row, limit: limits.columns })
      const length = cell === null ? 0 : typeof cell === 'string' ? cell.length : cell.raw.length
      if (length > limits.cellChars)
        throw new FileRefusal({ kind: 'cell-too-long', row, limit: limits.cellChars })
      if (isEmptyCell(cell)) return
      while (cells.length < column) cells.push(null)
      cells[column] = cell
    },
    take(row) {
      if (row > limits.rows) throw new FileRefusal({ kind: 'too-many-rows', limit: limits.rows })
      if (cells.length === 0) return null
      allocated.cells += cells.length
      if (allocated.cells > limits.cells)
        throw new FileRefusal({ kind: 'too-many-cells', limit: limits.cells })
      const taken = { row, cells }
      cells = []
      return taken
    },
    addMerge(range) {
      if (merges.length >= limits.merges)
        throw new FileRefusal({ kind: 'too-many-merges', limit: limits.merges })
      merges.push(range)
    },
  }
}
