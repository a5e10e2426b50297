import { getCarriers } from '../../db/carrier.ts'
import { createLabelLookup } from '../../db/former-label.ts'
import { getOverrides } from '../../db/override.ts'
import {
  getBoxesById,
  getBoxesOfShipment,
  getShipmentByFbaId,
  getShipmentsById,
  getTrackingOwner,
} from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import { parseBoxId } from '../../shared/domain/box.ts'
import { getOverrideKey } from '../../shared/domain/override.ts'
import { getFormerBox, type GetLabelOwners } from '../../shared/domain/pairing/former-label.ts'
import type { PairingTarget, TrackingLine } from '../../shared/domain/pairing/pairing.ts'

/** The named shipment, else every shipment the list's labels name, by former labels too. */
export function getListTarget(
  store: Store,
  lines: readonly TrackingLine[],
  shipmentId: number | undefined,
): PairingTarget {
  if (shipmentId !== undefined) return getPairingTarget(store, [shipmentId])
  const { fbaIds, boxRowIds } = listNamed(lines, createLabelLookup(store))
  const named = fbaIds.flatMap((fbaId) => getShipmentByFbaId(store, fbaId)?.id ?? [])
  const former = getBoxesById(store, boxRowIds).map((box) => box.shipmentId)
  return getPairingTarget(store, [...new Set([...named, ...former])])
}

export function getPairingTarget(store: Store, shipmentIds: readonly number[]): PairingTarget {
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier]))
  const excused = new Set([...getOverrides(store, shipmentIds).values()].flat().map(getOverrideKey))
  return {
    shipments: getShipmentsById(store, shipmentIds).map(({ id, fbaId, amazonMode, carrierId }) => ({
      id,
      fbaId,
      amazonMode,
      carrier: carrierId === null ? null : (carriers.get(carrierId) ?? null),
      boxes: getBoxesOfShipment(store, id),
    })),
    getOwner: (trackingId) => getTrackingOwner(store, trackingId),
    isExcused: (shipmentId, rule, value) => excused.has(getOverrideKey({ shipmentId, rule, value })),
    getLabelOwners: createLabelLookup(store),
  }
}

/** A former label says the box itself; the shipment ID in it may be of no shipment that has boxes still. */
function listNamed(
  lines: readonly TrackingLine[],
  getLabelOwners: GetLabelOwners,
): { fbaIds: string[]; boxRowIds: number[] } {
  const fbaIds = new Set<string>()
  const boxRowIds = new Set<number>()
  for (const { fbaId, boxId } of lines) {
    const ofLabel = boxId === undefined ? undefined : parseBoxId(boxId)?.fbaId
    const formerBox = boxId === undefined ? null : getFormerBox(getLabelOwners(boxId))
    if (formerBox !== null) boxRowIds.add(formerBox)
    const named = fbaId ?? ofLabel
    if (named !== undefined && !(formerBox !== null && named === ofLabel)) fbaIds.add(named)
  }
  return { fbaIds: [...fbaIds], boxRowIds: [...boxRowIds] }
}
