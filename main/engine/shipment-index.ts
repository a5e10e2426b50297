import { createHash } from 'node:crypto'
import { getCarriers } from '../../db/carrier.ts'
import { getExportFingerprints } from '../../db/export-record.ts'
import { getAllOverrides } from '../../db/override.ts'
import {
  getAccountOwners,
  getAllShipments,
  getBoxesOfShipment,
  getShipmentsById,
  readBoxFacts,
  readBoxFactsOf,
  type BoxFacts,
  type ShipmentOwner,
  type StoredShipment,
} from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { Box } from '../../shared/domain/box.ts'
import { addBoxToSummary, emptyBoxSummary, type BoxSummary } from '../../shared/domain/box-summary.ts'
import type { Carrier } from '../../shared/domain/carrier.ts'
import { getOverrideKey } from '../../shared/domain/override.ts'
import { judgeShipment } from '../../shared/domain/readiness.ts'
import { filterShipments, type ShipmentFilter, type ShipmentView } from '../../shared/domain/shipment-list.ts'

export interface IndexedShipment extends ShipmentView {
  clientId: number
  isProShared: boolean
  etaOn: string | null
  appointmentAt: string | null
  isOpen: boolean
  hasGap: boolean
}

/** Every shipment with its judgement, kept in memory: 20,000 rows filter, sort and count in milliseconds. */
export interface ShipmentIndex {
  all(): Iterable<IndexedShipment>
  /** Those that a filter leaves, in no particular order. */
  select(filter: ShipmentFilter): IndexedShipment[]
  get(id: number): IndexedShipment | undefined
  count(): number
  /** Reads and judges these again, all of them when they are next asked for; `all` after a change of carriers or clients. */
  refresh(ids: Iterable<number> | 'all'): void
}

export function createShipmentIndex(store: Store): ShipmentIndex {
  /** Null after a change of everything, until somebody asks: others may follow before a page is looked at. */
  let known: Map<number, IndexedShipment> | null = readAll(store)
  const getRows = () => (known ??= readAll(store))
  return {
    all: () => getRows().values(),
    select(filter) {
      const rows = getRows()
      const named = filter.ids?.map((id) => rows.get(id)).filter((row) => row !== undefined)
      return filterShipments(named ?? rows.values(), { ...filter, ids: undefined })
    },
    get: (id) => getRows().get(id),
    count: () => getRows().size,
    refresh(ids) {
      if (ids === 'all') known = null
      if (ids === 'all' || !known) return
      const rows = known
      const list = [...ids]
      const judged = judge(
        store,
        getShipmentsById(store, list),
        readBoxFactsOf(store, list),
        getExportFingerprints(store, list),
      )
      for (const id of list) {
        const row = judged.get(id)
        if (row) rows.set(id, row)
        else rows.delete(id)
      }
    },
  }
}

const getCarriersById = (store: Store) => new Map(getCarriers(store).map((carrier) => [carrier.id, carrier]))

const getCarrier = (carriers: ReadonlyMap<number, Carrier>, shipment: StoredShipment): Carrier | null =>
  shipment.carrierId === null ? null : (carriers.get(shipment.carrierId) ?? null)

const addFacts = (
  summary: BoxSummary,
  [shipmentId, hasBoxId, trackingId, isShared]: BoxFacts,
  carrier: Carrier | null,
  overrides: ReadonlySet<string>,
) =>
  addBoxToSummary(summary, hasBoxId === 1, trackingId, isShared === 1, carrier, (rule, value) =>
    overrides.has(getOverrideKey({ shipmentId, rule, value })),
  )

const readAll = (store: Store): Map<number, IndexedShipment> =>
  judge(store, getAllShipments(store), readBoxFacts(store), getExportFingerprints(store))

function judge(
  store: Store,
  shipments: readonly StoredShipment[],
  boxFacts: Iterable<BoxFacts>,
  fingerprints: ReadonlyMap<number, string>,
): Map<number, IndexedShipment> {
  const carriers = getCarriersById(store)
  const owners = getAccountOwners(store)
  const overrides = new Set(getAllOverrides(store).map(getOverrideKey))
  const working = new Map(
    shipments.map((shipment) => [
      shipment.id,
      { shipment, carrier: getCarrier(carriers, shipment), summary: emptyBoxSummary() },
    ]),
  )
  for (const facts of boxFacts) {
    const entry = working.get(facts[0])
    if (entry) addFacts(entry.summary, facts, entry.carrier, overrides)
  }
  const rows = new Map<number, IndexedShipment>()
  for (const { shipment, carrier, summary } of working.values()) {
    const exported = fingerprints.get(shipment.id) ?? null
    rows.set(shipment.id, toRow(store, shipment, summary, carrier, owners, exported))
  }
  return rows
}

function toRow(
  store: Store,
  shipment: StoredShipment,
  summary: BoxSummary,
  carrier: Carrier | null,
  owners: ReadonlyMap<number, ShipmentOwner>,
  exported: string | null,
): IndexedShipment {
  const judgement = judgeShipment(shipment, summary, carrier)
  const owner = owners.get(shipment.accountId)!
  return {
    id: shipment.id,
    fbaId: shipment.fbaId,
    clientId: owner.clientId,
    isProShared: shipment.isProShared,
    etaOn: shipment.etaOn,
    appointmentAt: shipment.appointmentAt,
    client: owner.client,
    status: getStatus(store, shipment, carrier, judgement.status, exported),
    reasons: judgement.reasons,
    isOpen: judgement.isOpen,
    hasGap: judgement.hasGap,
    fc: shipment.fc,
    referenceId: shipment.referenceId,
    amazonMode: shipment.amazonMode,
    roadMode: shipment.roadMode,
    programme: shipment.programme,
    boxes: summary.boxes,
    paired: summary.withTracking,
    grossWeightKg: shipment.grossWeightKg,
    carrierId: shipment.carrierId,
    carrier: carrier?.name ?? null,
    pro: shipment.pro,
    bol: shipment.bol,
    isa: shipment.isa,
    clientReference: shipment.clientReference,
    amazonStatus: shipment.amazonStatus,
    note: shipment.note,
    hasTemplate: shipment.templateSha256 !== null,
    isHistory: shipment.isHistory,
  }
}

function getStatus(
  store: Store,
  shipment: StoredShipment,
  carrier: Carrier | null,
  judged: 'ready' | 'incomplete' | 'error' | 'exempt',
  exported: string | null,
): IndexedShipment['status'] {
  if (exported === null || judged === 'exempt') return judged
  const now = getExportedValuesFingerprint(shipment, carrier, getBoxesOfShipment(store, shipment.id))
  return now === exported ? 'exported' : judged === 'ready' ? 'changed' : judged
}

/** Stands for everything an export says of a shipment: the same fingerprint, the same files. */
export function getExportedValuesFingerprint(
  shipment: Pick<
    StoredShipment,
    'fbaId' | 'fc' | 'amazonMode' | 'pro' | 'bol' | 'referenceId' | 'grossWeightKg'
  >,
  carrier: Pick<Carrier, 'name' | 'scac' | 'amazonName'> | null,
  boxes: readonly Pick<Box, 'boxId' | 'trackingId'>[],
): string {
  const { fbaId, fc, amazonMode, pro, bol, referenceId, grossWeightKg } = shipment
  const values = [
    [fbaId, fc, amazonMode, pro, bol, referenceId, grossWeightKg],
    [carrier?.name, carrier?.scac, carrier?.amazonName],
    boxes.map((box) => [box.boxId, box.trackingId]),
  ]
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}
