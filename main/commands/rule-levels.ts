import { applyChange } from '../../db/change-log.ts'
import { getRuleLevels } from '../../db/rule-level.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem, PolicyRuleView } from '../../shared/contract/outputs.ts'
import { diffFields, type Patch } from '../../shared/domain/patch.ts'
import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import type { RuleLevel, RulePack } from '../../shared/domain/rule-pack/rule.ts'
import { ruleTests } from '../../shared/domain/rule-pack/rule-tests.ts'
import { getLevel, isInForce } from '../../shared/domain/rule-pack/rulebook.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { getRulePack } from '../engine/rulebook.ts'
import { toRequest } from './change-request.ts'
import { toInsert } from './save-row.ts'

/** The pack as it is read on a day, with the levels that were changed and why. */
export const listPolicyRules: Handler<'policy.rules'> = ({ store, index }, { on = index.day }) => {
  const changes = new Map(getRuleLevels(store).map((change) => [change.rule, change]))
  const levels = new Map([...changes].map(([rule, { level }]) => [rule, level]))
  const pack = getRulePack(store)
  const rules = pack.rules.map((rule): PolicyRuleView => {
    const change = changes.get(rule.id)
    return {
      id: rule.id,
      marketplaces: rule.marketplaces,
      effectiveFrom: rule.effectiveFrom,
      effectiveTo: rule.effectiveTo,
      isInForce: isInForce(rule, on),
      isFixed: ruleTests[rule.id].isFixed === true,
      canLetThrough: ruleTests[rule.id].getValue !== undefined,
      packLevel: rule.level,
      level: getLevel(rule, levels),
      source: rule.source,
      confidence: rule.confidence,
      limits: rule.limits ?? {},
      change: change ? { reason: change.reason, who: change.who, atMs: change.atMs } : null,
    }
  })
  return ok({ packId: pack.id, day: on, rules })
}

/** Raises or lowers a rule in all its entries, or (null) gives it back the level of the pack. */
export const setRuleLevel: Handler<'policy.setLevel'> = (context, { opId, rule, level, reason }) => {
  const request = toRequest(context, opId, 'rule-level', { rule, level: level ?? 'pack' })
  const applied = applyChange<null, CallProblem>(context.store, request, (store) => {
    const problem = level === null ? null : checkLevel(getRulePack(store), rule, level)
    if (problem) return fail(problem)
    const values = { rule, reason, who: context.who(), atMs: context.nowMs() }
    return ok({ patch: planLevel(store, values, level), result: null })
  })
  if (!applied.ok) return applied
  context.index.refresh('all')
  context.emit('changed', { shipments: 'all', lists: true })
  return ok(null)
}

function checkLevel(pack: RulePack, rule: ReadinessReason, level: RuleLevel): CallProblem | null {
  if (ruleTests[rule].isFixed) return { kind: 'rule-fixed', rule }
  const isUncertain = pack.rules.every(({ id, confidence }) => id !== rule || confidence === 'uncertain')
  return level === 'block' && isUncertain ? { kind: 'rule-uncertain', rule } : null
}

function planLevel(
  store: Store,
  values: { rule: ReadinessReason; reason: string; who: string; atMs: number },
  level: RuleLevel | null,
): Patch {
  const known = getRuleLevels(store).find((change) => change.rule === values.rule)
  if (level === null)
    return { inserts: [], cells: [], removes: known ? [{ entity: 'ruleLevel', ids: [known.id] }] : [] }
  const wanted = { ...values, level }
  return known
    ? { inserts: [], cells: diffFields('ruleLevel', known, wanted) }
    : toInsert('ruleLevel', takeRowIds(store, 'ruleLevel', 1), wanted)
}
