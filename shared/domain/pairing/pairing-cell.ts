import { fail } from '../../result.ts'
import { parseIntegerDigits } from '../sheet/integer-digits.ts'
import { findInText, readStandIn, type FoundNumber, type FoundText } from './pairing-find.ts'
import type { InputCell } from './pairing-list.ts'
import type { RawCell, RawCellValue } from '../sheet/raw-cell.ts'
import { checkTrackingNumber } from '../number/tracking-number.ts'

/** `="…"`, with which a CSV keeps Excel from reading a number. */
const excelText = /^=\s*"([^"]*)"$/

export function toInputCell(cell: RawCellValue | undefined): InputCell {
  if (cell == null) return { text: '' }
  if (typeof cell === 'string') return { text: unwrap(cell) }
  const text = cell.shown ?? cell.raw
  if (cell.type === 'number') return readNumeric(cell)
  if (cell.type === 'date') return { text, problem: { kind: 'looks-like-date', text } }
  if (cell.type === 'error') return { text, problem: { kind: 'error-value', text } }
  return { text: unwrap(cell.raw) }
}

const unwrap = (text: string): string => excelText.exec(text.trim())?.[1] ?? text

const shownWithZeros = /^0+[1-9]\d{7,}$/

function readNumeric({ raw, shown }: RawCell): InputCell {
  const digits = parseIntegerDigits(raw)
  if (shown !== undefined && shownWithZeros.test(shown))
    return { text: raw, problem: { kind: 'leading-zero-lost', text: shown } }
  if (digits.ok) return { text: digits.value, isNumeric: true }
  if (digits.problem === 'too-many-digits')
    return { text: raw, problem: { kind: 'too-many-digits', text: raw } }
  return { text: raw }
}

export function readInputCell(cell: InputCell): { found: FoundText; numbers: FoundNumber[] } {
  const found = findInText(cell.text)
  if (cell.problem) return { found, numbers: [{ raw: cell.text, trackingId: fail(cell.problem) }] }
  const standIn = found.numbers.length === 0 ? readStandIn(found) : null
  const numbers = standIn ? [standIn] : found.numbers
  return { found, numbers: cell.isNumeric ? numbers.map(refuseLostZero) : numbers }
}

const isValid = (digits: string): boolean => checkTrackingNumber(digits).verdict === 'valid'

/** A numeric cell drops zeros in front: said when only with one or two of them a courier knows the number. */
function refuseLostZero(number: FoundNumber): FoundNumber {
  if (!number.trackingId.ok) return number
  const digits = number.trackingId.value
  if (isValid(digits) || !(isValid(`0${digits}`) || isValid(`00${digits}`))) return number
  return { raw: number.raw, trackingId: fail({ kind: 'leading-zero-lost', text: digits }) }
}
