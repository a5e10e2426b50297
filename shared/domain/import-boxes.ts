import type { Box } from './box.ts'
import { changeCell, takeTracking, type ImportChanges } from './import-changes.ts'
import type { ImportedBox, ImportedShipment } from './sheet/imported-shipment.ts'

/** Fields of the rows that planBoxes adds. */
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

/** A box of the file; `box` is null where the file only counts it. */
interface ListedBox {
  box: ImportedBox | null
  /** Its tracking ID, unless that stands on another shipment. */
  number: string | null
  /** The box on file that it speaks of. */
  match: Box | undefined
}

/**
 * The file's boxes on a shipment: those on file are filled and corrected, the others are added behind them. A number on
 * several boxes of the shipment is marked as shared, to be settled there. Says whether anything changes.
 */
export function planBoxes(
  changes: ImportChanges,
  shipmentId: number,
  from: ImportedShipment,
  known: readonly Box[],
): boolean {
  const { cells, boxRows, difference } = changes
  if (known.length === 0 && !changes.context.wantsRows) return countNewBoxes(changes, from)
  const before = cells.length + boxRows.length
  const listed = listBoxes(changes, from, known)
  const added = listed.filter(({ match }) => !match)
  const byBox = new Map(listed.map((entry) => [entry.match, entry]))
  const standing = known.map((box) => getStanding(changes, box, byBox.get(box)?.number ?? null))
  const earlier = countNumbers(known.map((box) => box.trackingId))
  const holders = countNumbers([...standing, ...added.map(({ number }) => number)])

  for (const [i, box] of known.entries()) {
    const at = cells.length
    const isShared = getSharing(box, standing[i]!, earlier, holders)
    fillBox(changes, from.fbaId, box, byBox.get(box), isShared)
    if (cells.length > at) difference.changedBoxes++
  }
  difference.newBoxes += added.length
  const lastPosition = known.at(-1)?.position ?? 0
  for (const [i, { box, number }] of added.entries()) {
    const { sheet, row } = box?.place ?? from.place
    boxRows.push([
      changes.context.firstBoxId + boxRows.length,
      shipmentId,
      lastPosition + 1 + i,
      box?.boxId ?? null,
      number,
      number !== null && holders.get(number)! > 1 ? 1 : 0,
      box?.weightKg ?? null,
      changes.context.importId,
      sheet,
      row,
    ])
  }
  return cells.length + boxRows.length > before
}

/** Of a new shipment a preview needs no rows: how many boxes it has, and which of their numbers stand elsewhere. */
function countNewBoxes(changes: ImportChanges, from: ImportedShipment): boolean {
  for (const { trackingId } of from.boxes) takeTracking(changes, from.fbaId, trackingId)
  const boxes = from.boxes.length || (from.declaredBoxCount ?? 0)
  changes.difference.newBoxes += boxes
  return boxes > 0
}

/** What the file lists, or the unnamed boxes that it counts and that are not on file yet. */
function listBoxes(changes: ImportChanges, from: ImportedShipment, known: readonly Box[]): ListedBox[] {
  if (from.boxes.length === 0) {
    const missing = Math.max(0, (from.declaredBoxCount ?? 0) - known.length)
    return Array.from({ length: missing }, () => ({ box: null, number: null, match: undefined }))
  }
  const matches = matchBoxes(from.boxes, known)
  return from.boxes.map((box, index) => ({
    box,
    number: takeTracking(changes, from.fbaId, box.trackingId),
    match: matches[index],
  }))
}

/** By box ID; a box that the file does not name is the one at its place, unless the file names that elsewhere. */
function matchBoxes(listed: readonly ImportedBox[], known: readonly Box[]): (Box | undefined)[] {
  if (known.length === 0) return []
  const byBoxId = new Map(known.map((box) => [box.boxId, box]))
  // Unnamed boxes take the file's ids in order only when every one of them finds its place.
  const canName = known.length === listed.length && known.every((box) => box.boxId === null)
  const free = new Set(known)
  const named = listed.map(({ boxId }, index) => {
    const match = boxId === null ? undefined : (byBoxId.get(boxId) ?? (canName ? known[index] : undefined))
    if (match) free.delete(match)
    return match
  })
  return listed.map(({ boxId }, index) => {
    const atPlace = known[index]
    return boxId === null && atPlace && free.has(atPlace) ? atPlace : named[index]
  })
}

/** The number that a box has after the import; a typed one stays unless overwriting was chosen. */
function getStanding({ context }: ImportChanges, box: Box, number: string | null): string | null {
  if (number === null || box.trackingId === null) return number ?? box.trackingId
  const isKept = !context.overwritesTyped && context.isTyped('box', box.id, 'trackingId')
  return isKept ? box.trackingId : number
}

type Counts = ReadonlyMap<string, number>

function countNumbers(numbers: readonly (string | null)[]): Counts {
  const counts = new Map<string, number>()
  for (const number of numbers) if (number !== null) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}

/** A lone number is shared only if it was so before by itself: the carrier's strategy may have it so. */
function getSharing(box: Box, number: string | null, earlier: Counts, holders: Counts): boolean {
  if (number === null) return box.isTrackingShared
  if (holders.get(number)! > 1) return true
  return box.isTrackingShared && number === box.trackingId && earlier.get(number) === 1
}

/** The cells of one box stand together: they are written at once, so that no number is on two boxes in between. */
function fillBox(
  changes: ImportChanges,
  fbaId: string,
  box: Box,
  listed: ListedBox | undefined,
  isShared: boolean,
): void {
  const change = (field: 'boxId' | 'trackingId' | 'weightKg', after: string | number) =>
    changeCell(changes, fbaId, { entity: 'box', id: box.id, field, before: box[field], after })
  const { boxId = null, weightKg = null } = listed?.box ?? {}
  if (boxId !== null && box.boxId === null) change('boxId', boxId)
  if (listed && listed.number !== null) change('trackingId', listed.number)
  if (isShared !== box.isTrackingShared) {
    const [before, after] = isShared ? [0, 1] : [1, 0]
    changes.cells.push({ entity: 'box', id: box.id, field: 'isTrackingShared', before, after })
  }
  if (weightKg !== null) change('weightKg', weightKg)
}
