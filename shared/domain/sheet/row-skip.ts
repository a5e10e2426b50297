import { addBlockLine, readBlockFacts } from './block-facts.ts'
import { contentTests, sampleCell } from './field-contents.ts'
import type { BlockFacts } from './mapped-row.ts'
import type { RawCellValue, RawRow } from './raw-cell.ts'
import { isFooter, isHeading, isOnlyNumbered, isRemark, listFilled } from './row-kind.ts'
import { readRowFacts } from './sheet-facts.ts'
import type { SheetLayout } from './sheet-layout.ts'

export type RowSkip = 'blank' | 'heading' | 'totals'

export interface RowSieve {
  /** Why a row without a sound key is no data; null when it is. `keys` are its key cells that are filled. */
  findSkip: (row: RawRow, keys: readonly RawCellValue[]) => RowSkip | null
  getFacts: () => BlockFacts
}

/** Lines of more cells are data, whatever words stand in them. */
const widestFactLine = 4

/** Sorts out what is no data row, and takes up the lines that head a block. */
export function createRowSieve(layout: SheetLayout): RowSieve {
  const fieldColumns = layout.columns.filter((column) => column.field !== null)
  let lines = layout.facts
  let facts = readBlockFacts(lines)
  return {
    getFacts: () => facts,
    findSkip: (row, keys) => {
      const filled = listFilled(row.cells)
      if (filled.length === 0) return 'blank'
      if (isHeading(row.cells)) return 'heading'
      const line = filled.length <= widestFactLine ? readRowFacts(row) : []
      if (line.length > 0) {
        lines = addBlockLine(lines, layout.facts, line)
        facts = readBlockFacts(lines)
        return 'heading'
      }
      if (isRemark(filled) && !fitsColumn(row.cells, layout)) return 'totals'
      if (isFooter(keys.length > 0 ? keys : row.cells)) return 'totals'
      const hasField = fieldColumns.some((column) => listFilled([row.cells[column.index] ?? null]).length > 0)
      if (hasField) return null
      return isOnlyNumbered(filled) ? 'blank' : 'totals'
    },
  }
}

/** True when the only filled cell of a row is what its column holds. */
function fitsColumn(cells: readonly RawCellValue[], layout: SheetLayout): boolean {
  const index = cells.findIndex((cell) => listFilled([cell]).length > 0)
  const field = layout.columns.find((column) => column.index === index)?.field
  const sample = sampleCell(cells[index])
  return !!field && !!sample && (contentTests[field]?.(sample.text, sample.type) ?? false)
}
