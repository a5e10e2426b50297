import type { BoxView } from '../../shared/contract/outputs.ts'
import { parseBoxId } from '../../shared/domain/box.ts'
import { parsePairingText } from '../../shared/domain/pairing/pairing.ts'

/** A pasted block that begins in the column of tracking numbers. */
export interface TrackingPaste {
  lines: readonly string[]
  /** Boxes from the first pasted one on, to the end of the last shipment that the lines reach. */
  boxes: readonly BoxView[]
  /** Rows of the selection it was pasted on. */
  selectedRows: number
}

const isLabel = (line: string): boolean =>
  line.split(/[\s,;]+/).some((word) => parseBoxId(word.toUpperCase()) !== null)

/** A heading, a message, or several columns: pasted as it is, it would shift the numbers or lose half of each line. */
const isOneNumber = (line: string): boolean =>
  line.trim() === '' || (/\d/.test(line) && !/[\t,;|]/.test(line.trim()) && !isLabel(line))

/**
 * Whether a paste goes into the cells as it is. What is exactly as long as the selection was meant for it, and so was a
 * list over several shipments that ends with one of them. All else is a list for one shipment or one that says itself
 * where it belongs, and has to be paired: then nothing shifts unseen.
 */
export function isPlainPaste({ lines, boxes, selectedRows }: TrackingPaste): boolean {
  if (!lines.every(isOneNumber)) return false
  if (lines.length <= 1 || lines.length === selectedRows) return true
  const first = boxes[0]
  const last = boxes[lines.length - 1]
  const next = boxes[lines.length]
  return last !== undefined && last.shipmentId !== first?.shipmentId && last.shipmentId !== next?.shipmentId
}

/** Whether text that no cell here can take is a list all the same: it holds a tracking number or names a box. */
export const isListForPairing = (text: string): boolean =>
  parsePairingText(text).some(({ boxId, trackingId }) => boxId !== undefined || trackingId.ok)
