import { cleanText, isErrorText, isPlaceholder } from './cell-text.ts'
import { parseDeliveryMode, parseProgramme } from './delivery-mode.ts'
import { readIdentifierCell, type IdentifierField } from './identifier-cell.ts'
import type { ImportField } from './import-field.ts'
import type { CellProblem, CellProblemKind } from './imported-shipment.ts'
import type { ShipmentValues } from './mapped-row.ts'
import { readBoxCount, readWeightKg, type WeightUnit } from './quantity-cell.ts'
import type { RawCellValue } from './raw-cell.ts'
import { checkShipmentId } from '../shipment.ts'
import { parseAmazonStatus } from '../amazon-status.ts'

export interface CellIssue {
  kind: CellProblemKind
  level: CellProblem['level']
}

/** What one cell says of a shipment, and what is to be said of the cell. */
export interface ShipmentReading {
  values: Readonly<ShipmentValues>
  issue: CellIssue | null
  /** The cell has a value that the field cannot hold: it belongs among the extras. */
  isExtra?: true
}

const nothing: ShipmentReading = { values: {}, issue: null }
const refused = (kind: CellProblemKind, level: CellProblem['level']): ShipmentReading => ({
  values: {},
  issue: { kind, level },
})
/** The words are not ours to drop: they stay among the extras. */
const unread = (kind: CellProblemKind): ShipmentReading => ({ ...refused(kind, 'warn'), isExtra: true })
const found = (values: ShipmentValues): ShipmentReading => ({ values, issue: null })

type ShipmentCellReader = (cell: RawCellValue, unit: WeightUnit) => ShipmentReading

const readers: ReadonlyMap<ImportField, ShipmentCellReader> = new Map<ImportField, ShipmentCellReader>([
  ['referenceId', (cell) => readIdentifier(cell, 'referenceId', (referenceId) => ({ referenceId }))],
  ['pro', (cell) => readIdentifier(cell, 'pro', (pro) => ({ pro }))],
  ['bol', (cell) => readIdentifier(cell, 'bol', (bol) => ({ bol }))],
  ['isa', (cell) => readIdentifier(cell, 'isa', (isa) => ({ isa }))],
  ['fc', readFc],
  ['boxCount', (cell) => readAmount(readBoxCount(cell), (declaredBoxCount) => ({ declaredBoxCount }))],
  ['weight', (cell, unit) => readAmount(readWeightKg(cell, unit), (grossWeightKg) => ({ grossWeightKg }))],
  ['mode', readMode],
  ['carrier', readCarrier],
  ['status', readStatus],
  ['client', (cell) => readFreeText(cell, (clientName) => ({ clientName }))],
  ['clientReference', (cell) => readFreeText(cell, (clientReference) => ({ clientReference }))],
  ['planId', readPlanId],
  ['replacedFbaId', readReplaced],
  ['notes', (cell) => readFreeText(cell, (note) => ({ note }))],
])

export const isShipmentField = (field: ImportField): boolean => readers.has(field)

/** Reads a cell of a field that belongs to the shipment; a blank cell says nothing. */
export function readShipmentCell(field: ImportField, cell: RawCellValue, unit: WeightUnit): ShipmentReading {
  if (cell === null || cell === '') return nothing
  return readers.get(field)?.(cell, unit) ?? nothing
}

/** Text as the sheet shows it, without outer blanks; empty for a blank cell and a placeholder. */
export function readShownText(cell: RawCellValue): string {
  if (cell === null) return ''
  const text = (typeof cell === 'string' ? cell : getShown(cell)).trim()
  return isPlaceholder(text) ? '' : text
}

/** A number format may hide digits (`4.00E+11`, `####`); then the stored text says more. */
function getShown(cell: Exclude<RawCellValue, string | null>): string {
  const shown = cell.shown ?? cell.raw
  return cell.type === 'number' && /e[+-]?\d+$|^#+$/i.test(shown) ? cell.raw : shown
}

function readIdentifier(
  cell: RawCellValue,
  field: IdentifierField,
  name: (value: string) => ShipmentValues,
): ShipmentReading {
  const reading = readIdentifierCell(cell, field)
  if (!reading.ok) return refused(reading.problem, 'block')
  const { value, notice } = reading.value
  if (value === null) return nothing
  return { values: name(value), issue: notice && { kind: notice, level: 'notice' } }
}

const fcCode = /^(?:[A-Z]{2}-)?([A-Z0-9]{3,5})$/

/** A country may stand before the code (`CA-YVR4`). */
function readFc(cell: RawCellValue): ShipmentReading {
  const shown = readShownText(cell)
  const text = cleanText(shown).text.toUpperCase()
  if (isPlaceholder(text)) return nothing
  const code = fcCode.exec(text)?.[1]
  return code && /[A-Z]/.test(code) ? found({ fc: code }) : unread('unknown-fc')
}

function readAmount(amount: number | 'bad' | null, name: (value: number) => ShipmentValues): ShipmentReading {
  if (amount === null) return nothing
  return amount === 'bad' ? refused('bad-number', 'warn') : found(name(amount))
}

function readMode(cell: RawCellValue): ShipmentReading {
  const text = readShownText(cell)
  if (text === '') return nothing
  const mode = parseDeliveryMode(text)
  return mode ? found(mode) : unread('unknown-mode')
}

function readCarrier(cell: RawCellValue): ShipmentReading {
  return readFreeText(cell, (text) => {
    const programme = parseProgramme(text)
    return { carrierName: cleanText(text).text, ...(programme && { programme }) }
  })
}

/** A status of the client's own is no status of Amazon's. */
function readStatus(cell: RawCellValue): ShipmentReading {
  const shown = readShownText(cell)
  if (shown === '') return nothing
  const amazonStatus = parseAmazonStatus(cleanText(shown).text)
  return amazonStatus ? found({ amazonStatus }) : { ...nothing, isExtra: true }
}

/** `PLN…` in older files, `wf…` since. */
function readPlanId(cell: RawCellValue): ShipmentReading {
  const text = cleanText(readShownText(cell)).text
  if (text === '') return nothing
  return /^[0-9A-Za-z-]{1,64}$/.test(text) ? found({ planId: text }) : { ...nothing, isExtra: true }
}

/** The old ID need not be one that is still good, only one that was. */
function readReplaced(cell: RawCellValue): ShipmentReading {
  const reading = readIdentifierCell(cell, 'fbaId')
  if (!reading.ok) return refused(reading.problem, 'warn')
  const { value } = reading.value
  if (value === null) return nothing
  return checkShipmentId(value) === null ? found({ replacedFbaId: value }) : unread('not-an-fba-id')
}

function readFreeText(cell: RawCellValue, name: (text: string) => ShipmentValues): ShipmentReading {
  const text = readShownText(cell)
  if (text === '') return nothing
  return isErrorText(text) ? refused('error-value', 'warn') : found(name(text))
}
