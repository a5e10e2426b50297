import type { CommandContext } from '../engine/context.ts'
import { getRulePack } from '../engine/rulebook.ts'
import { listOverridesInPlace } from './override-in-force.ts'

/** What an export keeps of its judging: the rules, their day, and what went out with a reason. */
export interface ExportVerdict {
  pack: string
  judgedOn: string
  overrides: { fbaId: string; rule: string; value: string; reason: string; who: string }[]
}

/** Overrides in the order of the FBA shipment IDs. */
export const getExportVerdict = (context: CommandContext, ids: readonly number[]): ExportVerdict => ({
  pack: getRulePack(context.store).id,
  judgedOn: context.index.day,
  overrides: listOverridesInPlace(context, ids)
    .filter(({ isInForce }) => isInForce)
    .map(({ fbaId, override: { rule, value, reason, who } }) => ({ fbaId, rule, value, reason, who })),
})

/** What the rules said of one exported shipment, as its record keeps it. */
export function formatItemVerdict({ index }: CommandContext, id: number): string {
  const { warnings = [], infos = [], letThrough = [] } = index.get(id) ?? {}
  return JSON.stringify({ warnings, infos, letThrough })
}
