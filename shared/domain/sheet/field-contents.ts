import { cleanText, isPlaceholder } from './cell-text.ts'
import { checkContainerNumber } from '../number/container-number.ts'
import { parseDeliveryMode } from './delivery-mode.ts'
import type { ImportField } from './import-field.ts'
import { parseIntegerDigits } from './integer-digits.ts'
import type { RawCellType, RawCellValue } from './raw-cell.ts'
import { checkShipmentId } from '../shipment.ts'

/** A filled cell as the content tests see it: cleaned, upper case; a numeric cell as digits where it has them. */
export interface SampleCell {
  text: string
  type: RawCellType
}

export type ContentTest = (text: string, type: RawCellType) => boolean

/** Null for an empty cell and for a placeholder. */
export function sampleCell(cell: RawCellValue | undefined): SampleCell | null {
  if (cell == null) return null
  const [stored, type] = typeof cell === 'string' ? [cell, 'text' as const] : [cell.raw, cell.type]
  const { text } = cleanText(stored)
  if (isPlaceholder(text)) return null
  const digits = type === 'number' ? parseIntegerDigits(text) : null
  return { text: digits?.ok ? digits.value : text.toUpperCase(), type }
}

/** A number that Excel has damaged still shows which column it stands in. */
const damagedNumber = /^\d+(?:[.,]\d+)?E\+?\d{1,3}$|^\d{16,}$/
const isDamagedNumber: ContentTest = (text, type) =>
  damagedNumber.test(text) && (type === 'number' || text.includes('E'))

const isShipmentLike: ContentTest = (text) => checkShipmentId(text)?.kind !== 'not-an-fba-id'
/** Runs (`…U000001-10`) too, and a box's own part beside its shipment (`U000001`). */
const isBoxLike: ContentTest = (text) =>
  /^(?:FBA[0-9A-Z]{7,9}|STAR-[0-9A-Z]{13})U\d{3,7}(?!\d)|^U(?:\d{6}|\d{3})(?![0-9A-Z])/.test(text)

/** Couriers' numbers with letters in places of their own: UPS, Amazon, Yodel, DHL piece, LaserShip, GOFO, Landmark. */
const certainCourier =
  /^(?:1Z[0-9A-Z]{16}|TB[ACM]\d{12}|JJ?D\d{16,18}|J[A-Z]{2,3}\d{9,10}|1LS[0-9A-Z]{12,15}|GFUS\d{14}|LTN\d{8}N1)$/
/** Light on purpose: letters and digits, at least eight of them digits; the courier's own rule comes later. */
const courierLike = /^(?=(?:[A-Z]*\d){8})[0-9A-Z]{9,34}$/

const withoutDashes = (text: string): string => text.replace(/[\s-]/g, '')

export const hasCertainCourierShape = (text: string): boolean => certainCourier.test(withoutDashes(text))

const isTrackingLike: ContentTest = (text, type) => {
  const plain = withoutDashes(text)
  if (certainCourier.test(plain) || isDamagedNumber(text, type)) return true
  return courierLike.test(plain) && !/^(?:FBA|STAR|IBR)/.test(plain) && checkContainerNumber(plain) === 'no'
}

const referencePattern = /^[1-8][0-9A-Z]{7}$/
const isProLike: ContentTest = (text, type) =>
  isDamagedNumber(text, type) ||
  (/^(?=(?:[A-Z-]*\d){5})[0-9A-Z-]{6,20}$/.test(text) &&
    !text.startsWith('FBA') &&
    checkContainerNumber(text) === 'no')

const notAnFc = /^(?:\d+|UPS|DHL|DPD|GLS|USPS|FEDEX|TRUCK|LTL|FTL|SPD|USA|CTNS?|BOX|KGS?|LBS?|PCS|YES|NO)$/
const isFcLike: ContentTest = (text) => /^(?:[A-Z]{2}-)?[A-Z0-9]{3,5}$/.test(text) && !notAnFc.test(text)

const airWaybill = /^\d{3}-?\d{8}$/
const isContainerLike: ContentTest = (text) =>
  airWaybill.test(text) || checkContainerNumber(text.split(/[-/\s,;、]/, 1)[0]!.slice(0, 11)) !== 'no'

const isAmount: ContentTest = (text, type) =>
  type === 'number' ||
  /^(?:\d[\d,]*(?:\.\d*)?|\.\d+)\s*(?:KGS?|LBS?|G|CM|IN|INCH|CBM|M3|公斤|千克|磅|克)?$/.test(text)
const isCount: ContentTest = (text) =>
  /^\d{1,6}(?:\.0+)?\s*(?:箱|件|CTNS?|CARTONS?|BOX|BOXES|PCS|板|托|个)?$/.test(text)
const isDate: ContentTest = (text, type) =>
  type === 'date' ||
  /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|^\d{1,2}[-/月]\d{1,2}(?:[-/日号]|\s+\d{1,2}:|$)|^\d{1,2}\.\d{1,2}\.\d{2}|^\d{1,2}[- ][A-Z]{3}/.test(
    text,
  ) ||
  (type === 'number' && /^[345]\d{4}(?:\.\d+)?$/.test(text))
const isSequence: ContentTest = (text) =>
  /^(?:\d{1,4}(?:\s*[/-]\s*\d{1,4})?|(?:BOX|CTN|NO\.?|#|第)\s*#?\d{1,4}箱?|.*\bB\d{1,4})$/.test(text)
const isWord: ContentTest = (text, type) => type === 'text' && /[^\d.,\s]/.test(text)

/** What a column's cells must look like to belong to a field. Fields without a test take any text. */
export const contentTests: Partial<Record<ImportField, ContentTest>> = {
  fbaId: isShipmentLike,
  replacedFbaId: isShipmentLike,
  boxId: isBoxLike,
  boxSequence: isSequence,
  referenceId: (text) => referencePattern.test(text),
  trackingId: isTrackingLike,
  masterTrackingId: isTrackingLike,
  pro: isProLike,
  isa: (text, type) => /^(?:ISA[- ]?)?\d{8,13}$/.test(text) || isDamagedNumber(text, type),
  appointmentTime: isDate,
  fc: isFcLike,
  /** A lone FC code is no address. */
  address: (text, type) => type === 'text' && !isFcLike(text, type),
  boxCount: isCount,
  weight: isAmount,
  boxWeight: isAmount,
  netWeight: isAmount,
  length: isAmount,
  width: isAmount,
  height: isAmount,
  volume: isAmount,
  palletCount: isCount,
  carrier: isWord,
  mode: (text) => parseDeliveryMode(text) !== null,
  container: isContainerLike,
  loadType: isWord,
  date: isDate,
  planId: (text) => /^(?=.*\d)[0-9A-Z-]{6,64}$/.test(text),
  units: isCount,
}

/** Fields whose test no ordinary text, number or code of another field passes by chance. */
export const tellingFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'fbaId',
  'boxId',
  'referenceId',
  'container',
])

export interface ContentShare {
  passed: number
  of: number
}

/** How many of the filled cells pass the field's test; null when the field has none. */
export function countFitting(cells: readonly (SampleCell | null)[], field: ImportField): ContentShare | null {
  const test = contentTests[field]
  if (!test) return null
  let passed = 0
  let of = 0
  for (const cell of cells) {
    if (!cell) continue
    of += 1
    if (test(cell.text, cell.type)) passed += 1
  }
  return { passed, of }
}
