import type { Box } from '../shared/domain/box.ts'
import type { LabelledBox } from '../shared/domain/reissue.ts'
import type { Shipment } from '../shared/domain/shipment.ts'
import { shipments } from './schema.ts'
import type { Store } from './store.ts'

export type StoredShipment = Shipment & {
  isGone: boolean
  templateSha256: string | null
  importId: number | null
  sourceSheet: number | null
  sourceRow: number | null
}

export interface ShipmentOwner {
  clientId: number
  client: string
  /** As the client's sheet names it; '' where nobody said. */
  marketplace: string
}

export const getAllShipments = (store: Store): StoredShipment[] => store.orm.select().from(shipments).all()

const shipmentColumns = `id, fba_id AS fbaId, account_id AS accountId, fc, reference_id AS referenceId,
  amazon_mode AS amazonMode, road_mode AS roadMode, programme, carrier_id AS carrierId, pro,
  is_pro_shared AS isProShared, bol, isa, client_reference AS clientReference,
  declared_box_count AS declaredBoxCount, gross_weight_kg AS grossWeightKg, amazon_status AS amazonStatus, note,
  created_on AS createdOn, origin, plan_id AS planId, eta_on AS etaOn, appointment_at AS appointmentAt,
  window_from AS windowFrom, window_to AS windowTo, delivered_on AS deliveredOn, pallet_count AS palletCount,
  replaced_by AS replacedBy, finding, verified_on AS verifiedOn, verified_by AS verifiedBy,
  load_id AS loadId,
  is_history AS isHistory, extras, is_gone AS isGone, template_sha256 AS templateSha256, import_id AS importId,
  source_sheet AS sourceSheet, source_row AS sourceRow`

type RawShipment = Omit<StoredShipment, 'isProShared' | 'isHistory' | 'isGone' | 'extras'> & {
  isProShared: number
  isHistory: number
  isGone: number
  extras: string
}

const toShipment = (row: RawShipment): StoredShipment => ({
  ...row,
  isProShared: row.isProShared === 1,
  isHistory: row.isHistory === 1,
  isGone: row.isGone === 1,
  extras: JSON.parse(row.extras) as Record<string, string>,
})

/** In the order of the ids; one that is not there is left out. */
export function getShipmentsById(store: Store, ids: Iterable<number>): StoredShipment[] {
  const list = [...ids]
  const rows = store
    .prepare(`SELECT ${shipmentColumns} FROM shipments WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(list)) as RawShipment[]
  const found = new Map(rows.map((row) => [row.id, row]))
  return list
    .map((id) => found.get(id))
    .filter((row) => row !== undefined)
    .map(toShipment)
}

export function getShipmentByFbaId(store: Store, fbaId: string): StoredShipment | null {
  const row = store.prepare(`SELECT ${shipmentColumns} FROM shipments WHERE fba_id = ?`).get(fbaId)
  return row ? toShipment(row as RawShipment) : null
}

/** Client of every seller account. */
export function getAccountOwners(store: Store): Map<number, ShipmentOwner> {
  const rows = store
    .prepare(
      `SELECT a.id, c.id AS clientId, c.name AS client, a.marketplace
       FROM accounts a JOIN clients c ON c.id = a.client_id`,
    )
    .all() as ({ id: number } & ShipmentOwner)[]
  return new Map(rows.map(({ id, ...owner }) => [id, owner]))
}

const boxColumns = `id, shipment_id AS shipmentId, position, box_id AS boxId, tracking_id AS trackingId,
  is_tracking_shared AS isTrackingShared, weight_kg AS weightKg`

type RawBox = Omit<Box, 'isTrackingShared'> & { isTrackingShared: number }
const toBox = (row: RawBox): Box => ({ ...row, isTrackingShared: row.isTrackingShared === 1 })

/** Boxes of one shipment in the order of the authoritative list. */
export function getBoxesOfShipment(store: Store, shipmentId: number): Box[] {
  const statement = store.prepare(`SELECT ${boxColumns} FROM boxes WHERE shipment_id = ? ORDER BY position`)
  return (statement.all(shipmentId) as RawBox[]).map(toBox)
}

export function getBoxesById(store: Store, ids: Iterable<number>): Box[] {
  const statement = store.prepare(`SELECT ${boxColumns} FROM boxes WHERE id = ?`)
  const found: Box[] = []
  for (const id of ids) {
    const row = statement.get(id) as RawBox | undefined
    if (row) found.push(toBox(row))
  }
  return found
}

/** One row of every box. */
export type BoxFacts = [
  shipmentId: number,
  hasBoxId: number,
  trackingId: string | null,
  isShared: number,
  weightKg: number | null,
]

const boxFactColumns = 'shipment_id, box_id IS NOT NULL, tracking_id, is_tracking_shared, weight_kg'

export const readBoxFacts = (store: Store): IterableIterator<BoxFacts> =>
  store.prepare(`SELECT ${boxFactColumns} FROM boxes`).raw().iterate() as IterableIterator<BoxFacts>

export const readBoxFactsOf = (store: Store, shipmentIds: readonly number[]): IterableIterator<BoxFacts> =>
  store
    .prepare(
      `SELECT ${boxFactColumns} FROM boxes
       WHERE shipment_id IN (SELECT value FROM json_each(?))`,
    )
    .raw()
    .iterate(JSON.stringify(shipmentIds)) as IterableIterator<BoxFacts>

export interface BoxOwner {
  boxRowId: number
  fbaId: string
}

/** Where a tracking ID stands now: on one box, or on several that share it. */
export const getTrackingOwners = (store: Store, trackingId: string): BoxOwner[] =>
  store
    .prepare(
      `SELECT b.id AS boxRowId, s.fba_id AS fbaId FROM
         (SELECT id, shipment_id FROM boxes WHERE tracking_id = @trackingId AND is_tracking_shared = 0
          UNION ALL
          SELECT id, shipment_id FROM boxes WHERE tracking_id = @trackingId AND is_tracking_shared = 1) b
       JOIN shipments s ON s.id = b.shipment_id`,
    )
    .all({ trackingId }) as BoxOwner[]

/** The first of several that share it. */
export function getTrackingOwner(
  store: Store,
  trackingId: string,
): (BoxOwner & { isShared: boolean }) | null {
  const [owner, ...others] = getTrackingOwners(store, trackingId)
  return owner ? { ...owner, isShared: others.length > 0 } : null
}

/** Where a box ID stands now. */
export const getBoxIdOwners = (store: Store, boxId: string): BoxOwner[] =>
  store
    .prepare(
      `SELECT b.id AS boxRowId, s.fba_id AS fbaId FROM boxes b JOIN shipments s ON s.id = b.shipment_id
       WHERE b.box_id = ?`,
    )
    .all(boxId) as BoxOwner[]

export interface ProHolder {
  id: number
  fbaId: string
  carrierId: number | null
  isProShared: boolean
}

/** Where a PRO number stands now: on one shipment, or on several that share it on purpose. */
export const getProOwners = (store: Store, pro: string): ProHolder[] =>
  (
    store
      .prepare(
        `SELECT id, fba_id AS fbaId, carrier_id AS carrierId, 0 AS isProShared
         FROM shipments WHERE pro = @pro AND is_pro_shared = 0
         UNION ALL SELECT id, fba_id, carrier_id, 1 FROM shipments WHERE pro = @pro AND is_pro_shared = 1`,
      )
      .all({ pro }) as (Omit<ProHolder, 'isProShared'> & { isProShared: number })[]
  ).map((row) => ({ ...row, isProShared: row.isProShared === 1 }))

/** Boxes of one shipment in order, with the labels they had under earlier shipment IDs. */
export function getLabelledBoxes(store: Store, shipmentId: number): LabelledBox[] {
  const statement = store.prepare(
    `SELECT ${boxColumns}, former_box_ids AS formerBoxIds FROM boxes WHERE shipment_id = ? ORDER BY position`,
  )
  const rows = statement.all(shipmentId) as (RawBox & Pick<LabelledBox, 'formerBoxIds'>)[]
  return rows.map((row) => ({ ...toBox(row), formerBoxIds: row.formerBoxIds }))
}

/** FBA shipment ID of the shipment that this one took the place of. */
export const getReplacedFbaId = (store: Store, id: number): string | null =>
  (store.prepare('SELECT fba_id FROM shipments WHERE replaced_by = ?').pluck().get(id) as
    string | undefined) ?? null

export type AssignedCells = Pick<Shipment, 'carrierId' | 'pro' | 'amazonMode' | 'loadId'>

/** What a batch assign writes, as it stands. */
export function readAssignedCells(store: Store, ids: readonly number[]): Map<number, AssignedCells> {
  const rows = store
    .prepare(
      `SELECT id, carrier_id AS carrierId, pro, amazon_mode AS amazonMode, load_id AS loadId FROM shipments
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as ({ id: number } & AssignedCells)[]
  return new Map(rows.map((row) => [row.id, row]))
}
