import type { CellProblem } from './imported-shipment.ts'
import { getKeyIssue, getKeyValue, readKeyCell, type KeyReading } from './key-cell.ts'
import type { MappedRow, ShipmentValues, SkippedRow } from './mapped-row.ts'
import { createMergeFill, isMergedDown, listRowMerges } from './merged-cells.ts'
import { readBoxCount, readWeightKg } from './quantity-cell.ts'
import { readBoxes, readNumberedBoxes } from './row-boxes.ts'
import {
  formatPlace,
  getCellRaw,
  isEmptyCell,
  type RawCellValue,
  type RawRow,
  type RawSheetInfo,
} from './raw-cell.ts'
import { sortColumns, type RowColumns } from './row-columns.ts'
import { listFilled } from './row-kind.ts'
import { createRowSieve } from './row-skip.ts'
import type { SheetLayout } from './sheet-layout.ts'
import { readShownText, type CellIssue } from './shipment-cell.ts'
import { createShipmentReader } from './shipment-columns.ts'

export type RowMapper = (row: RawRow) => MappedRow | SkippedRow

const totalsRow: CellIssue = { kind: 'totals-row', level: 'notice' }
const badNumber: CellIssue = { kind: 'bad-number', level: 'warn' }
const sharedTracking: CellIssue = { kind: 'duplicate-tracking-id', level: 'warn' }
const longestProblemValue = 200

/**
 * Reads the rows of one sheet, in their order, as its layout says: merged cells and the lines that head a block govern
 * the rows below them. Columns still to be confirmed are read like the others.
 */
export function createRowMapper(layout: SheetLayout, info: RawSheetInfo): RowMapper {
  const columns = sortColumns(layout, info)
  const readShipment = createShipmentReader(columns)
  const sieve = createRowSieve(layout)
  const merges = listRowMerges(info)
  const fillMerged = merges.size > 0 ? createMergeFill(layout, merges) : null
  const headings = new Map(layout.columns.map(({ index, heading }) => [index, heading]))
  const isWorkbook = layout.shape === 'tracking-workbook'

  const makeProblem = (row: RawRow, index: number, issue: CellIssue): CellProblem => ({
    ...issue,
    sheet: info.name,
    cell: formatPlace(columns.table.isAcross, index, row.row),
    value: getCellRaw(row.cells[index]).slice(0, longestProblemValue),
    heading: headings.get(index) ?? '',
  })

  /** A cell copied down a merge has no value of its own and is spoken of once, where it stands. */
  const addProblem = (problems: CellProblem[], row: RawRow, index: number, issue: CellIssue | null): void => {
    if (issue && !isEmptyCell(row.cells[index])) problems.push(makeProblem(row, index, issue))
  }

  const skipRow = (row: RawRow, keys: readonly RawCellValue[]): SkippedRow | null => {
    const skipped = sieve.findSkip(row, keys)
    if (skipped !== 'totals') return skipped && { skipped }
    const index = row.cells.indexOf(listFilled(row.cells)[0] ?? null)
    return { skipped, problem: makeProblem(row, index, totalsRow) }
  }

  return (row) => {
    if (!layout.isAcross && row.row <= layout.headingRow) return { skipped: 'heading' }
    const cells = fillMerged ? fillMerged(row) : row.cells
    const shipmentKey = readKeyCell(getCell(cells, columns.fbaId), 'fbaId')
    const named = readBoxes(cells, columns, getKeyValue(shipmentKey) ?? sieve.getFacts().fbaId)
    const { boxKey, run } = named
    const fbaId = getKeyValue(shipmentKey) ?? named.fbaId ?? null
    const boxId = getKeyValue(boxKey)
    if (fbaId === null && boxId === null && run === null) {
      const skipped = skipRow(row, listFilled([getCell(cells, columns.fbaId), getCell(cells, columns.boxId)]))
      if (skipped) return skipped
    }
    if (fillMerged && listFilled(row.cells).length === 0) return { skipped: 'blank' }

    const problems: CellProblem[] = []
    addProblem(problems, row, columns.fbaId, getKeyIssue(shipmentKey))
    const boxColumn = isEmptyCell(row.cells[columns.boxId]) ? columns.boxSequence : columns.boxId
    addProblem(problems, row, boxColumn, getKeyIssue(boxKey))
    const tracking = readKeyCell(getCell(cells, columns.trackingId), 'trackingId')
    addProblem(problems, row, columns.trackingId, getKeyIssue(tracking))
    const weight = readWeightKg(getCell(cells, columns.boxWeight), columns.boxWeightUnit)
    const boxWeightKg = weight === 'bad' ? null : weight
    if (weight === 'bad') addProblem(problems, row, columns.boxWeight, badNumber)
    const part = readShipment(cells)
    for (const { index, issue } of part.issues) addProblem(problems, row, index, issue)

    const numbered = columns.numbered.length > 0 ? readNumberedBoxes(cells, columns.numbered) : null
    for (const { index, issue } of numbered?.issues ?? []) addProblem(problems, row, index, issue)

    const extras = readExtras(columns.extras, cells, part.extras)
    const boxes =
      numbered?.boxes ??
      run?.map((id) => ({ boxId: id, trackingId: getOnly(run, tracking), weightKg: boxWeightKg }))
    const isBox = boxes
      ? boxes.length > 0
      : named.fbaId === undefined && isBoxRow(columns, boxId, tracking, getCell(cells, columns.boxCount))
    const isMaster = isBox && merges.size > 0 && isMergedDown(merges, row.row, columns.trackingId)
    const trackingId = getKeyValue(tracking)
    if (isMaster && trackingId !== null) {
      addProblem(problems, row, columns.trackingId, sharedTracking)
      extras[columns.names.get(columns.trackingId)!] = trackingId
    }
    const facts = sieve.getFacts()
    return {
      row: row.row,
      table: columns.table,
      facts,
      fbaId: isWorkbook ? facts.fbaId : fbaId,
      isBox,
      boxId,
      run: boxes ?? null,
      trackingId: isMaster ? null : trackingId,
      boxWeightKg,
      shipment: columns.isPerBox ? part.values : addTotalWeight(part.values, boxWeightKg),
      extras,
      problems,
      isHeld: isBlocked(shipmentKey) || isBlocked(boxKey),
    }
  }
}

const getCell = (cells: readonly RawCellValue[], index: number): RawCellValue =>
  index < 0 ? null : (cells[index] ?? null)

/** A number beside several boxes is a master of theirs, and stands on none. */
const getOnly = (run: readonly unknown[], tracking: KeyReading): string | null =>
  run.length === 1 ? getKeyValue(tracking) : null

const isBlocked = (reading: KeyReading): boolean => getKeyIssue(reading)?.level === 'block'

/** In a table of box IDs a row without one is a box only if it has a tracking ID and does not count several boxes. */
function isBoxRow(
  columns: RowColumns,
  boxId: string | null,
  tracking: KeyReading,
  count: RawCellValue,
): boolean {
  if (!columns.isPerBox || boxId !== null) return columns.isPerBox
  if (columns.boxId < 0) return true
  if (tracking === null) return false
  const boxes = readBoxCount(count)
  return boxes === null || boxes === 'bad' || boxes <= 1
}

function readExtras(
  columns: RowColumns['extras'],
  cells: readonly RawCellValue[],
  unread: Readonly<Record<string, string>>,
): Record<string, string> {
  const extras: Record<string, string> = { ...unread }
  for (const { index, name } of columns) {
    const cell = cells[index]
    if (cell == null || cell === '') continue
    const text = typeof cell === 'string' ? cell : readShownText(cell)
    if (text.trim() !== '') extras[name] = text
  }
  return extras
}

/** A weight per box and a box count give the shipment's weight where the sheet has no column for it. */
function addTotalWeight(
  values: Readonly<ShipmentValues>,
  boxWeightKg: number | null,
): Readonly<ShipmentValues> {
  if (boxWeightKg === null || values.declaredBoxCount === undefined || values.grossWeightKg !== undefined)
    return values
  return { ...values, grossWeightKg: Math.round(boxWeightKg * values.declaredBoxCount * 1000) / 1000 }
}
