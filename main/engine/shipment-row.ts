import { createHash } from 'node:crypto'
import { getBoxesOfShipment, type StoredShipment } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { Box } from '../../shared/domain/box.ts'
import { getBoxesKg } from '../../shared/domain/box-summary.ts'
import type { Carrier } from '../../shared/domain/carrier.ts'
import { makeDatedView } from '../../shared/domain/dated-view.ts'
import { judgeShipment } from '../../shared/domain/rule-pack/judge-shipment.ts'
import type { Rulebook } from '../../shared/domain/rule-pack/rulebook.ts'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import type { StandIn } from '../../shared/domain/stand-in.ts'
import type { GatheredFacts } from './gather-facts.ts'

export interface IndexedShipment extends ShipmentView {
  clientId: number
  isProShared: boolean
  standIn: StandIn | null
  isOpen: boolean
  loadId: number | null
  /** All boxes together; null where one was not weighed. */
  boxesKg: number | null
  hasGap: boolean
  isTrackingAsked: boolean
}

/** A shipment as lists show it. `exported` is the fingerprint of what was exported of it last. */
export function makeShipmentRow(
  store: Store,
  facts: GatheredFacts,
  rulebook: Rulebook,
  exported: string | undefined,
): IndexedShipment {
  const { shipment, clock, chain, owner, boxes, carrier, marketplace, standIn, overrides, load } = facts
  const { status, ...judgement } = judgeShipment(facts, rulebook, overrides)
  return {
    id: shipment.id,
    fbaId: shipment.fbaId,
    clientId: owner.clientId,
    client: owner.client,
    status: getStatus(store, shipment, carrier, status, exported),
    ...judgement,
    isProShared: shipment.isProShared,
    marketplace,
    standIn,
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
    isHistory: shipment.isHistory,
    loadId: shipment.loadId,
    boxesKg: getBoxesKg(boxes),
    load,
    ...makeDatedView(shipment, clock, chain, rulebook.day),
  }
}

function getStatus(
  store: Store,
  shipment: StoredShipment,
  carrier: Carrier | null,
  judged: 'ready' | 'incomplete' | 'error' | 'exempt',
  exported: string | undefined,
): IndexedShipment['status'] {
  if (exported === undefined || judged === 'exempt') return judged
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
