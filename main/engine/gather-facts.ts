import { getCarriers } from '../../db/carrier.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { getOverrides, type StoredOverride } from '../../db/override.ts'
import { getLoadNumbers } from '../../db/load.ts'
import { getLinkedShipments } from '../../db/linked-shipment.ts'
import { readNumbersOnFile } from '../../db/numbers-on-file.ts'
import {
  getAccountOwners,
  getAllShipments,
  getShipmentsById,
  readBoxFacts,
  readBoxFactsOf,
  type BoxFacts,
  type ShipmentOwner,
  type StoredShipment,
} from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import { findBlockMisfit } from '../../shared/domain/block-misfit.ts'
import { addBoxToSummary, emptyBoxSummary } from '../../shared/domain/box-summary.ts'
import { getMarketplace } from '../../shared/domain/rule-pack/marketplace.ts'
import type { ShipmentFacts } from '../../shared/domain/rule-pack/rule.ts'
import { getValidityClock } from '../../shared/domain/validity-clock.ts'
import { checkStandIn } from '../../shared/domain/stand-in.ts'
import { createShipmentLinks } from './shipment-links.ts'

/** What the rules look at, with what only the store knows of the shipment. */
export interface GatheredFacts extends ShipmentFacts {
  shipment: StoredShipment
  owner: ShipmentOwner
  overrides: readonly StoredOverride[]
  /** FBA shipment IDs of the same goods, the first one first; empty where it was never issued anew. */
  chain: string[]
  /** Number of its load. */
  load: string | null
}

/** Facts of all shipments, or of those named, as they stand now. `onTracking` is told each tracking ID that is read. */
export function gatherFacts(
  store: Store,
  day: string,
  ids: readonly number[] | 'all',
  onTracking?: (trackingId: string) => void,
): GatheredFacts[] {
  const shipments = ids === 'all' ? getAllShipments(store) : getShipmentsById(store, ids)
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier]))
  const owners = getAccountOwners(store)
  const pros = shipments.map((shipment) => shipment.pro).filter((pro) => pro !== null)
  const blocks = pros.length === 0 ? [] : getNumberBlocks(store)
  const onFile = readNumbersOnFile(store, pros)
  const overrides = getOverrides(store, ids === 'all' ? undefined : ids)
  const loads = getLoadNumbers(store)
  const links = createShipmentLinks(ids === 'all' ? shipments : getLinkedShipments(store, ids))
  const gathered = shipments.map((shipment): GatheredFacts => {
    const owner = owners.get(shipment.accountId)!
    const { carrierId, pro } = shipment
    const carrier = carrierId === null ? null : (carriers.get(carrierId) ?? null)
    const standIn = pro === null ? null : (checkStandIn(pro, shipment, onFile)?.kind ?? null)
    return {
      shipment,
      owner,
      overrides: overrides.get(shipment.id) ?? [],
      boxes: emptyBoxSummary(),
      carrier,
      marketplace: getMarketplace(owner.marketplace, shipment.fc),
      day,
      clock: getValidityClock(shipment, links.getPlanFacts(shipment.id), day),
      chain: links.getChain(shipment.id),
      load: shipment.loadId === null ? null : (loads.get(shipment.loadId) ?? null),
      standIn,
      // What a number really is says more than that it is of no block.
      blockMisfit: pro === null || standIn ? null : (findBlockMisfit(pro, carrier, blocks)?.kind ?? null),
    }
  })
  const byId = new Map(gathered.map((facts) => [facts.shipment.id, facts]))
  for (const row of ids === 'all' ? readBoxFacts(store) : readBoxFactsOf(store, ids)) {
    if (row[2] !== null) onTracking?.(row[2])
    const facts = byId.get(row[0])
    if (facts) addBox(facts, row)
  }
  return gathered
}

/** A reason on file lets a number through for the box that has it. */
const addBox = (
  { boxes, carrier, overrides }: GatheredFacts,
  [, hasBoxId, trackingId, isShared, weightKg]: BoxFacts,
): void =>
  addBoxToSummary(boxes, hasBoxId === 1, trackingId, isShared === 1, weightKg, carrier, (rule, value) =>
    overrides.some((override) => override.rule === rule && override.value === value),
  )
