import { applyChange, type ChangeRequest, type PlannedChange } from '../../db/change-log.ts'
import { getModeMarks } from '../../db/mode-mark.ts'
import { getOverrides, insertOverrides } from '../../db/override.ts'
import { getBoxesOfShipment, getShipmentsById, getTrackingOwners } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import type { ModeMark } from '../../shared/domain/mode-desk.ts'
import { ruleTests } from '../../shared/domain/rule-pack/rule-tests.ts'
import { planSameNumber } from '../../shared/domain/same-number.ts'
import { parseBoxValue, type ValueRefusal } from '../../shared/domain/shipment-edit.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { gatherFacts } from '../engine/gather-facts.ts'
import { toRequest } from './change-request.ts'

/** One that is marked already keeps its reason. */
export const markTwoTrucks: Handler<'mode.markTwoTrucks'> = (context, { opId, ids, reason }) =>
  changeMarks(context, opId, 'mode-mark', ids, (store, request) => {
    const marks = getShipmentsById(store, new Set(ids)).map(({ id }) => ({
      shipmentId: id,
      rule: 'two-trucks' satisfies ModeMark,
      value: '',
      reason,
    }))
    const inserts = insertOverrides(store, marks, request)
    const result = { shipments: inserts.reduce((sum, { rows }) => sum + rows.length, 0) }
    return ok({ patch: { inserts, cells: [] }, label: result, result })
  })

/** What was let through together with the mark is let through no more. */
export const removeMark: Handler<'mode.removeMark'> = (context, { opId, ids, mark }) =>
  changeMarks(context, opId, 'mode-unmark', ids, (store) => {
    const wanted = new Set(ids)
    const gone = getModeMarks(store).filter((each) => each.mark === mark && wanted.has(each.shipmentId))
    const given = getOverrides(store, [...wanted])
    const overrideIds = gone.flatMap(({ shipmentId, atMs, reason }) =>
      given
        .get(shipmentId)!
        .filter((override) => override.atMs === atMs && override.reason === reason)
        .map(({ id }) => id),
    )
    const label = { shipments: new Set(gone.map(({ shipmentId }) => shipmentId)).size }
    const removes = [{ entity: 'override' as const, ids: overrideIds }]
    return ok({ patch: { inserts: [], cells: [], removes }, label, result: label })
  })

/**
 * The number goes on every box that has none; the reason says why there is not one for each, and lets the shared number
 * and the truck on a parcel shipment through the rules.
 */
export const writeSameNumber: Handler<'mode.useSameNumber'> = (context, { opId, id, number, reason }) =>
  changeMarks(context, opId, 'mode-same-number', [id], (store, request) => {
    const shipment = getShipmentsById(store, [id])[0]
    if (!shipment) return ok({ patch: { inserts: [], cells: [] }, result: { boxes: 0 } })
    const parsed = checkNumber(store, shipment.fbaId, number)
    if (!parsed.ok) return parsed
    const cells = planSameNumber(getBoxesOfShipment(store, id), parsed.value)
    const overrides = [
      { rule: 'same-number' satisfies ModeMark, value: parsed.value },
      { rule: 'tracking-shared', value: parsed.value },
      ...listModeConflicts(context, id),
    ].map((override) => ({ ...override, shipmentId: id, reason }))
    const inserts = insertOverrides(store, overrides, request)
    const result = { boxes: cells.filter(({ field }) => field === 'trackingId').length }
    return ok({ patch: { inserts, cells }, label: { ...result, fbaId: shipment.fbaId }, result })
  })

/** What holds the shipment because its carrier goes by road, as the override that lets it through. */
function listModeConflicts({ index, store }: CommandContext, id: number): { rule: string; value: string }[] {
  const rule = 'carrier-against-mode'
  if (!index.get(id)?.reasons.includes(rule)) return []
  return gatherFacts(store, index.day, [id]).map((facts) => ({
    rule,
    value: ruleTests[rule].getValue!(facts),
  }))
}

function changeMarks<T>(
  context: CommandContext,
  opId: string,
  command: string,
  ids: readonly number[],
  plan: (store: Store, request: ChangeRequest) => Result<PlannedChange<T>, CallProblem>,
): Result<T, CallProblem> {
  const request = toRequest(context, opId, command, {})
  const applied = applyChange(context.store, request, (store) => plan(store, request))
  if (!applied.ok) return applied
  context.index.refresh(ids)
  context.emit('changed', { shipments: [...ids], lists: false })
  return ok(applied.value.result)
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
