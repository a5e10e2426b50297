import { parseBoxId, type Box } from '../box.ts'
import { getFormerBox } from './former-label.ts'
import { block, warn, type Mismatch } from './pairing-mismatch.ts'
import { createShipmentFinder, type PairingShipment, type PairingTarget } from './pairing-target.ts'
import { addUse, emptyReading, type RuleReading } from './pairing-use.ts'
import type { TrackingLine } from './tracking-line.ts'

export const isEmptyLine = (line: TrackingLine): boolean =>
  !line.trackingId.ok && line.trackingId.problem.kind === 'empty'

export function checkDamage(line: TrackingLine): Mismatch[] {
  if (line.trackingId.ok) return []
  const { index, place } = line
  return [block({ kind: 'damaged-number', index, place, problem: line.trackingId.problem })]
}

/** Whether a line names another shipment than the one given, or one that is not in the target. */
export function checkShipment({ index, fbaId }: TrackingLine, shipment: PairingShipment | null): Mismatch[] {
  if (fbaId === undefined || fbaId === shipment?.fbaId) return []
  return [block({ kind: 'unknown-shipment', index, fbaId })]
}

/** Each line stands by itself: its label says the box, in whatever order the lines come. */
export function readByBoxId(target: PairingTarget, lines: readonly TrackingLine[]): RuleReading {
  const reading = emptyReading('by-box-id', false)
  const findBox = createBoxFinder(target)
  const shipments = new Map(target.shipments.map((shipment) => [shipment.id, shipment]))
  const named: Box[] = []
  const unlabelled: number[] = []
  const byFormer: number[] = []
  for (const line of lines) {
    const { index, boxId } = line
    if (!isEmptyLine(line)) reading.mismatches.push(...checkDamage(line))
    const { box, isFormer } = findBox(boxId)
    const shipment = box ? shipments.get(box.shipmentId)! : null
    if (box) reading.named.set(index, box)
    const isOfOldId = isFormer && line.fbaId === parseBoxId(boxId!)?.fbaId
    const contrary = shipment && !isOfOldId ? checkShipment(line, shipment) : []
    reading.mismatches.push(...contrary)
    if (boxId === undefined) unlabelled.push(index)
    else if (!box) reading.mismatches.push(block({ kind: 'unknown-box-id', index, boxId }))
    else if (!isEmptyLine(line)) named.push(box)
    const isTaken = box !== null && contrary.length === 0
    const use = addUse(reading, line, isTaken ? shipment : null, isTaken ? box : null)
    if (use && isTaken && isFormer) byFormer.push(index)
  }
  addUnlabelled(reading, unlabelled)
  addMissing(reading, target, named)
  if (byFormer.length > 0) reading.mismatches.push(warn({ kind: 'former-label', indexes: byFormer }))
  return reading
}

/** The box that has a label, else the only one that had it. */
function createBoxFinder({
  shipments,
  getLabelOwners,
}: PairingTarget): (label: string | undefined) => { box: Box | null; isFormer: boolean } {
  const all = shipments.flatMap(({ boxes }) => boxes)
  const byLabel = new Map(all.map((box) => [box.boxId, box]))
  const byRowId = new Map(all.map((box) => [box.id, box]))
  return (label) => {
    const box = label === undefined ? undefined : byLabel.get(label)
    if (box || label === undefined || !getLabelOwners) return { box: box ?? null, isFormer: false }
    const former = byRowId.get(getFormerBox(getLabelOwners(label)) ?? -1) ?? null
    return { box: former, isFormer: former !== null }
  }
}

/** `3/20` is the box at position 3, whatever its `U` number; the list must count as many boxes as are on file. */
export function readBySequence(target: PairingTarget, lines: readonly TrackingLine[]): RuleReading {
  const reading = emptyReading('by-shipment-and-sequence', false)
  const findShipment = createShipmentFinder(target)
  const linesByShipment = new Map<PairingShipment, TrackingLine[]>()
  const unlabelled: number[] = []
  for (const line of lines) {
    if (!isEmptyLine(line)) reading.mismatches.push(...checkDamage(line))
    const shipment = findShipment(line)
    if (shipment && line.sequence !== undefined) {
      const group = linesByShipment.get(shipment)
      if (group) group.push(line)
      else linesByShipment.set(shipment, [line])
      continue
    }
    addUse(reading, line, shipment, null)
    if (shipment || line.fbaId === undefined) unlabelled.push(line.index)
    else reading.mismatches.push(...checkShipment(line, null))
  }
  addUnlabelled(reading, unlabelled)
  const named: Box[] = []
  for (const [shipment, group] of linesByShipment) named.push(...readSequences(reading, shipment, group))
  addMissing(reading, target, named)
  return reading
}

function readSequences(
  reading: RuleReading,
  shipment: PairingShipment,
  lines: readonly TrackingLine[],
): Box[] {
  const { fbaId, boxes } = shipment
  if (boxes.length === 0) reading.mismatches.push(block({ kind: 'no-boxes', fbaId }))
  const boxesByPosition = new Map(boxes.map((box) => [box.position, box]))
  // Without a total, only a list that goes to the last box shows that it counts the same boxes.
  const last = lines.reduce((most, line) => Math.max(most, line.sequence!), 0)
  const groups = Map.groupBy(lines, (line) => line.sequenceTotal ?? last)
  const named: Box[] = []
  for (const [counted, group] of groups) {
    const isCounted = counted === boxes.length
    if (!isCounted && boxes.length > 0) {
      const indexes = group.map((line) => line.index)
      reading.mismatches.push(
        block({ kind: 'box-count-differs', fbaId, counted, boxes: boxes.length, indexes }),
      )
    }
    for (const line of group) {
      const box = isCounted ? (boxesByPosition.get(line.sequence!) ?? null) : null
      if (box) reading.named.set(line.index, box)
      if (box && !isEmptyLine(line)) named.push(box)
      addUse(reading, line, shipment, box)
    }
  }
  return named
}

export function addUnlabelled(reading: RuleReading, indexes: number[]): void {
  if (indexes.length > 0) reading.mismatches.push(block({ kind: 'unlabelled', indexes }))
}

/** Boxes of the shipments that the list names, still without a number and without a line of their own. */
function addMissing(reading: RuleReading, target: PairingTarget, named: readonly Box[]): void {
  const boxRowIds = new Set(named.map((box) => box.id))
  const shipmentIds = new Set(named.map((box) => box.shipmentId))
  let missing = 0
  for (const { id, boxes } of target.shipments) {
    if (!shipmentIds.has(id)) continue
    for (const box of boxes) if (box.trackingId === null && !boxRowIds.has(box.id)) missing += 1
  }
  if (missing > 0) reading.mismatches.push(warn({ kind: 'fewer-numbers', missing }))
}
