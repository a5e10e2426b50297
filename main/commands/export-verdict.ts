import { getOverrides, type StoredOverride } from '../../db/override.ts'
import { ruleTests } from '../../shared/domain/rule-pack/rule-tests.ts'
import type { CommandContext } from '../engine/context.ts'
import { getRulePack } from '../engine/rulebook.ts'
import { gatherFacts, type GatheredFacts } from '../engine/gather-facts.ts'

/** What an export keeps of its judging: the rules, their day, and what went out with a reason. */
export interface ExportVerdict {
  pack: string
  judgedOn: string
  overrides: { fbaId: string; rule: string; value: string; reason: string; who: string }[]
}

/** Overrides in the order of the FBA shipment IDs. */
export function getExportVerdict(context: CommandContext, ids: readonly number[]): ExportVerdict {
  const { store, index } = context
  const overrides = getOverrides(store, ids)
  const facts = gatherFacts(store, index.day, [...overrides.keys()])
  return {
    pack: getRulePack(store).id,
    judgedOn: index.day,
    overrides: facts
      .toSorted((a, b) => (a.shipment.fbaId < b.shipment.fbaId ? -1 : 1))
      .flatMap((each) =>
        overrides
          .get(each.shipment.id)!
          .filter((override) => isInForce(context, override, each))
          .map(({ rule, value, reason, who }) => ({ fbaId: each.shipment.fbaId, rule, value, reason, who })),
      ),
  }
}

/** A PRO that a load shares by its carrier's policy is held by no rule; its reason is said all the same. */
function isInForce(
  { index }: CommandContext,
  { rule, value }: StoredOverride,
  facts: GatheredFacts,
): boolean {
  const { shipment } = facts
  if (rule === 'pro-repeated') return shipment.isProShared && shipment.pro === value
  const isLetThrough = index.get(shipment.id)?.letThrough.includes(rule) === true
  return isLetThrough && ruleTests[rule].getValue?.(facts) === value
}

/** What the rules said of one exported shipment, as its record keeps it. */
export function formatItemVerdict({ index }: CommandContext, id: number): string {
  const { warnings = [], infos = [], letThrough = [] } = index.get(id) ?? {}
  return JSON.stringify({ warnings, infos, letThrough })
}
