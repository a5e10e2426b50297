import { getDatedTarget, readDatedCell } from './dated-cell.ts'
import { extraFields, type ImportField } from './import-field.ts'
import { readIdentifierCell } from './identifier-cell.ts'
import type { CellProblem } from './imported-shipment.ts'
import type { BlockFacts, ShipmentValues } from './mapped-row.ts'
import { getWeightUnit } from './quantity-cell.ts'
import type { SheetFact } from './sheet-layout.ts'
import { readShipmentCell, type ShipmentReading } from './shipment-cell.ts'
import { checkShipmentId } from '../shipment.ts'

/** What a line may say of several shipments at once; the rest needs a shipment ID beside it. */
const sharedFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'fc',
  'mode',
  'carrier',
  'client',
  'isa',
])

const isShared = (fact: SheetFact): boolean => sharedFields.has(fact.field) || extraFields.has(fact.field)

const getRow = (fact: SheetFact): number => Number(/\d+$/.exec(fact.cell)?.[0] ?? 0)

/** What stands above the first shipment ID; beside and below it, lines speak of that shipment. */
function listSharedFacts(sheetFacts: readonly SheetFact[]): SheetFact[] {
  const firstIdRow = Math.min(...sheetFacts.filter((fact) => fact.field === 'fbaId').map(getRow))
  return sheetFacts.filter((fact) => isShared(fact) && getRow(fact) < firstIdRow)
}

/** A line with a shipment ID opens a block of its own; any other replaces what was said before of the same field. */
export function addBlockLine(
  facts: readonly SheetFact[],
  sheetFacts: readonly SheetFact[],
  line: readonly SheetFact[],
): SheetFact[] {
  if (line.some((fact) => fact.field === 'fbaId')) return [...listSharedFacts(sheetFacts), ...line]
  return [...facts.filter((fact) => line.every((each) => each.field !== fact.field)), ...line]
}

export function readBlockFacts(facts: readonly SheetFact[]): BlockFacts {
  const fbaId =
    facts
      .filter((fact) => fact.field === 'fbaId')
      .map(readShipmentId)
      .find((id) => id !== null) ?? null
  const values: ShipmentValues = {}
  const extras: Record<string, string> = {}
  const problems: Omit<CellProblem, 'sheet'>[] = []
  for (const fact of facts) {
    if (fbaId === null && !isShared(fact)) continue
    const reading = readFact(fact, fbaId !== null)
    Object.assign(values, reading.values)
    const isTaken = Object.keys(reading.values).length > 0
    if (reading.isExtra || (extraFields.has(fact.field) && !isTaken)) extras[fact.label] = fact.value
    if (reading.isExtra && reading.issue)
      problems.push({ ...reading.issue, cell: fact.cell, value: fact.value, heading: fact.label })
  }
  return { fbaId, values, extras, problems }
}

function readFact(fact: SheetFact, isOfOneShipment: boolean): ShipmentReading {
  const target = getDatedTarget(fact.field, fact.label)
  if (target !== null && (isOfOneShipment || target !== 'palletCount'))
    return readDatedCell(target, fact.value, false)
  const unit = getWeightUnit(`${fact.label} ${fact.value}`) ?? 'kg'
  return readShipmentCell(fact.field, fact.value, unit)
}

function readShipmentId(fact: SheetFact): string | null {
  const reading = readIdentifierCell(fact.value, 'fbaId')
  const id = reading.ok ? reading.value.value : null
  return id !== null && checkShipmentId(id) === null ? id : null
}
