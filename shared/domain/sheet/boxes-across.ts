import { contentTests, sampleCell } from './field-contents.ts'
import { getMeaningFields, lookupHeading } from './heading-dictionary.ts'
import { findBoxContentHeading } from './known-table.ts'
import { getCellRaw, isEmptyCell, type RawCellValue, type RawRow } from './raw-cell.ts'
import type { SheetShape } from './sheet-layout.ts'

/** A table on its side: a label at the left of each line, and a box in each column. */
export interface BoxesAcross {
  shape: Extract<SheetShape, 'shipment-export' | 'pack-group' | 'boxes-as-columns'>
  /** 1-based row of the heading over the boxes, or of the first line of the block. */
  headingRow: number
  /** Rows of the sheet from `firstRow` to `lastRow` belong to the block. */
  firstRow: number
  lastRow: number
  /** The block turned on its side: the first line holds the labels, every other a box. */
  labels: RawRow
  boxes: RawRow[]
}

const fewestBoxes = 2
const agreement = 0.8

/**
 * Blocks of a sheet whose boxes stand side by side, known by a line of box IDs behind a label that means them.
 * Seller Central's shipment export is one: its `Box ID` line is the authoritative list, wherever it starts counting.
 */
export function findBoxesAcross(rows: readonly RawRow[]): BoxesAcross[] {
  const heading = findBoxContentHeading(rows.slice(0, 60))
  const blocks: BoxesAcross[] = []
  for (const [at, row] of rows.entries()) {
    const found = findBoxLine(row, heading !== null)
    if (!found || row.row <= (blocks.at(-1)?.lastRow ?? 0)) continue
    const { label, isAssigned } = found
    const shape = !heading ? 'boxes-as-columns' : isAssigned ? 'shipment-export' : 'pack-group'
    const lines = listLines(rows, at, label)
    const columns = listBoxColumns(row, label)
    const after = blocks.at(-1)?.lastRow ?? 0
    const headingRow = (heading ?? findHeadingOver(rows, after, lines[0]!, columns) ?? lines[0]!).row
    blocks.push({
      shape,
      headingRow,
      firstRow: headingRow,
      lastRow: lines.at(-1)!.row,
      labels: turn(lines, label),
      boxes: columns.map((column) => turn(lines, column)),
    })
  }
  return blocks
}

/** A heading over the boxes of a block, where goods stand in rows between it and the block's lines. */
function findHeadingOver(
  rows: readonly RawRow[],
  after: number,
  first: RawRow,
  columns: readonly number[],
): RawRow | undefined {
  return rows.findLast(
    ({ row, cells }) =>
      row > after &&
      row < first.row &&
      cells.filter((cell) => typeof cell === 'string' && lookupHeading(cell) !== null).length >= 2 &&
      columns.every((column) => !isEmptyCell(cells[column])),
  )
}

const isUnassigned = (cell: RawCellValue): boolean => /^to\s*be\s*assigned$/i.test(getCellRaw(cell).trim())

function findBoxLine(row: RawRow, isBoxContent: boolean): { label: number; isAssigned: boolean } | null {
  for (const [label, cell] of row.cells.entries()) {
    if (typeof cell !== 'string' || !meansBoxId(cell)) continue
    const values = row.cells.slice(label + 1).filter((value) => !isEmptyCell(value))
    if (isBoxContent && values.length > 0 && values.every(isUnassigned)) return { label, isAssigned: false }
    const boxes = values.filter((value) => {
      const sample = sampleCell(value)
      return sample !== null && contentTests.boxId!(sample.text, sample.type)
    })
    const fewest = isBoxContent ? 1 : fewestBoxes
    if (boxes.length >= fewest && boxes.length >= values.length * agreement)
      return { label, isAssigned: true }
  }
  return null
}

function meansBoxId(text: string): boolean {
  const meaning = lookupHeading(text)
  return meaning !== null && getMeaningFields(meaning).includes('boxId')
}

/** Lines around the box IDs that have words at the same place, without a gap between them. */
function listLines(rows: readonly RawRow[], at: number, label: number): RawRow[] {
  const isLine = (index: number): boolean => {
    const cell = rows[index]?.cells[label] ?? null
    return typeof cell === 'string' && /\p{L}/u.test(cell)
  }
  const isNext = (one: number, other: number): boolean =>
    rows[one] !== undefined && rows[other] !== undefined && rows[other].row === rows[one].row + 1
  let first = at
  let last = at
  while (isNext(first - 1, first) && isLine(first - 1) && !isFactLine(rows[first - 1]!, label)) first -= 1
  while (isNext(last, last + 1) && isLine(last + 1) && !startsBlock(rows[last + 1]!, label)) last += 1
  return rows.slice(first, last + 1)
}

/** A label with one value beside it speaks of the shipment, not of a row of boxes. */
const isFactLine = (row: RawRow, label: number): boolean =>
  row.cells.slice(label + 1).filter((cell) => !isEmptyCell(cell)).length <= 1

const startsBlock = (row: RawRow, label: number): boolean =>
  meansBoxId(getCellRaw(row.cells[label])) || isShipmentLabel(getCellRaw(row.cells[label]))

const isShipmentLabel = (text: string): boolean => lookupHeading(text)?.field === 'fbaId'

function listBoxColumns(row: RawRow, label: number): number[] {
  return [...row.cells.keys()].filter((column) => column > label && !isEmptyCell(row.cells[column]))
}

/** One column of the lines as a row: its cells stand where the lines' numbers say. */
function turn(lines: readonly RawRow[], column: number): RawRow {
  const cells = Array.from<RawCellValue>({ length: lines.at(-1)!.row }).fill(null)
  for (const line of lines) cells[line.row - 1] = line.cells[column] ?? null
  return { row: column + 1, cells }
}
