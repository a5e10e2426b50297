import type { Box } from './box.ts'
import { changeCell, takeTracking, type ImportChanges } from './import-changes.ts'
import type { ImportedBox, ImportedShipment } from './imported-shipment.ts'

/** Fields of the rows that planBoxes adds to `boxRows`. */
export const importedBoxFields = [
  'id',
  'shipmentId',
  'position',
  'boxId',
  'trackingId',
  'isTrackingShared',
  'weightKg',
  'importId',
  'sourceSheet',
  'sourceRow',
] as const

/**
 * The file's boxes on a shipment: those on file are filled and corrected, the others added behind them. One number on
 * several boxes of the shipment is marked as shared, to be settled there; on another shipment it is left out.
 */
export function planBoxes(
  changes: ImportChanges,
  shipmentId: number,
  from: ImportedShipment,
  known: readonly Box[],
): { isChanged: boolean } {
  const { cells, boxRows } = changes
  const before = cells.length + boxRows.length
  if (from.boxes.length === 0) addUnnamed(changes, shipmentId, from, known)
  else {
    const numbers = from.boxes.map((box) => takeTracking(changes, from.fbaId, box.trackingId))
    const matches = matchBoxes(from.boxes, known)
    const wanted = new Map<Box, { listed: ImportedBox; number: string | null }>()
    const added: { box: ImportedBox; number: string | null }[] = []
    for (const [index, box] of from.boxes.entries()) {
      const match = matches[index]
      if (match) wanted.set(match, { listed: box, number: numbers[index]! })
      else added.push({ box, number: numbers[index]! })
    }
    const standing = new Map(known.map((box) => [box, getStanding(changes, box, wanted.get(box)?.number)]))
    const holders = countNumbers([...standing.values(), ...added.map(({ number }) => number)])
    const earlier = countNumbers(known.map((box) => box.trackingId))
    for (const box of known) {
      const number = standing.get(box)!
      const isAlone = (holders.get(number!) ?? 0) < 2
      const wasShared = number === box.trackingId && (earlier.get(number!) ?? 0) < 2
      const isShared = number !== null && (!isAlone || (wasShared && box.isTrackingShared))
      fillBox(changes, from.fbaId, box, wanted.get(box), isShared)
    }
    for (const { box, number } of added) {
      const isShared = number !== null && holders.get(number)! > 1
      addRow(changes, shipmentId, getNextPosition(changes, known, before), box, number, isShared)
    }
  }
  return { isChanged: cells.length + boxRows.length > before }
}
