import { applyChange, type AppliedChange, type ChangeRequest } from '../../db/change-log.ts'
import { getOverrides } from '../../db/override.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import {
  getAccountOwners,
  getLabelledBoxes,
  getReplacedFbaId,
  getShipmentByFbaId,
  getShipmentsById,
} from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import {
  planReissue,
  type ReissuePlan,
  type ReissueSide,
  type ReissueSummary,
} from '../../shared/domain/reissue.ts'
import type { Entity } from '../../shared/domain/patch.ts'
import { insertTakenOverrides } from '../../shared/domain/reissue-overrides.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'

/** What would move from one ID to the other; nothing is written. */
export const previewReissue: Handler<'reissue.preview'> = ({ store }, { from, to }) => {
  const planned = planStoredReissue(store, from, to, () => 0)
  return planned.ok ? ok(planned.value.summary) : planned
}

/** The client's new ID takes over boxes, numbers and truck: one change, one undo. */
export const applyReissue: Handler<'reissue.apply'> = (context, { opId, from, to }) => {
  const applied = storeReissue(context.store, toRequest(context, opId, 'reissue', { from, to }), { from, to })
  if (!applied.ok) return applied
  const ids = [from, to].flatMap((fbaId) => getShipmentByFbaId(context.store, fbaId)?.id ?? [])
  context.index.refresh(ids)
  context.emit('changed', { shipments: 'all', lists: true })
  return ok(applied.value.result)
}

export const storeReissue = (
  target: Store,
  request: ChangeRequest,
  { from, to }: { from: string; to: string },
): Result<AppliedChange<ReissueSummary>, CallProblem> =>
  applyChange(target, request, (store) => {
    const planned = planStoredReissue(store, from, to, (entity, count) => takeRowIds(store, entity, count))
    if (!planned.ok) return planned
    const { patch, summary } = planned.value
    return ok({ patch, label: { from, to, boxes: summary.boxes }, result: summary })
  })

export function planStoredReissue(
  store: Store,
  from: string,
  to: string,
  takeIds: (entity: Entity, count: number) => number,
): Result<ReissuePlan, CallProblem> {
  const old = getSide(store, from)
  if (!old) return fail({ kind: 'reissue-refused', problem: { kind: 'not-on-file', fbaId: from } })
  const known = getSide(store, to)
  const planned = planReissue(old, {
    fbaId: to,
    known,
    newShipmentId: known ? known.shipment.id : takeIds('shipment', 1),
  })
  if (!planned.ok) return fail({ kind: 'reissue-refused', problem: planned.problem })
  const { patch, overrides } = planned.value
  if (overrides.length === 0) return planned
  const inserts = [...patch.inserts, insertTakenOverrides(overrides, takeIds('override', overrides.length))]
  return ok({ ...planned.value, patch: { ...patch, inserts } })
}

function getSide(store: Store, fbaId: string): ReissueSide | null {
  const shipment = getShipmentByFbaId(store, fbaId)
  if (!shipment) return null
  const [successor] = shipment.replacedBy === null ? [] : getShipmentsById(store, [shipment.replacedBy])
  return {
    shipment,
    client: getAccountOwners(store).get(shipment.accountId)!.client,
    replacedBy: successor?.fbaId ?? null,
    replaces: getReplacedFbaId(store, shipment.id),
    boxes: getLabelledBoxes(store, shipment.id),
    overrides: getOverrides(store, [shipment.id]).get(shipment.id) ?? [],
  }
}
