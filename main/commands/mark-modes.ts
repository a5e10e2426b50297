import { applyChange, type PlannedChange } from '../../db/change-log.ts'
import { getModeMarks } from '../../db/mode-mark.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import { getBoxesOfShipment, getShipmentsById, getTrackingOwners } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import type { ModeMark } from '../../shared/domain/mode-desk.ts'
import type { RowInserts } from '../../shared/domain/patch.ts'
import { planSameNumber } from '../../shared/domain/same-number.ts'
import { parseBoxValue, type ValueRefusal } from '../../shared/domain/shipment-edit.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'

/** One that is marked already keeps its reason. */
export const markTwoTrucks: Handler<'mode.markTwoTrucks'> = (context, { opId, ids, reason }) =>
  changeMarks(context, opId, 'mode-mark', ids, (store) => {
    const marked = findMarked(store, 'two-trucks')
    const shipments = getShipmentsById(store, new Set(ids)).filter(({ id }) => !marked.has(id))
    const label = { shipments: shipments.length }
    const marks = shipments.map(({ id }) => ({ shipmentId: id, value: '' }))
    const inserts = [insertMarks(store, context, 'two-trucks', marks, reason)]
    return ok({ patch: { inserts, cells: [] }, label, result: label })
  })

export const removeMark: Handler<'mode.removeMark'> = (context, { opId, ids, mark }) =>
  changeMarks(context, opId, 'mode-unmark', ids, (store) => {
    const wanted = new Set(ids)
    const gone = getModeMarks(store).filter((each) => each.mark === mark && wanted.has(each.shipmentId))
    const label = { shipments: new Set(gone.map(({ shipmentId }) => shipmentId)).size }
    const removes = [{ entity: 'override' as const, ids: gone.map(({ id }) => id) }]
    return ok({ patch: { inserts: [], cells: [], removes }, label, result: label })
  })

/** The number goes on every box that has none; the reason says why there is not one for each. */
export const writeSameNumber: Handler<'mode.useSameNumber'> = (context, { opId, id, number, reason }) =>
  changeMarks(context, opId, 'mode-same-number', [id], (store) => {
    const shipment = getShipmentsById(store, [id])[0]
    if (!shipment) return ok({ patch: { inserts: [], cells: [] }, result: { boxes: 0 } })
    const parsed = checkNumber(store, shipment.fbaId, number)
    if (!parsed.ok) return parsed
    const cells = planSameNumber(getBoxesOfShipment(store, id), parsed.value)
    const isMarked = getModeMarks(store).some(
      ({ shipmentId, mark, value }) => shipmentId === id && mark === 'same-number' && value === parsed.value,
    )
    const marks = isMarked ? [] : [{ shipmentId: id, value: parsed.value }]
    const result = { boxes: cells.filter(({ field }) => field === 'trackingId').length }
    const inserts = [insertMarks(store, context, 'same-number', marks, reason)]
    return ok({ patch: { inserts, cells }, label: { ...result, fbaId: shipment.fbaId }, result })
  })

function changeMarks<T>(
  context: CommandContext,
  opId: string,
  command: string,
  ids: readonly number[],
  plan: (store: Store) => Result<PlannedChange<T>, CallProblem>,
): Result<T, CallProblem> {
  const applied = applyChange(context.store, toRequest(context, opId, command, {}), plan)
  if (!applied.ok) return applied
  context.index.refresh(ids)
  context.emit('changed', { shipments: [...ids], lists: false })
  return ok(applied.value.result)
}

const findMarked = (store: Store, mark: ModeMark): Set<number> =>
  new Set(getModeMarks(store).flatMap((each) => (each.mark === mark ? [each.shipmentId] : [])))

function insertMarks(
  store: Store,
  context: CommandContext,
  mark: ModeMark,
  marks: readonly { shipmentId: number; value: string }[],
  reason: string,
): RowInserts {
  const first = takeRowIds(store, 'override', marks.length)
  return {
    entity: 'override',
    fields: ['id', 'shipmentId', 'rule', 'value', 'reason', 'who', 'atMs'],
    rows: marks.map(({ shipmentId, value }, index) => [
      first + index,
      shipmentId,
      mark,
      value,
      reason,
      context.who(),
      context.nowMs(),
    ]),
  }
}

/** A tracking ID that stands on no box of another shipment. */
function checkNumber(store: Store, fbaId: string, text: string): Result<string, CallProblem> {
  const refuse = (reason: ValueRefusal, owner: string | null = null) =>
    fail({ kind: 'value-refused' as const, field: 'trackingId', value: text, reason, owner })
  const parsed = parseBoxValue('trackingId', text, fbaId)
  if (!parsed.ok) return refuse(parsed.problem)
  if (typeof parsed.value !== 'string') return refuse('length')
  const elsewhere = getTrackingOwners(store, parsed.value).find((owner) => owner.fbaId !== fbaId)
  return elsewhere ? refuse('used-elsewhere', elsewhere.fbaId) : ok(parsed.value)
}
