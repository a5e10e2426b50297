import { createHash } from 'node:crypto'
import { getCarriers } from '../../db/carrier.ts'
import { getExportFingerprints } from '../../db/export-record.ts'
import { getNumbersOnFile } from '../../db/numbers-on-file.ts'
import { getOverrides, type StoredOverride } from '../../db/override.ts'
import { getRuleLevels } from '../../db/rule-level.ts'
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
import { amazonPack } from '../../shared/domain/rule-pack/amazon-pack.ts'
import { judgeShipment } from '../../shared/domain/rule-pack/judge-shipment.ts'
import { getMarketplace } from '../../shared/domain/rule-pack/marketplace.ts'
import { createRulebook, type Rulebook } from '../../shared/domain/rule-pack/rulebook.ts'
import { getValidityClock } from '../../shared/domain/validity-clock.ts'
import { makeDatedView } from '../../shared/domain/dated-view.ts'
import { checkStandIn, type NumbersOnFile } from '../../shared/domain/stand-in.ts'
import { filterShipments, type ShipmentFilter, type ShipmentView } from '../../shared/domain/shipment-list.ts'
import { createShipmentLinks, type ShipmentLinks } from './shipment-links.ts'

export interface IndexedShipment extends ShipmentView {
  clientId: number
  isOpen: boolean
  hasGap: boolean
  isTrackingAsked: boolean
}

/** Every shipment with its judgement, kept in memory: 20,000 rows filter, sort and count in milliseconds. */
export interface ShipmentIndex {
  all(): Iterable<IndexedShipment>
  /** Those that a filter leaves, in no particular order. */
  select(filter: ShipmentFilter): IndexedShipment[]
  get(id: number): IndexedShipment | undefined
  count(): number
  /** The day whose rules judge; of another day than before, all are judged again when next asked for. */
  judgeBy(day: string): void
  readonly day: string
  /** Reads and judges these again with those they speak of, all of them when they are next asked for; `all` after a change of carriers or clients. */
  refresh(ids: Iterable<number> | 'all'): void
}

export function createShipmentIndex(store: Store, firstDay: string): ShipmentIndex {
  let day = firstDay
  /** Null after a change of everything, until somebody asks: others may follow before a page is looked at. */
  let links = createShipmentLinks()
  const readRows = () => {
    links = createShipmentLinks()
    return readAll(store, links, day)
  }
  let known: Map<number, IndexedShipment> | null = readRows()
  const getRows = () => (known ??= readRows())
  return {
    all: () => getRows().values(),
    select(filter) {
      const rows = getRows()
      const named = filter.ids?.map((id) => rows.get(id)).filter((row) => row !== undefined)
      return filterShipments(named ?? rows.values(), { ...filter, ids: undefined })
    },
    get: (id) => getRows().get(id),
    count: () => getRows().size,
    get day() {
      return day
    },
    judgeBy(wanted) {
      if (wanted !== day) known = null
      day = wanted
    },
    refresh(ids) {
      if (ids === 'all') known = null
      if (ids === 'all' || !known) return
      const rows = known
      const named = [...ids]
      const list = links.update(named, getShipmentsById(store, named))
      const numbers = judgeAgain(store, links, rows, [...list], day)
      const others = [...rows.values()].filter((row) => !list.has(row.id) && isTouched(row, numbers))
      if (others.length > 0)
        judgeAgain(
          store,
          links,
          rows,
          others.map((row) => row.id),
          day,
        )
    },
  }
}

/** A PRO may have become, or be no longer, what stands elsewhere. */
const isTouched = ({ pro, reasons, warnings, letThrough }: IndexedShipment, numbers: ReadonlySet<string>) =>
  pro !== null &&
  (numbers.has(pro) ||
    [...reasons, ...warnings, ...letThrough].some((id) => id === 'pro-is-isa' || id === 'pro-is-tracking-id'))

/** Puts rows on their new footing; answers the appointments and tracking IDs that stand on them. */
function judgeAgain(
  store: Store,
  links: ShipmentLinks,
  rows: Map<number, IndexedShipment>,
  ids: readonly number[],
  day: string,
): Set<string> {
  const numbers = new Set<string>()
  const judged = judge(
    store,
    links,
    day,
    getShipmentsById(store, ids),
    collectTracking(readBoxFactsOf(store, ids), numbers),
    getExportFingerprints(store, ids),
    getOverrides(store, ids),
  )
  for (const id of ids) {
    const row = judged.get(id)
    if (row) rows.set(id, row)
    else rows.delete(id)
    if (row?.isa) numbers.add(row.isa)
  }
  return numbers
}

function* collectTracking(facts: Iterable<BoxFacts>, numbers: Set<string>): Generator<BoxFacts> {
  for (const row of facts) {
    if (row[2] !== null) numbers.add(row[2])
    yield row
  }
}

const getCarriersById = (store: Store) => new Map(getCarriers(store).map((carrier) => [carrier.id, carrier]))

const getCarrier = (carriers: ReadonlyMap<number, Carrier>, shipment: StoredShipment): Carrier | null =>
  shipment.carrierId === null ? null : (carriers.get(shipment.carrierId) ?? null)

const addFacts = (
  summary: BoxSummary,
  [, hasBoxId, trackingId, isShared, weightKg]: BoxFacts,
  carrier: Carrier | null,
) => addBoxToSummary(summary, hasBoxId === 1, trackingId, isShared === 1, weightKg, carrier)

function readAll(store: Store, links: ShipmentLinks, day: string): Map<number, IndexedShipment> {
  const shipments = getAllShipments(store)
  links.load(shipments)
  return judge(
    store,
    links,
    day,
    shipments,
    readBoxFacts(store),
    getExportFingerprints(store),
    getOverrides(store),
  )
}

export const getRulebook = (store: Store, day: string): Rulebook =>
  createRulebook(amazonPack, day, new Map(getRuleLevels(store).map(({ rule, level }) => [rule, level])))

interface Judging {
  store: Store
  links: ShipmentLinks
  rulebook: Rulebook
  owners: ReadonlyMap<number, ShipmentOwner>
  onFile: NumbersOnFile
  fingerprints: ReadonlyMap<number, string>
  overrides: ReadonlyMap<number, StoredOverride[]>
}

function judge(
  store: Store,
  links: ShipmentLinks,
  day: string,
  shipments: readonly StoredShipment[],
  boxFacts: Iterable<BoxFacts>,
  fingerprints: ReadonlyMap<number, string>,
  overrides: ReadonlyMap<number, StoredOverride[]>,
): Map<number, IndexedShipment> {
  const carriers = getCarriersById(store)
  const working = new Map(
    shipments.map((shipment) => [
      shipment.id,
      { shipment, carrier: getCarrier(carriers, shipment), summary: emptyBoxSummary() },
    ]),
  )
  for (const facts of boxFacts) {
    const entry = working.get(facts[0])
    if (entry) addFacts(entry.summary, facts, entry.carrier)
  }
  const judging: Judging = {
    store,
    links,
    rulebook: getRulebook(store, day),
    owners: getAccountOwners(store),
    onFile: getNumbersOnFile(store),
    fingerprints,
    overrides,
  }
  const rows = new Map<number, IndexedShipment>()
  for (const { shipment, carrier, summary } of working.values())
    rows.set(shipment.id, toRow(judging, shipment, summary, carrier))
  return rows
}

function toRow(
  { store, links, rulebook, owners, onFile, fingerprints, overrides }: Judging,
  shipment: StoredShipment,
  boxes: BoxSummary,
  carrier: Carrier | null,
): IndexedShipment {
  const owner = owners.get(shipment.accountId)!
  const clock = getValidityClock(shipment, links.getPlanArrival(shipment.id), rulebook.day)
  const facts = {
    shipment,
    clock,
    boxes,
    carrier,
    marketplace: getMarketplace(owner.marketplace, shipment.fc),
    day: rulebook.day,
    standIn: shipment.pro === null ? null : checkStandIn(shipment.pro, shipment, onFile),
  }
  const { status, ...judgement } = judgeShipment(facts, rulebook, overrides.get(shipment.id))
  const exported = fingerprints.get(shipment.id) ?? null
  return {
    id: shipment.id,
    fbaId: shipment.fbaId,
    clientId: owner.clientId,
    client: owner.client,
    status: getStatus(store, shipment, carrier, status, exported),
    ...judgement,
    fc: shipment.fc,
    referenceId: shipment.referenceId,
    amazonMode: shipment.amazonMode,
    roadMode: shipment.roadMode,
    programme: shipment.programme,
    boxes: boxes.boxes,
    paired: boxes.withTracking,
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
    ...makeDatedView(shipment, clock, links.getChain(shipment.id), rulebook.day),
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
