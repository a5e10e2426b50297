import { applyChange } from '../../db/change-log.ts'
import { getOverrides } from '../../db/override.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { ruleTests } from '../../shared/domain/rule-pack/rule-tests.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { gatherFacts } from '../engine/gather-facts.ts'
import { toRequest } from './change-request.ts'
import { listOverridesInPlace } from './override-in-force.ts'
import { planOverrides, type WantedOverride } from './plan-overrides.ts'

export const listOverrides: Handler<'override.list'> = (context, { ids }) => {
  const named = ids ? [...new Set(ids)] : undefined
  return ok({
    overrides: listOverridesInPlace(context, named).map(({ override, fbaId, isInForce }) => ({
      ...override,
      fbaId,
      isInForce,
    })),
  })
}

/**
 * Lets shipments through a rule with a reason: what stands there now, or one value named. A PRO on two shipments and a
 * number on two boxes are never let through.
 */
export const addOverrides: Handler<'override.add'> = (context, { opId, ids, rule, value, reason }) => {
  const request = toRequest(context, opId, 'override', {})
  const applied = applyChange<{ shipments: number }, CallProblem>(context.store, request, (store) => {
    const ruleTest = ruleTests[rule]
    if (!ruleTest.getValue) return fail({ kind: 'never-let-through', rule })
    const wanted = gatherFacts(store, context.index.day, ids).flatMap((facts): WantedOverride[] => {
      const shipmentId = facts.shipment.id
      if (value !== undefined) return [{ shipmentId, rule, value }]
      const isHeld = context.index.get(shipmentId)?.reasons.includes(rule)
      return isHeld ? [{ shipmentId, rule, value: ruleTest.getValue!(facts) }] : []
    })
    if (wanted.length === 0) return fail({ kind: 'nothing-to-let-through', rule })
    const result = { shipments: wanted.length }
    return ok({
      patch: { inserts: [planOverrides(context, store, wanted, reason)], cells: [] },
      label: { ...result, rule },
      result,
    })
  })
  if (!applied.ok) return applied
  context.index.refresh(ids)
  context.emit('changed', { shipments: ids, lists: true })
  return ok(applied.value.result)
}

export const withdrawOverride: Handler<'override.withdraw'> = (context, { opId, id }) => {
  const [found] = [...getOverrides(context.store).values()].flat().filter((override) => override.id === id)
  const label = found ? { rule: found.rule } : {}
  const request = toRequest(context, opId, 'override-withdraw', label)
  const applied = applyChange<null, never>(context.store, request, () =>
    ok({
      patch: { inserts: [], cells: [], removes: [{ entity: 'override', ids: found ? [id] : [] }] },
      result: null,
    }),
  )
  if (!applied.ok) return applied
  const ids = found ? [found.shipmentId] : []
  context.index.refresh(ids)
  context.emit('changed', { shipments: ids, lists: true })
  return ok(null)
}
