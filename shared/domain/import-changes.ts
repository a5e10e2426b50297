import type { Box } from './box.ts'
import { toCell, type CellChange, type CellValue, type Entity } from './patch.ts'
import type { ImportedShipment } from './sheet/imported-shipment.ts'
import type { Shipment } from './shipment.ts'
import type { FoundStandIn, StandIn } from './stand-in.ts'

export interface ExistingShipment {
  shipment: Shipment & { isGone: boolean; templateSha256: string | null }
  clientName: string
  /** In the order of `position`. */
  boxes: Box[]
}

export interface ImportContext {
  importId: number
  clientName: string
  accountId: number
  /** Accounts of the client in the marketplaces that the file names; 0 for one that the import would add. */
  accountIds: ReadonlyMap<string, number>
  /** Shipments on file with one of the imported FBA shipment IDs. */
  existing: ReadonlyMap<string, ExistingShipment>
  /** Shipments of the previous revision of the same file, by FBA shipment ID. */
  previous: ReadonlyMap<string, { id: number; isGone: boolean }>
  /** Tracking IDs of the file that stand on a shipment already: tracking ID → its FBA shipment ID. */
  trackingOwners: ReadonlyMap<string, string>
  /** The same for PRO numbers; null for one that was drawn before and stands nowhere now. */
  proOwners: ReadonlyMap<string, string | null>
  /** What a shipment's PRO really is, where it is none and was not let through before. */
  findStandIn(from: ImportedShipment): FoundStandIn | null
  /** An ID of this client that is on file and was not replaced yet. */
  isReplaceable(fbaId: string): boolean
  /** A carrier's id by its name or SCAC, or null when none is known by it. */
  findCarrier(name: string): number | null
  /** Whether the cell's present value was put there by hand. */
  isTyped(entity: Entity, id: number, field: string): boolean
  overwritesTyped: boolean
  /** An old sheet of closed shipments: what is still at work on file stays as it is. */
  isHistory: boolean
  firstShipmentId: number
  firstBoxId: number
  /** False for a preview: the difference is all that is asked for, and rows of new shipments are not made. */
  wantsRows: boolean
}

export interface ImportChange {
  fbaId: string
  field: string
  before: string | null
  after: string | null
  /** Typed by a dispatcher: kept unless overwriting was chosen. */
  isTyped: boolean
}

export interface ImportDifference {
  newShipments: number
  newBoxes: number
  changedShipments: number
  changedBoxes: number
  same: number
  gone: number
  goneIds: string[]
  claimed: { fbaId: string; client: string }[]
  /** Shipments of an old sheet that are at work on file, and so stay as they are. */
  atWork: string[]
  /** Old IDs, whose boxes another shipment has now: nothing of their rows is taken. */
  replaced: string[]
  /** The file names an old ID beside the new one: boxes, numbers and truck move with the import. */
  reissues: { from: string; to: string }[]
  typed: number
  changes: ImportChange[]
  /** Tracking IDs and PRO numbers left out: they stand on another shipment, or (null) are void for ever. */
  taken: { fbaId: string; number: string; owner: string | null }[]
  /** PRO numbers left out: they are something else. */
  standIns: { fbaId: string; number: string; kind: StandIn; owner: string | null }[]
}

/** What an import comes to while its shipments are gone through one by one. */
export interface ImportChanges {
  context: ImportContext
  difference: ImportDifference
  cells: CellChange[]
  boxRows: CellValue[][]
  /** Number → FBA shipment ID that the file gives it to. */
  givenTracking: Map<string, string>
  givenPros: Map<string, string>
}

export const startImportChanges = (context: ImportContext): ImportChanges => ({
  context,
  difference: {
    newShipments: 0,
    newBoxes: 0,
    changedShipments: 0,
    changedBoxes: 0,
    same: 0,
    gone: 0,
    goneIds: [],
    claimed: [],
    atWork: [],
    replaced: [],
    reissues: [],
    typed: 0,
    changes: [],
    taken: [],
    standIns: [],
  },
  cells: [],
  boxRows: [],
  givenTracking: new Map(),
  givenPros: new Map(),
})

export const takeTracking = (
  changes: ImportChanges,
  fbaId: string,
  trackingId: string | null,
): string | null =>
  takeNumber(changes, fbaId, trackingId, changes.context.trackingOwners, changes.givenTracking)

export function takePro(changes: ImportChanges, from: ImportedShipment): string | null {
  const { fbaId, pro } = from
  if (pro === undefined) return null
  const standIn = changes.context.findStandIn(from)
  if (!standIn) return takeNumber(changes, fbaId, pro, changes.context.proOwners, changes.givenPros)
  changes.difference.standIns.push({ fbaId, number: pro, ...standIn })
  return null
}

/** A number stands on one shipment: the one that has it, else the first that the file gives it to. */
function takeNumber(
  { difference }: ImportChanges,
  fbaId: string,
  number: string | null,
  owners: ReadonlyMap<string, string | null>,
  given: Map<string, string>,
): string | null {
  if (number === null) return null
  const onFile = owners.get(number)
  const owner = onFile === undefined ? given.get(number) : onFile
  if (owner === undefined || owner === fbaId) {
    given.set(number, fbaId)
    return number
  }
  difference.taken.push({ fbaId, number, owner })
  return null
}

/** Values that no page lists as changes. */
const unlisted: ReadonlySet<string> = new Set(['extras', 'isGone', 'accountId'])

export function changeCell(
  { context, difference, cells }: ImportChanges,
  fbaId: string,
  cell: { entity: 'shipment' | 'box'; id: number; field: string; before: unknown; after: unknown },
): void {
  const { entity, id, field } = cell
  const before = toCell(cell.before)
  const after = toCell(cell.after)
  if (before === after) return
  const isTyped = before !== null && context.isTyped(entity, id, field)
  if (isTyped) difference.typed++
  if (!unlisted.has(field)) {
    const text = (value: CellValue) => (value === null ? null : String(value))
    difference.changes.push({ fbaId, field, before: text(before), after: text(after), isTyped })
  }
  if (!isTyped || context.overwritesTyped) cells.push({ entity, id, field, before, after })
}
