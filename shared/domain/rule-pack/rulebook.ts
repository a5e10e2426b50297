import { readinessReasons, type ReadinessReason } from '../readiness.ts'
import type { Marketplace } from './marketplace.ts'
import { ruleLevels, type Rule, type RuleLevel, type RulePack, type RuleTest } from './rule.ts'
import { ruleTests } from './rule-tests.ts'

export type RuleLevels = ReadonlyMap<ReadinessReason, RuleLevel>

/** A rule in force, with the level it has here. */
export interface AppliedRule {
  rule: Rule
  level: RuleLevel
  hits: RuleTest['hits']
  limits: Readonly<Record<string, number>>
  /** Only shipments created from this day on; null: all. */
  newFrom: string | null
}

/** A pack as it is read on one day, with the levels that a dispatcher gave. */
export interface Rulebook {
  packId: string
  day: string
  /** In force in a marketplace; where that is unknown, those of all, as warnings at most. */
  getRules(marketplace: Marketplace | null): readonly AppliedRule[]
}

export const isInForce = ({ effectiveFrom, effectiveTo }: Rule, day: string): boolean =>
  (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo)

const getLower = (a: RuleLevel, b: RuleLevel): RuleLevel =>
  ruleLevels.indexOf(a) < ruleLevels.indexOf(b) ? a : b

/** A rule known from one source, or one that may not hold in this marketplace at all, stops nobody. */
export function getLevel(rule: Rule, changed: RuleLevels, isMarketplaceKnown = true): RuleLevel {
  const level = changed.get(rule.id) ?? rule.level
  const isSure = rule.confidence !== 'uncertain' && (isMarketplaceKnown || rule.marketplaces === 'all')
  return isSure ? level : getLower(level, 'warn')
}

/** Reasons are always said in the order of the vocabulary. */
const getPlace = ({ rule }: AppliedRule): number => readinessReasons.indexOf(rule.id)

export function createRulebook(pack: RulePack, day: string, changed: RuleLevels): Rulebook {
  const inForce = pack.rules.filter((rule) => isInForce(rule, day))
  const known = new Map<Marketplace | null, AppliedRule[]>()
  const collect = (marketplace: Marketplace | null): AppliedRule[] =>
    inForce
      .filter(
        (rule) =>
          marketplace === null || rule.marketplaces === 'all' || rule.marketplaces.includes(marketplace),
      )
      .map((rule) => ({
        rule,
        level: getLevel(rule, changed, marketplace !== null),
        hits: ruleTests[rule.id].hits,
        limits: rule.limits ?? {},
        newFrom: rule.isForNewShipments === true ? rule.effectiveFrom : null,
      }))
      .toSorted((a, b) => getPlace(a) - getPlace(b))
  return {
    packId: pack.id,
    day,
    getRules(marketplace) {
      let rules = known.get(marketplace)
      if (!rules) known.set(marketplace, (rules = collect(marketplace)))
      return rules
    },
  }
}
