import { parseBoxId } from '../box.ts'
import { readIdentifierCell } from './identifier-cell.ts'
import type { CellProblemKind } from './imported-shipment.ts'
import type { RawCellValue } from './raw-cell.ts'
import type { CellIssue } from './shipment-cell.ts'
import { checkShipmentId } from '../shipment.ts'

export type KeyField = 'fbaId' | 'boxId' | 'trackingId'

/** A value as it stood, null for none, or what is to be said of the cell; a blocked one has no value. */
export type KeyReading = string | null | { value: string | null; issue: CellIssue }

/** Cells that need no cleaning at all: nearly every row of a large file. */
const plain: Readonly<Record<KeyField, RegExp>> = {
  fbaId: /^FBA[0-9A-Z]{9}$/,
  boxId: /^FBA[0-9A-Z]{9}U\d{6}$/,
  trackingId: /^(?!FBA)(?=[A-Z]*\d)[0-9A-Z]{8,40}$/,
}

export function readKeyCell(cell: RawCellValue | undefined, field: KeyField): KeyReading {
  if (cell == null || cell === '') return null
  if (typeof cell === 'string' && plain[field].test(cell)) return cell
  const reading = readIdentifierCell(cell, field)
  if (!reading.ok) return { value: null, issue: { kind: reading.problem, level: 'block' } }
  const { value, notice } = reading.value
  if (value === null) return null
  const kind = checkKey(value, field)
  if (kind) return { value: null, issue: { kind, level: 'block' } }
  return notice ? { value, issue: { kind: notice, level: 'notice' } } : value
}

export const getKeyValue = (reading: KeyReading): string | null =>
  typeof reading === 'string' || reading === null ? reading : reading.value

export const getKeyIssue = (reading: KeyReading): CellIssue | null =>
  typeof reading === 'string' || reading === null ? null : reading.issue

function checkKey(value: string, field: KeyField): CellProblemKind | null {
  if (field === 'trackingId') return null
  if (field === 'fbaId') return checkShipmentId(value)?.kind ?? null
  const parts = parseBoxId(value)
  return parts ? (checkShipmentId(parts.fbaId)?.kind ?? null) : 'not-a-box-id'
}
