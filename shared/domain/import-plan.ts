import type { Box } from './box.ts'
import type { ImportedBox, ImportedShipment } from './imported-shipment.ts'
import { toCell, type CellChange, type CellValue, type Entity, type Patch, type RowInserts } from './patch.ts'
import type { Shipment } from './shipment.ts'

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
  /** Shipments on file with one of the imported FBA shipment IDs. */
  existing: ReadonlyMap<string, ExistingShipment>
  /** Shipments of the previous revision of the same file, by FBA shipment ID. */
  previous: ReadonlyMap<string, { id: number; isGone: boolean }>
  /** Tracking IDs of the file that already stand on another shipment: tracking ID → its FBA shipment ID. */
  trackingOwners: ReadonlyMap<string, string>
  /** A carrier's id by its name or SCAC, or null when none is known by it. */
  findCarrier(name: string): number | null
  /** Whether the cell's present value was put there by hand. */
  isTyped(entity: Entity, id: number, field: string): boolean
  overwritesTyped: boolean
  firstShipmentId: number
  firstBoxId: number
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
  typed: number
  changes: ImportChange[]
  /** Tracking IDs left out because they stand on another shipment. */
  taken: { fbaId: string; trackingId: string; owner: string }[]
}

export interface ImportPlan {
  patch: Patch
  difference: ImportDifference
  shipmentCount: number
  boxCount: number
}

const shipmentFields = [
  'id',
  'fbaId',
  'accountId',
  'fc',
  'referenceId',
  'amazonMode',
  'roadMode',
  'programme',
  'carrierId',
  'pro',
  'bol',
  'isa',
  'clientReference',
  'declaredBoxCount',
  'grossWeightKg',
  'amazonStatus',
  'note',
  'extras',
  'importId',
  'sourceSheet',
  'sourceRow',
] as const

const boxFields = [
  'id',
  'shipmentId',
  'position',
  'boxId',
  'trackingId',
  'weightKg',
  'importId',
  'sourceSheet',
  'sourceRow',
] as const

/**
 * The difference between a client's file and what is on file, as a patch. A blank in the file erases nothing, a
 * shipment of another client is claimed and never moved, and what left the file is marked, not removed.
 */
export function planImport(imported: readonly ImportedShipment[], context: ImportContext): ImportPlan {
  const shipmentRows: CellValue[][] = []
  const boxRows: CellValue[][] = []
  const cells: CellChange[] = []
  const difference: ImportDifference = {
    newShipments: 0,
    newBoxes: 0,
    changedShipments: 0,
    changedBoxes: 0,
    same: 0,
    gone: 0,
    goneIds: [],
    claimed: [],
    typed: 0,
    changes: [],
    taken: [],
  }
  const state: PlanState = { context, difference, cells, boxRows, nextBoxId: context.firstBoxId }
  let nextShipmentId = context.firstShipmentId
  const seen = new Set<string>()
  for (const shipment of imported) {
    seen.add(shipment.fbaId)
    const known = context.existing.get(shipment.fbaId)
    if (!known) {
      const id = nextShipmentId++
      shipmentRows.push(toShipmentRow(id, shipment, context))
      addBoxes(state, id, shipment, getListedBoxes(shipment), 1)
      difference.newShipments++
    } else if (known.clientName !== context.clientName) {
      difference.claimed.push({ fbaId: shipment.fbaId, client: known.clientName })
    } else {
      planKnownShipment(state, shipment, known)
    }
  }
  planGone(state, seen)
  difference.newBoxes = boxRows.length
  const inserts: RowInserts[] = [
    { entity: 'shipment', fields: shipmentFields, rows: shipmentRows },
    { entity: 'box', fields: boxFields, rows: boxRows },
  ]
  return {
    patch: { inserts, cells },
    difference,
    shipmentCount: shipmentRows.length,
    boxCount: boxRows.length,
  }
}

interface PlanState {
  context: ImportContext
  difference: ImportDifference
  cells: CellChange[]
  boxRows: CellValue[][]
  nextBoxId: number
}

function toShipmentRow(id: number, from: ImportedShipment, context: ImportContext): CellValue[] {
  const carrierId = from.carrierName === undefined ? null : context.findCarrier(from.carrierName)
  return [
    id,
    from.fbaId,
    context.accountId,
    from.fc ?? null,
    from.referenceId ?? null,
    from.amazonMode ?? null,
    from.roadMode ?? null,
    from.programme ?? 'own',
    carrierId,
    from.pro ?? null,
    from.bol ?? null,
    from.isa ?? null,
    from.clientReference ?? null,
    from.declaredBoxCount ?? null,
    from.grossWeightKg ?? null,
    from.amazonStatus ?? null,
    from.note ?? null,
    JSON.stringify(getExtras(from, carrierId)),
    context.importId,
    from.place.sheet,
    from.place.row,
  ]
}

/** The client's word for a carrier nobody knows yet is kept beside the row. */
const getExtras = (from: ImportedShipment, carrierId: number | null): Record<string, string> =>
  from.carrierName !== undefined && carrierId === null
    ? { ...from.extras, carrier: from.carrierName }
    : from.extras

/** What the file lists, or as many unnamed boxes as it counts. */
const getListedBoxes = (shipment: ImportedShipment): (ImportedBox | null)[] =>
  shipment.boxes.length > 0
    ? shipment.boxes
    : Array.from({ length: shipment.declaredBoxCount ?? 0 }, () => null)

function addBoxes(
  state: PlanState,
  shipmentId: number,
  shipment: ImportedShipment,
  boxes: readonly (ImportedBox | null)[],
  firstPosition: number,
): void {
  const { context, boxRows } = state
  boxes.forEach((box, index) => {
    const place = box === null ? shipment.place : box.place
    boxRows.push([
      state.nextBoxId++,
      shipmentId,
      firstPosition + index,
      box === null ? null : box.boxId,
      box === null ? null : takeUnlessOwned(state, shipment.fbaId, box.trackingId),
      box === null ? null : box.weightKg,
      context.importId,
      place.sheet,
      place.row,
    ])
  })
}

function takeUnlessOwned(
  { context, difference }: PlanState,
  fbaId: string,
  trackingId: string | null,
): string | null {
  const owner = trackingId === null ? undefined : context.trackingOwners.get(trackingId)
  if (trackingId === null || owner === undefined || owner === fbaId) return trackingId
  difference.taken.push({ fbaId, trackingId, owner })
  return null
}

function planKnownShipment(state: PlanState, from: ImportedShipment, known: ExistingShipment): void {
  const { context, difference, cells } = state
  const { shipment } = known
  const carrierId =
    from.carrierName === undefined ? undefined : (context.findCarrier(from.carrierName) ?? undefined)
  const wanted: Record<string, unknown> = {
    fc: from.fc,
    referenceId: from.referenceId,
    amazonMode: from.amazonMode,
    roadMode: from.roadMode,
    programme: from.programme,
    carrierId,
    pro: from.pro,
    bol: from.bol,
    isa: from.isa,
    clientReference: from.clientReference,
    declaredBoxCount: from.declaredBoxCount,
    grossWeightKg: from.grossWeightKg,
    amazonStatus: from.amazonStatus,
    note: from.note,
    extras: isSameRecord(shipment.extras, { ...shipment.extras, ...from.extras })
      ? undefined
      : JSON.stringify({ ...shipment.extras, ...from.extras }),
    isGone: shipment.isGone ? false : undefined,
  }
  const before = cells.length
  for (const [field, value] of Object.entries(wanted)) {
    if (value === undefined) continue
    changeCell(
      state,
      'shipment',
      shipment.id,
      field,
      shipment[field as keyof typeof shipment],
      value,
      from.fbaId,
    )
  }
  const isChanged = cells.length > before
  if (isChanged) difference.changedShipments++
  const boxesChanged = planKnownBoxes(state, from, known)
  if (!isChanged && !boxesChanged) difference.same++
}

function planKnownBoxes(state: PlanState, from: ImportedShipment, known: ExistingShipment): boolean {
  const { difference, cells, boxRows } = state
  const added = boxRows.length
  const before = cells.length
  const lastPosition = known.boxes.at(-1)?.position ?? 0
  if (from.boxes.length === 0) {
    const missing = getListedBoxes(from).slice(known.boxes.length)
    addBoxes(state, known.shipment.id, from, missing, lastPosition + 1)
    return boxRows.length > added
  }
  const byBoxId = new Map(known.boxes.filter((box) => box.boxId !== null).map((box) => [box.boxId, box]))
  const unnamed = known.boxes.filter((box) => box.boxId === null)
  // Unnamed boxes take the file's ids in order only when every one of them finds its place.
  const canName = byBoxId.size === 0 && unnamed.length === from.boxes.length
  const extra: ImportedBox[] = []
  from.boxes.forEach((box, index) => {
    const match =
      box.boxId === null
        ? known.boxes[index]
        : (byBoxId.get(box.boxId) ?? (canName ? unnamed[index] : undefined))
    if (!match) {
      extra.push(box)
      return
    }
    const changed = cells.length
    if (box.boxId !== null && match.boxId === null) {
      changeCell(state, 'box', match.id, 'boxId', null, box.boxId, from.fbaId)
    }
    if (box.trackingId !== null && box.trackingId !== match.trackingId) {
      const trackingId = takeUnlessOwned(state, from.fbaId, box.trackingId)
      if (trackingId !== null)
        changeCell(state, 'box', match.id, 'trackingId', match.trackingId, trackingId, from.fbaId)
    }
    if (box.weightKg !== null)
      changeCell(state, 'box', match.id, 'weightKg', match.weightKg, box.weightKg, from.fbaId)
    if (cells.length > changed) difference.changedBoxes++
  })
  addBoxes(state, known.shipment.id, from, extra, lastPosition + 1)
  return cells.length > before || boxRows.length > added
}

function changeCell(
  { context, difference, cells }: PlanState,
  entity: 'shipment' | 'box',
  id: number,
  field: string,
  current: unknown,
  wanted: unknown,
  fbaId: string,
): void {
  const before = toCell(current)
  const after = toCell(wanted)
  if (before === after) return
  const isTyped = before !== null && context.isTyped(entity, id, field)
  if (isTyped) difference.typed++
  if (field !== 'extras' && field !== 'isGone') {
    const text = (value: CellValue) => (value === null ? null : String(value))
    difference.changes.push({ fbaId, field, before: text(before), after: text(after), isTyped })
  }
  if (!isTyped || context.overwritesTyped) cells.push({ entity, id, field, before, after })
}

function planGone({ context, difference, cells }: PlanState, seen: ReadonlySet<string>): void {
  for (const [fbaId, shipment] of context.previous) {
    if (seen.has(fbaId) || shipment.isGone) continue
    difference.gone++
    difference.goneIds.push(fbaId)
    cells.push({ entity: 'shipment', id: shipment.id, field: 'isGone', before: 0, after: 1 })
  }
}

const isSameRecord = (a: Record<string, string>, b: Record<string, string>): boolean =>
  Object.keys(b).every((key) => a[key] === b[key])
