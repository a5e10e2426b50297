import { readDatedCell } from './dated-cell.ts'
import type { ShipmentValues } from './mapped-row.ts'
import type { RawCellValue } from './raw-cell.ts'
import type { RowColumns, ShipmentColumn } from './row-columns.ts'
import { readShipmentCell, readShownText, type CellIssue, type ShipmentReading } from './shipment-cell.ts'

export interface ShipmentPart {
  values: Readonly<ShipmentValues>
  issues: readonly { index: number; issue: CellIssue }[]
  extras: Readonly<Record<string, string>>
}

/** Reads what a row says of its shipment. The boxes of a shipment repeat it, so equal cells give the same part again. */
export function createShipmentReader(columns: RowColumns): (cells: readonly RawCellValue[]) => ShipmentPart {
  const { shipment } = columns
  const lastCells: RawCellValue[] = shipment.map(() => null)
  const readings = shipment.map((column) => readColumn(null, column, columns.isPerBox))
  let part = joinReadings(columns, readings, lastCells)
  return (cells) => {
    let isChanged = false
    for (let place = 0; place < shipment.length; place += 1) {
      const column = shipment[place]!
      const cell = cells[column.index] ?? null
      if (cell === lastCells[place]) continue
      isChanged = true
      lastCells[place] = cell
      readings[place] = readColumn(cell, column, columns.isPerBox)
    }
    if (isChanged) part = joinReadings(columns, readings, lastCells)
    return part
  }
}

function readColumn(cell: RawCellValue, column: ShipmentColumn, isPerBox: boolean): ShipmentReading {
  const reading = column.dated
    ? readDatedCell(column.dated.target, cell, column.dated.isDate1904)
    : readShipmentCell(column.field, cell, column.unit)
  const countsOnlyItself = isPerBox && reading.values.declaredBoxCount === 1
  return countsOnlyItself ? { values: {}, issue: reading.issue } : reading
}

function joinReadings(
  columns: RowColumns,
  readings: readonly ShipmentReading[],
  cells: readonly RawCellValue[],
): ShipmentPart {
  const values: ShipmentValues = {}
  const issues: { index: number; issue: CellIssue }[] = []
  const extras: Record<string, string> = {}
  for (const [place, { index }] of columns.shipment.entries()) {
    const reading = readings[place]!
    const { note, ...others } = reading.values
    Object.assign(values, others)
    if (note !== undefined) values.note = values.note === undefined ? note : `${values.note}\n${note}`
    if (reading.issue) issues.push({ index, issue: reading.issue })
    if (reading.isExtra) extras[columns.names.get(index)!] = readShownText(cells[place] ?? null)
  }
  return { values, issues, extras }
}
