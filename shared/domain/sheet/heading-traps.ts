import type { ColumnEvidence } from './column-evidence.ts'
import { contentTests, countFitting, hasCertainCourierShape, tellingFields } from './field-contents.ts'
import { getMeaningFields } from './heading-dictionary.ts'
import type { ImportField } from './import-field.ts'

/** At least this share of the filled cells must pass before contents speak for a field … */
export const agreement = 0.8
/** … and at most this share before they speak against it. */
export const disagreement = 0.2

export interface TrapVerdict {
  /** Meanings the column may still have, most usual first; empty when its contents refute them all. */
  fields: ImportField[]
  isDecided: boolean
}

export function getShare(column: ColumnEvidence, field: ImportField): number {
  const share = countFitting(column.cells, field)
  return share && share.of > 0 ? share.passed / share.of : 0
}

/** Decides a heading of several meanings by the column's own cells. */
export function decideByContents(column: ColumnEvidence, fields: readonly ImportField[]): TrapVerdict {
  if (column.filled === 0) return { fields: fields.length > 1 ? [...fields] : [], isDecided: false }
  const telling = fields.find((field) => isTelling(column, field))
  if (telling) return { fields: [telling], isDecided: true }
  const left = fields.filter((field) => !contentTests[field] || getShare(column, field) > disagreement)
  const isAgreed = left.length === 1 && (!contentTests[left[0]!] || getShare(column, left[0]!) >= agreement)
  return { fields: left, isDecided: isAgreed }
}

/** Contents that only this field can have, whatever the heading says. */
export function isTelling(column: ColumnEvidence, field: ImportField): boolean {
  if (field === 'trackingId') {
    const certain = column.cells.filter((cell) => cell && hasCertainCourierShape(cell.text)).length
    return certain >= column.filled * agreement
  }
  if (!tellingFields.has(field) || getShare(column, field) < agreement) return false
  return field !== 'referenceId' || column.cells.some((cell) => cell && /[A-Z]/.test(cell.text))
}

/** What the other columns say of the words 时间 (an appointment beside a trip) and 供应商 (a carrier beside a trip). */
export function decideByNeighbours(
  column: ColumnEvidence,
  verdict: TrapVerdict,
  all: readonly ColumnEvidence[],
): TrapVerdict {
  const isTrip = all.some(
    (each) => each !== column && each.meaning && ['isa', 'trip', 'container'].includes(each.meaning.field),
  )
  const fields = column.meaning ? getMeaningFields(column.meaning) : []
  if (fields.includes('appointmentTime') && fields.includes('date')) {
    return { fields: [isTrip ? 'appointmentTime' : 'date'], isDecided: true }
  }
  if (fields.length === 1 && fields[0] === 'carrier' && !isTrip) return { fields: [], isDecided: false }
  return verdict
}

/** The numbers of a table that tell the meanings of its quantity columns apart. */
export interface TableNumbers {
  isPerBox: boolean
  /** Boxes of all rows together, as a line above the table states them. */
  declaredCount: number | null
  /** Shipment of each sampled row; null where none stands in it. */
  shipments: readonly (string | null)[]
  boxCounts: ColumnEvidence | null
  totalWeights: ColumnEvidence | null
  boxWeights: ColumnEvidence | null
}

const readNumbers = (column: ColumnEvidence | null): (number | null)[] =>
  column?.cells.map((cell) => {
    const value = cell ? Number.parseFloat(cell.text.replaceAll(',', '')) : Number.NaN
    return Number.isFinite(value) ? value : null
  }) ?? []

/** True when each count is 1, or the number of rows its shipment has: the rows are the boxes that are counted. */
export function isCountOfRows(column: ColumnEvidence, shipments: readonly (string | null)[]): boolean {
  const rowsOf = new Map<string | null, number>()
  const counts = readNumbers(column)
  const shipmentAt = (row: number): string | null => shipments[row] ?? null
  for (const row of counts.keys()) rowsOf.set(shipmentAt(row), (rowsOf.get(shipmentAt(row)) ?? 0) + 1)
  return (
    counts.every((count) => count === null || count === 1) ||
    counts.every((count, row) => count === null || count === rowsOf.get(shipmentAt(row)))
  )
}

/** 件数, pcs: cartons when they agree with the rows that are boxes or with the stated sum; open without either. */
export function decideCount(column: ColumnEvidence, table: TableNumbers): TrapVerdict {
  if (!table.isPerBox) {
    const sum = readNumbers(column).reduce<number>((total, count) => total + (count ?? 0), 0)
    return sum === table.declaredCount
      ? { fields: ['boxCount'], isDecided: true }
      : { fields: ['boxCount', 'units'], isDecided: false }
  }
  return { fields: [isCountOfRows(column, table.shipments) ? 'boxCount' : 'units'], isDecided: true }
}

const lightestBox = 0.5
const heaviestBox = 50

/** 重量, 毛重, GW: of one box or of the row's boxes together, by what the value makes with the box count. */
export function decideWeight(column: ColumnEvidence, table: TableNumbers): TrapVerdict {
  const asTotal: TrapVerdict = { fields: ['weight'], isDecided: true }
  const asBox: TrapVerdict = { fields: ['boxWeight'], isDecided: true }
  if (table.isPerBox || !table.boxCounts || (table.boxWeights && table.boxWeights !== column)) return asTotal
  const counts = readNumbers(table.boxCounts)
  const totalWeights = table.totalWeights === column ? null : table.totalWeights
  const totals = readNumbers(totalWeights)
  const rows = readNumbers(column)
    .map((weight, row) => ({ weight, count: counts[row] ?? null, total: totals[row] ?? null }))
    .filter(
      (row): row is { weight: number; count: number; total: number | null } => !!row.weight && !!row.count,
    )
    .filter((row) => row.count > 1)
  const isMost = (test: (row: (typeof rows)[number]) => boolean): boolean =>
    rows.length > 0 && rows.filter(test).length >= rows.length * agreement
  if (totalWeights) {
    const isPartOfTotal = isMost(
      ({ weight, count, total }) => total !== null && Math.abs(weight * count - total) <= total * 0.05,
    )
    return isPartOfTotal ? asBox : { fields: [], isDecided: false }
  }
  const tooHeavy = rows.filter(({ weight }) => weight > heaviestBox).length
  if (tooHeavy > rows.length * disagreement) return asTotal
  if (isMost(({ weight, count }) => weight <= heaviestBox && weight / count < lightestBox)) return asBox
  return { fields: ['weight', 'boxWeight'], isDecided: false }
}
