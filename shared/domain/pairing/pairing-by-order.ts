import type { Box } from '../box.ts'
import { isKept } from './pairing-answers.ts'
import { addUnlabelled, checkDamage, checkShipment, isEmptyLine } from './pairing-by-label.ts'
import { checkOneLength, getCourier } from './pairing-courier.ts'
import { block, type Mismatch } from './pairing-mismatch.ts'
import {
  createShipmentFinder,
  isShared,
  type PairingOptions,
  type PairingShipment,
  type PairingTarget,
} from './pairing-target.ts'
import { addUse, emptyReading, type NumberUse, type RuleReading } from './pairing-use.ts'
import type { TrackingLine } from './tracking-line.ts'

/** The first number to the first box: only for one shipment, and only if nothing speaks against it. */
export function readByOrder(
  target: PairingTarget,
  shipment: PairingShipment,
  lines: readonly TrackingLine[],
  options: PairingOptions,
  listCourier: string | null,
): RuleReading {
  const reading = emptyReading('by-order', true)
  const boxes = getBoxesInOrder(shipment, lines.length, options)
  const isFitting = lines.length === boxes.length
  for (const [i, line] of lines.entries()) {
    reading.mismatches.push(...checkDamage(line), ...checkShipment(line, shipment))
    addUse(reading, line, shipment, isFitting ? boxes[i]! : null)
  }
  reading.mismatches.push(...checkCount(shipment, lines, boxes.length))
  if (isFalling(reading.uses)) reading.mismatches.push(block({ kind: 'order-reversed' }))
  if (getCourier(shipment, listCourier) === null) {
    const open = reading.uses.filter((use) => !isKept(target, options, use, 'other-courier'))
    const numbers = open.map(({ line, trackingId }) => ({ index: line.index, trackingId }))
    reading.mismatches.push(...checkOneLength(shipment.id, numbers))
  }
  if (reading.mismatches.length > 0) reading.heldShipmentIds.add(shipment.id)
  return reading
}

/** One number for every box of a shipment, alone or repeated; only where the carrier's strategy allows it. */
export function readSameOnAll(target: PairingTarget, lines: readonly TrackingLine[]): RuleReading {
  const reading = emptyReading('same-on-all', true)
  const findShipment = createShipmentFinder(target)
  const usesByShipment = new Map<PairingShipment, NumberUse[]>()
  const unlabelled: number[] = []
  for (const line of lines) {
    const shipment = findShipment(line)
    const isSpread = shipment !== null && isShared(shipment)
    if (!shipment) reading.mismatches.push(...checkShipment(line, null))
    if (!isSpread && (shipment || line.fbaId === undefined)) unlabelled.push(line.index)
    const use = addUse(reading, line, shipment, null)
    if (!use && !isEmptyLine(line)) {
      reading.mismatches.push(...checkDamage(line))
      if (shipment) reading.heldShipmentIds.add(shipment.id)
    }
    if (!use || !isSpread) continue
    const uses = usesByShipment.get(shipment)
    if (uses) uses.push(use)
    else usesByShipment.set(shipment, [use])
  }
  addUnlabelled(reading, unlabelled)
  for (const [shipment, uses] of usesByShipment) spread(reading, shipment, uses)
  return reading
}

function spread(reading: RuleReading, shipment: PairingShipment, uses: readonly NumberUse[]): void {
  const extra = new Set(uses.map((use) => use.trackingId)).size - 1
  if (extra > 0) reading.mismatches.push(block({ kind: 'more-numbers', extra, duplicateIndexes: [] }))
  if (shipment.boxes.length === 0) reading.mismatches.push(block({ kind: 'no-boxes', fbaId: shipment.fbaId }))
  if (extra === 0) for (const box of shipment.boxes) reading.claims.push({ use: uses[0]!, shipment, box })
}

/** The blank boxes; all of them where the list is as long as the shipment or replaces what is there. */
function getBoxesInOrder(
  { boxes }: PairingShipment,
  lines: number,
  { overwrites }: PairingOptions,
): readonly Box[] {
  const blanks = boxes.filter((box) => box.trackingId === null)
  if (lines === blanks.length) return blanks
  return lines === boxes.length || overwrites || blanks.length === 0 ? boxes : blanks
}

function checkCount(shipment: PairingShipment, lines: readonly TrackingLine[], boxes: number): Mismatch[] {
  if (shipment.boxes.length === 0) return [block({ kind: 'no-boxes', fbaId: shipment.fbaId })]
  if (lines.length < boxes) return [block({ kind: 'fewer-numbers', missing: boxes - lines.length })]
  if (lines.length === boxes) return []
  return [
    block({
      kind: 'more-numbers',
      extra: lines.length - boxes,
      duplicateIndexes: getDuplicateIndexes(lines),
    }),
  ]
}

function getDuplicateIndexes(lines: readonly TrackingLine[]): number[] {
  const seen = new Set<string>()
  const indexes: number[] = []
  for (const { index, trackingId } of lines) {
    if (!trackingId.ok) continue
    if (seen.has(trackingId.value)) indexes.push(index)
    seen.add(trackingId.value)
  }
  return indexes
}

const longestStep = 100n
/** So many numbers do not fall in a row by chance, however far apart. */
const certainFall = 8

/** Numbers of one length whose serials, without the check digit, fall from line to line. */
function isFalling(uses: readonly NumberUse[]): boolean {
  const numbers = uses.map((use) => use.trackingId)
  const first = numbers[0]
  if (first === undefined || numbers.length < 3) return false
  if (numbers.some((number) => number.length !== first.length)) return false
  const shared = countSharedStart(numbers)
  const serials = numbers.map((number) => number.slice(shared, -1))
  if (serials.some((serial) => !/^\d+$/.test(serial))) return false
  const steps = serials.slice(1).map((serial, i) => BigInt(serials[i]!) - BigInt(serial))
  return (
    steps.every((step) => step > 0n) &&
    (numbers.length >= certainFall || steps.every((step) => step <= longestStep))
  )
}

function countSharedStart(numbers: readonly string[]): number {
  const first = numbers[0]!
  let shared = 0
  while (shared < first.length && numbers.every((number) => number[shared] === first[shared])) shared += 1
  return shared
}
