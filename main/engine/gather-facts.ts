import { getCarriers } from '../../db/carrier.ts'
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
import { addBoxToSummary, emptyBoxSummary, type BoxSummary } from '../../shared/domain/box-summary.ts'
import type { Carrier } from '../../shared/domain/carrier.ts'
import { getMarketplace } from '../../shared/domain/rule-pack/marketplace.ts'
import type { ShipmentFacts } from '../../shared/domain/rule-pack/rule.ts'
import { checkStandIn } from '../../shared/domain/stand-in.ts'

/** What the rules look at, with what only the store knows of the shipment. */
export interface GatheredFacts extends ShipmentFacts {
  shipment: StoredShipment
  owner: ShipmentOwner
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
  const onFile = readNumbersOnFile(store, pros)
  const gathered = shipments.map((shipment): GatheredFacts => {
    const owner = owners.get(shipment.accountId)!
    return {
      shipment,
      owner,
      boxes: emptyBoxSummary(),
      carrier: shipment.carrierId === null ? null : (carriers.get(shipment.carrierId) ?? null),
      marketplace: getMarketplace(owner.marketplace, shipment.fc),
      day,
      standIn: shipment.pro === null ? null : (checkStandIn(shipment.pro, shipment, onFile)?.kind ?? null),
    }
  })
  const byId = new Map(gathered.map((facts) => [facts.shipment.id, facts]))
  for (const row of ids === 'all' ? readBoxFacts(store) : readBoxFactsOf(store, ids)) {
    if (row[2] !== null) onTracking?.(row[2])
    const facts = byId.get(row[0])
    if (facts) addBox(facts.boxes, row, facts.carrier)
  }
  return gathered
}

const addBox = (
  summary: BoxSummary,
  [, hasBoxId, trackingId, isShared, weightKg]: BoxFacts,
  carrier: Carrier | null,
): void => addBoxToSummary(summary, hasBoxId === 1, trackingId, isShared === 1, weightKg, carrier)
