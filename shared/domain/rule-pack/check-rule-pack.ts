import { addDays, isDay } from '../calendar-day.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { ReadinessReason } from '../readiness.ts'
import { marketplaces, type Marketplace } from './marketplace.ts'
import type { Rule, RulePack } from './rule.ts'
import { ruleTests } from './rule-tests.ts'

export type RulePackProblem =
  | { kind: 'bad-day'; rule: ReadinessReason; day: string }
  | { kind: 'ends-before-it-begins'; rule: ReadinessReason; from: string; to: string }
  /** Days of which no entry of the rule says anything, though one does before and after. */
  | { kind: 'hole'; rule: ReadinessReason; marketplace: Marketplace; from: string; to: string }
  | { kind: 'overlap'; rule: ReadinessReason; marketplace: Marketplace; day: string }
  | { kind: 'uncertain-blocks'; rule: ReadinessReason }
  | { kind: 'limit-missing'; rule: ReadinessReason; limit: string }
  /** A pack file restates a rule whose level never changes. */
  | { kind: 'fixed'; rule: ReadinessReason }

/** Why a pack is not used; empty where it may be. */
export function checkRulePack(pack: RulePack): RulePackProblem[] {
  const problems = pack.rules.flatMap(checkRule)
  if (problems.length > 0) return problems
  const byId = Map.groupBy(pack.rules, (rule) => rule.id)
  return [...byId].flatMap(([id, rules]) =>
    marketplaces.flatMap((marketplace) => checkDates(id, marketplace, rules)),
  )
}

/** A pack file says anew what its rules are; all others stay as they ship. Problems where it is not used. */
export function extendRulePack(base: RulePack, file: RulePack): Result<RulePack, RulePackProblem[]> {
  const restated = new Set(file.rules.map((rule) => rule.id))
  const fixed = [...restated].filter((rule) => ruleTests[rule].isFixed)
  if (fixed.length > 0) return fail(fixed.map((rule) => ({ kind: 'fixed', rule })))
  const kept = base.rules.filter((rule) => !restated.has(rule.id))
  const pack = { id: file.id, rules: [...kept, ...file.rules] }
  const problems = checkRulePack(pack)
  return problems.length > 0 ? fail(problems) : ok(pack)
}

function checkRule(rule: Rule): RulePackProblem[] {
  const { id, effectiveFrom: from, effectiveTo: to, level, confidence, limits = {} } = rule
  const problems: RulePackProblem[] = [from, to]
    .filter((day) => day !== null && !isDay(day))
    .map((day) => ({ kind: 'bad-day', rule: id, day: day! }))
  if (problems.length === 0 && from !== null && to !== null && to < from)
    problems.push({ kind: 'ends-before-it-begins', rule: id, from, to })
  if (confidence === 'uncertain' && level === 'block') problems.push({ kind: 'uncertain-blocks', rule: id })
  for (const limit of ruleTests[id].limits ?? [])
    if (limits[limit] === undefined) problems.push({ kind: 'limit-missing', rule: id, limit })
  return problems
}

function checkDates(
  id: ReadinessReason,
  marketplace: Marketplace,
  rules: readonly Rule[],
): RulePackProblem[] {
  const entries = rules
    .filter((rule) => rule.marketplaces === 'all' || rule.marketplaces.includes(marketplace))
    .toSorted((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? -1 : 1))
  return entries.slice(1).flatMap((entry, index): RulePackProblem[] => {
    const before = entries[index]!.effectiveTo
    const from = entry.effectiveFrom
    if (before === null || from === null || from <= before)
      return [{ kind: 'overlap', rule: id, marketplace, day: from ?? before ?? '' }]
    const due = addDays(before, 1)
    return due === from ? [] : [{ kind: 'hole', rule: id, marketplace, from: due, to: addDays(from, -1) }]
  })
}
