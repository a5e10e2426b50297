import { getOverrides, type StoredOverride } from '../../db/override.ts'
import { getBoxesOfShipment } from '../../db/shipment.ts'
import { isReadinessReason } from '../../shared/domain/readiness.ts'
import { ruleTests } from '../../shared/domain/rule-pack/rule-tests.ts'
import type { CommandContext } from '../engine/context.ts'
import { gatherFacts, type GatheredFacts } from '../engine/gather-facts.ts'

interface OverrideInPlace {
  override: StoredOverride
  fbaId: string
  isInForce: boolean
}

/** Overrides of all shipments or of those named, by FBA shipment ID, and whether each lets something through now. */
export function listOverridesInPlace(context: CommandContext, ids?: readonly number[]): OverrideInPlace[] {
  const overrides = getOverrides(context.store, ids)
  return gatherFacts(context.store, context.index.day, [...overrides.keys()])
    .toSorted((a, b) => (a.shipment.fbaId < b.shipment.fbaId ? -1 : 1))
    .flatMap((facts) =>
      overrides.get(facts.shipment.id)!.map((override) => ({
        override,
        fbaId: facts.shipment.fbaId,
        isInForce: isInForce(context, override, facts),
      })),
    )
}

/**
 * A PRO that a load shares by its carrier's policy is held by no rule; its reason is said all the same. What is no rule's
 * is a reason for the number of a box, or a mark of the mode desk, which has no number.
 */
function isInForce(
  { index, store }: CommandContext,
  { rule, value }: StoredOverride,
  facts: GatheredFacts,
): boolean {
  const { shipment } = facts
  if (rule === 'pro-repeated') return shipment.isProShared && shipment.pro === value
  if (isReadinessReason(rule) && ruleTests[rule].getValue)
    return (
      index.get(shipment.id)?.letThrough.includes(rule) === true && ruleTests[rule].getValue(facts) === value
    )
  return value === '' || getBoxesOfShipment(store, shipment.id).some((box) => box.trackingId === value)
}
