import { detectLayout } from '../../../shared/domain/sheet/detect-layout.ts'
import {
  createShipmentGrouper,
  type GroupedShipments,
  type ShipmentGrouper,
} from '../../../shared/domain/sheet/group-shipments.ts'
import type {
  MergedRange,
  RawCell,
  RawCellValue,
  RawRow,
  RawSheetInfo,
} from '../../../shared/domain/sheet/raw-cell.ts'
import { createSheetReader, type ReadTable } from '../../../shared/domain/sheet/sheet-reader.ts'
import {
  emptyMemory,
  type LayoutColumn,
  type RememberedLayout,
  type SheetLayout,
} from '../../../shared/domain/sheet/sheet-layout.ts'

export interface SheetCase {
  info: RawSheetInfo
  rows: RawRow[]
}

export const numberCell = (raw: string, shown?: string): RawCell => ({
  type: 'number',
  raw,
  ...(shown !== undefined && { shown }),
})

export const dateCell = (raw: string, shown: string): RawCell => ({ type: 'date', raw, shown })

/** A sheet from its lines; JavaScript numbers stand for numeric cells. */
export function makeSheet(
  lines: readonly (readonly (RawCellValue | number)[])[],
  about: { name?: string; merges?: MergedRange[] } = {},
): SheetCase {
  const info = {
    name: about.name ?? 'Sheet1',
    isHidden: false,
    merges: about.merges ?? [],
    hiddenRows: [],
    hiddenColumns: [],
  }
  const rows = lines.map((line, at) => ({
    row: at + 1,
    cells: line.map((cell) => (typeof cell === 'number' ? numberCell(String(cell)) : cell)),
  }))
  return { info, rows }
}

export const detect = ({ info, rows }: SheetCase, memory: readonly RememberedLayout[] = []): SheetLayout =>
  detectLayout(info, rows, { ...emptyMemory, own: memory })

export function getColumn(layout: SheetLayout, heading: string): LayoutColumn {
  const column = layout.columns.find((each) => each.heading === heading)
  if (!column) throw new Error(`no column ${heading}`)
  return column
}

/** The fields of the columns in order; a dash where a column has none. */
export const listFields = (layout: SheetLayout): string =>
  layout.columns.map((column) => column.field ?? '-').join(' ')

function readTables(grouper: ShipmentGrouper, sheets: readonly SheetCase[]): ReadTable[] {
  const tables: ReadTable[] = []
  for (const { info, rows } of sheets) {
    const options = { firstIndex: tables.length, memory: emptyMemory, choices: [], grouper, info: null }
    const reader = createSheetReader(options)
    reader.add(rows)
    tables.push(...reader.finish(info))
  }
  return tables
}

/** The tables of one file, as they are understood. */
export const listTables = (...sheets: SheetCase[]): ReadTable[] => readTables(createShipmentGrouper(), sheets)

/** The sheets of one file, read to the end. */
export function readFile(...sheets: SheetCase[]): GroupedShipments {
  const grouper = createShipmentGrouper()
  readTables(grouper, sheets)
  return grouper.finish()
}

export const listProblems = (read: GroupedShipments): string[] =>
  read.problems.map((problem) => `${problem.cell} ${problem.level} ${problem.kind}`)
