import { normalizeTrackingNumber } from '../number/tracking-number.ts'
import { fail, ok, type Result } from '../../result.ts'
import { cleanText, isErrorText, isPlaceholder } from './cell-text.ts'
import type { ImportField } from './import-field.ts'
import type { CellProblemKind } from './imported-shipment.ts'
import { parseIntegerDigits } from './integer-digits.ts'
import type { RawCell, RawCellValue } from './raw-cell.ts'

/** Fields read as identifiers: text from file to file, refused when damaged, never repaired by guessing. */
export type IdentifierField = Extract<
  ImportField,
  'fbaId' | 'boxId' | 'referenceId' | 'trackingId' | 'masterTrackingId' | 'pro' | 'bol' | 'isa' | 'container'
>

export type IdentifierNotice = 'cleaned' | 'leading-zero-lost' | 'numeric-id'

export interface IdentifierReading {
  /** Null: the cell is empty or says that there is no value yet. */
  value: string | null
  notice: IdentifierNotice | null
}

/** Amazon's limit for a tracking ID; nothing longer is an identifier of any field. */
const longestIdentifier = 64
/** Two parts of a cell this long, with a blank between, are two identifiers and not one with a blank in it. */
const ownIdentifierLength = 8

/** Exponents of a real double have at most three digits; `1E234567` is a Reference ID. */
const scientificText = /^(?:\d|\d+[.,]\d+)E[+-]?\d{1,3}$/i
const trailingDecimal = /^\d+[.,]0+$/
const monthName = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)'
const dateText = new RegExp(
  [
    String.raw`^\d{1,2}[-\s/]${monthName}(?:[-\s/]\d{2,4})?$`,
    String.raw`^${monthName}[-\s/](?:\d{1,2}|(?:19|20)\d{2})$`,
    String.raw`^(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}(?:\s.*)?$`,
    String.raw`^\d{1,2}/\d{1,2}(?:/\d{2,4})?(?:\s.*)?$`,
    String.raw`^(?:\d{2,4}年)?\d{1,2}月\d{1,2}日?$`,
  ].join('|'),
  'i',
)
const lookAlikeLetter = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const separators = /[/,;、|\r\n]+/
const shipmentOrBoxId = /^(?:FBA[0-9A-Z]{7,9}|STAR-[0-9A-Z]{13})(?:U\d{3,6})?$/
const besideShipmentId = /(?:^|-)FBA[0-9A-Z]{7}|(?:^|-)STAR-[0-9A-Z]{13}/
/** `…U000001-10`, `…U000001-U000002`: one cell for several boxes. */
const boxRange = /U\d{3,7}[-–~至]/

/**
 * Reads one identifier. The problem is what blocks the cell. Full-width and zero-width characters, blanks and lower
 * case are mended with the notice `cleaned`; a numeric cell gives the digits the file stores, or is refused.
 */
export function readIdentifierCell(
  cell: RawCellValue,
  field: IdentifierField,
): Result<IdentifierReading, CellProblemKind> {
  if (cell === null) return ok({ value: null, notice: null })
  if (typeof cell === 'string') return readText(cell, field)
  if (cell.type === 'text') return readText(cell.raw, field)
  return cell.type === 'number' ? readNumber(cell, field) : fail(refusals[cell.type])
}

const refusals = {
  date: 'looks-like-date',
  boolean: 'bad-characters',
  error: 'error-value',
} as const satisfies Record<string, CellProblemKind>

function readNumber(cell: RawCell, field: IdentifierField): Result<IdentifierReading, CellProblemKind> {
  const digits = parseIntegerDigits(cell.raw)
  if (!digits.ok) return digits
  const isShownPadded = /^0+[1-9]\d*$/.test(cell.shown ?? '')
  return ok({
    value: digits.value,
    notice: isShownPadded ? 'leading-zero-lost' : getNumericNotice(digits.value, field),
  })
}

/** Lengths of couriers' all-digit numbers that a numeric cell of one digit less may have been. */
const digitOnlyLengths: ReadonlySet<number> = new Set([10, 11, 12, 14, 15, 16])

function getNumericNotice(digits: string, field: IdentifierField): IdentifierNotice | null {
  switch (field) {
    case 'pro':
    case 'bol':
      return 'leading-zero-lost'
    case 'trackingId':
    case 'masterTrackingId':
      return digitOnlyLengths.has(digits.length + 1) ? 'leading-zero-lost' : 'numeric-id'
    default:
      return null
  }
}

function readText(stored: string, field: IdentifierField): Result<IdentifierReading, CellProblemKind> {
  const { text, isChanged } = cleanText(stored)
  if (isPlaceholder(text)) return ok({ value: null, notice: null })
  const damage = getDamage(text)
  if (damage) return fail(damage)
  const parts = text.split(separators).filter((part) => part.trim() !== '')
  if (parts.length > 1) return fail('several-values')
  const words = (parts[0] ?? '').trim().split(/\s+/)
  if (words.filter((word) => word.length >= ownIdentifierLength).length > 1) return fail('several-values')
  const joined = words.join('').replace(/[a-z]+/g, (letters) => letters.toUpperCase())
  const value = clean(joined, field)
  const problem = getValueProblem(value, field)
  if (problem) return fail(problem)
  return ok({ value, notice: isChanged || value !== text ? 'cleaned' : null })
}

/** Couriers print some numbers in groups; the groups are no part of them. */
function clean(joined: string, field: IdentifierField): string {
  if (field === 'isa') return joined.replace(/^ISA-?(?=\d)/, '')
  const isTracking = field === 'trackingId' || field === 'masterTrackingId'
  return isTracking && joined.includes('-') && !shipmentOrBoxId.test(joined) && !besideShipmentId.test(joined)
    ? normalizeTrackingNumber(joined)
    : joined
}

function getDamage(text: string): CellProblemKind | null {
  if (isErrorText(text)) return 'error-value'
  if (scientificText.test(text)) return 'scientific-notation'
  if (trailingDecimal.test(text)) return 'trailing-decimal'
  if (dateText.test(text)) return 'looks-like-date'
  if (lookAlikeLetter.test(text)) return 'look-alike-letters'
  return null
}

function getValueProblem(value: string, field: IdentifierField): CellProblemKind | null {
  if (value.length > longestIdentifier) return 'over-long'
  if (field === 'boxId' && boxRange.test(value)) return 'several-values'
  const allowed = field === 'bol' ? /^[!-~]+$/ : /^[0-9A-Z-]+$/
  if (!allowed.test(value)) return 'bad-characters'
  if (field === 'trackingId' || field === 'masterTrackingId') return getTrackingProblem(value)
  return null
}

function getTrackingProblem(value: string): CellProblemKind | null {
  if (shipmentOrBoxId.test(value) || !/\d/.test(value)) return 'not-a-tracking-id'
  return besideShipmentId.test(value) ? 'several-values' : null
}
