import { applyChange } from '../../db/change-log.ts'
import { getShipmentByFbaId, type StoredShipment } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { diffFields } from '../../shared/domain/patch.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'

/** Notes what a dispatcher saw when looking IDs up at Amazon, with the day and who looked. */
export const verifyShipments: Handler<'shipment.verify'> = (context, { opId, fbaIds, finding, on }) => {
  const today = formatLocalDay(context.nowMs())
  const verifiedOn = on ?? today
  if (verifiedOn > today)
    return fail({
      kind: 'value-refused',
      field: 'verifiedOn',
      value: verifiedOn,
      reason: 'in-the-future',
      owner: null,
    })
  const ids: number[] = []
  const request = toRequest(context, opId, 'verify', { finding })
  const applied = applyChange(context.store, request, (store) => {
    const found = findShipments(store, fbaIds)
    if (!found.ok) return found
    ids.push(...found.value.map(({ id }) => id))
    const cells = found.value.flatMap((shipment) =>
      diffFields('shipment', shipment, { finding, verifiedOn, verifiedBy: context.who() }),
    )
    const label = {
      shipments: found.value.length,
      finding,
      ...(found.value.length === 1 && { fbaId: fbaIds[0]! }),
    }
    return ok({ patch: { inserts: [], cells }, label, result: { shipments: found.value.length } })
  })
  if (!applied.ok) return applied
  context.index.refresh(ids)
  context.emit('changed', { shipments: ids, lists: false })
  return ok(applied.value.result)
}

function findShipments(store: Store, fbaIds: readonly string[]): Result<StoredShipment[], CallProblem> {
  const shipments: StoredShipment[] = []
  for (const fbaId of new Set(fbaIds)) {
    const shipment = getShipmentByFbaId(store, fbaId)
    if (!shipment) return fail({ kind: 'shipment-unknown', fbaId })
    shipments.push(shipment)
  }
  return ok(shipments)
}
