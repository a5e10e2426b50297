import { parseBoxId } from '../../shared/domain/box.ts'
import type { BoxView } from '../../shared/contract/outputs.ts'

/** A pasted block that begins in the column of tracking numbers. */
export interface TrackingPaste {
  lines: readonly string[]
  /** Boxes from the first pasted one on, to the end of the last shipment that the lines reach. */
  boxes: readonly BoxView[]
  /** Rows of the selection it was pasted on. */
  selectedRows: number
}

const hasLabel = (line: string): boolean =>
  line.split(/[\s,;]+/).some((word) => parseBoxId(word.toUpperCase()) !== null)

/** A heading, or a word of a message: pasted as it is, it would shift all numbers below it. */
const isWords = (line: string): boolean => !/\d/.test(line) && line.trim() !== ''

/**
 * Whether a paste goes into the cells as it is. A list that ends with its shipment, or is as long as the selection,
 * fits; labels, words, or a list that ends in the middle of a shipment, have to be paired.
 */
export function isPlainPaste({ lines, boxes, selectedRows }: TrackingPaste): boolean {
  if (lines.length <= 1) return true
  if (lines.some((line) => hasLabel(line) || isWords(line))) return false
  if (lines.length === selectedRows) return true
  const last = boxes[lines.length - 1]
  const next = boxes[lines.length]
  return last !== undefined && last.shipmentId !== next?.shipmentId
}
