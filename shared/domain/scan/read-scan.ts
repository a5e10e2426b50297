import { parseBoxId } from '../box.ts'
import { readBarcode } from '../number/read-barcode.ts'
import { parseTrackingNumber } from '../number/tracking-number.ts'

/** Codes of the printed sheet: letters only, so that no number is like them and every keyboard layout types them. */
export const controlCodes = {
  undo: 'TAILBOARDUNDO',
  next: 'TAILBOARDNEXT',
  done: 'TAILBOARDDONE',
} as const
export type ScanControl = keyof typeof controlCodes
export const scanControls = Object.keys(controlCodes) as ScanControl[]

export type Scan =
  | { kind: 'box'; boxId: string }
  | { kind: 'number'; trackingId: string }
  | { kind: 'control'; control: ScanControl }
  /** The 2-D code of a box's contents, or a shipment's own id: it names no box. */
  | { kind: 'shipment'; fbaId: string }
  | { kind: 'unreadable'; text: string }

const leastLength = 8

/** What a scanner read: a box label, the number printed under a carrier's barcode, or a code of the control sheet. */
export function readScan(text: string): Scan {
  const { printed, kind } = readBarcode(text)
  const control = scanControls.find((name) => controlCodes[name] === printed)
  if (control) return { kind: 'control', control }
  if (kind === 'box-id' || parseBoxId(printed)) return { kind: 'box', boxId: printed }
  if (kind === 'shipment-id') return { kind: 'shipment', fbaId: printed }
  const number = kind === 'tracking-id' || kind === 'pro' ? parseTrackingNumber(printed) : null
  const isNumber = number?.ok === true && number.value.length >= leastLength && /\d{4}/.test(number.value)
  return isNumber ? { kind: 'number', trackingId: number.value } : { kind: 'unreadable', text: printed }
}
