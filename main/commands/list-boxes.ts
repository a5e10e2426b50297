import { getBoxPage } from '../../db/box-page.ts'
import { getCarriers } from '../../db/carrier.ts'
import { getOverrides } from '../../db/override.ts'
import type { BoxView } from '../../shared/contract/outputs.ts'
import { getOverrideKey, type TrackingOverride } from '../../shared/domain/override.ts'
import { checkForCourier, checkTrackingNumber } from '../../shared/domain/number/tracking-number.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

export const pageBoxes: Handler<'box.page'> = ({ store, index }, { filter, offset, limit }) => {
  const terms = (filter.search ?? '')
    .toUpperCase()
    .split(/[\s,;，；、]+/)
    .filter((term) => term !== '')
  const page = getBoxPage(store, { ...filter, terms, offset, limit })
  const couriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier.courier]))
  const overrides = getOverrides(store, [...new Set(page.rows.map((box) => box.shipmentId))])
  const reasons = new Map(
    [...overrides.values()].flat().map((override) => [getOverrideKey(override), override.reason]),
  )
  const rows = page.rows.map((box): BoxView => {
    const shipment = index.get(box.shipmentId)!
    const courier = shipment.carrierId === null ? null : (couriers.get(shipment.carrierId) ?? null)
    const getReason = (rule: TrackingOverride): string | null =>
      reasons.get(getOverrideKey({ shipmentId: box.shipmentId, rule, value: box.trackingId ?? '' })) ?? null
    const digitReason = getReason('tracking-check-digit')
    const otherReason = getReason('tracking-other-format') ?? getReason('tracking-shared')
    const check = checkBox(box.trackingId, courier)
    const isKept = check === 'invalid' && digitReason !== null
    return {
      ...box,
      isTrackingShared: box.isTrackingShared === 1,
      fbaId: shipment.fbaId,
      client: shipment.client,
      carrier: shipment.carrier,
      check: isKept ? 'kept' : check,
      keptBecause: isKept ? digitReason : otherReason,
    }
  })
  return ok({ total: page.total, rows })
}

function checkBox(trackingId: string | null, courier: string | null): BoxView['check'] {
  if (trackingId === null) return 'missing'
  if (courier === null) return checkTrackingNumber(trackingId).verdict
  const verdict = checkForCourier(trackingId, courier)
  return verdict === 'unknown-format' || verdict === 'not-checked' ? 'unknown' : verdict
}
