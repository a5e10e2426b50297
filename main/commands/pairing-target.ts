import { getCarriers } from '../../db/carrier.ts'
import { getOverrides } from '../../db/override.ts'
import {
  getBoxesOfShipment,
  getShipmentByFbaId,
  getShipmentsById,
  getTrackingOwner,
} from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import { parseBoxId } from '../../shared/domain/box.ts'
import { getOverrideKey } from '../../shared/domain/override.ts'
import type { PairingTarget, TrackingLine } from '../../shared/domain/pairing/pairing.ts'

/** The named shipment, else every shipment the list's labels name. */
export function getListTarget(
  store: Store,
  lines: readonly TrackingLine[],
  shipmentId: number | undefined,
): PairingTarget {
  if (shipmentId !== undefined) return getPairingTarget(store, [shipmentId])
  const named = [...getNamedShipments(lines)].flatMap((fbaId) => getShipmentByFbaId(store, fbaId)?.id ?? [])
  return getPairingTarget(store, named)
}

export function getPairingTarget(store: Store, shipmentIds: readonly number[]): PairingTarget {
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier]))
  const excused = new Set([...getOverrides(store, shipmentIds).values()].flat().map(getOverrideKey))
  return {
    shipments: getShipmentsById(store, shipmentIds).map(({ id, fbaId, carrierId }) => ({
      id,
      fbaId,
      carrier: carrierId === null ? null : (carriers.get(carrierId) ?? null),
      boxes: getBoxesOfShipment(store, id),
    })),
    getOwner: (trackingId) => getTrackingOwner(store, trackingId),
    isExcused: (shipmentId, rule, value) => excused.has(getOverrideKey({ shipmentId, rule, value })),
  }
}

function getNamedShipments(lines: readonly TrackingLine[]): Set<string> {
  const named = new Set<string>()
  for (const line of lines) {
    const fbaId = line.fbaId ?? (line.boxId === undefined ? undefined : parseBoxId(line.boxId)?.fbaId)
    if (fbaId !== undefined) named.add(fbaId)
  }
  return named
}
