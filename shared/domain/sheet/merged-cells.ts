import type { ImportField } from './import-field.ts'
import { isEmptyCell, type RawCellValue, type RawRow, type RawSheetInfo } from './raw-cell.ts'
import type { SheetLayout } from './sheet-layout.ts'

/** Columns that name a group of rows. Quantities hold the group's total once, box and tracking IDs are never spread. */
const copiedDown: ReadonlySet<ImportField> = new Set<ImportField>([
  'fbaId',
  'referenceId',
  'fc',
  'mode',
  'carrier',
  'client',
  'clientReference',
  'pro',
  'bol',
  'isa',
  'status',
  'container',
])

const mergeKey = (row: number, column: number): number => row * 16_384 + column

/** Last row of each merge over several rows, by its upper left cell. */
export type RowMerges = ReadonlyMap<number, number>

export function listRowMerges(info: RawSheetInfo): RowMerges {
  const merges = info.merges.filter((merge) => merge.bottom > merge.top)
  return new Map(merges.map((merge) => [mergeKey(merge.top, merge.left), merge.bottom]))
}

export const isMergedDown = (merges: RowMerges, row: number, column: number): boolean =>
  merges.has(mergeKey(row, column))

/** The row's cells with the names of its group copied down merged cells. Rows must come in the order of the sheet. */
export function createMergeFill(
  layout: SheetLayout,
  merges: RowMerges,
): (row: RawRow) => readonly RawCellValue[] {
  const columns = layout.columns.filter((column) => column.field !== null && copiedDown.has(column.field))
  const open = columns.map((column) => ({ index: column.index, value: null as RawCellValue, bottom: 0 }))
  return (row) => {
    let filled: RawCellValue[] | null = null
    for (const merge of open) {
      const bottom = merges.get(mergeKey(row.row, merge.index))
      if (bottom !== undefined) {
        merge.value = row.cells[merge.index] ?? null
        merge.bottom = bottom
      } else if (row.row <= merge.bottom && merge.value !== null && isEmptyCell(row.cells[merge.index])) {
        filled ??= row.cells.slice()
        while (filled.length < merge.index) filled.push(null)
        filled[merge.index] = merge.value
      }
    }
    return filled ?? row.cells
  }
}
