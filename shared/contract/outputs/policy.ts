import type { ReadinessReason } from '../../domain/readiness.ts'
import type { Marketplace } from '../../domain/rule-pack/marketplace.ts'
import type { Confidence, RuleLevel } from '../../domain/rule-pack/rule.ts'

/** One entry of the rule pack; a rule may have several, by marketplace and time. */
export interface PolicyRuleView {
  id: ReadinessReason
  marketplaces: readonly Marketplace[] | 'all'
  effectiveFrom: string | null
  effectiveTo: string | null
  isInForce: boolean
  isFixed: boolean
  canLetThrough: boolean
  packLevel: RuleLevel
  level: RuleLevel
  /** Null: a rule of the desk itself. */
  source: string | null
  confidence: Confidence
  limits: Readonly<Record<string, number>>
  change: { reason: string; who: string; atMs: number } | null
}

export interface OverrideView {
  id: number
  shipmentId: number
  fbaId: string
  /** Of the rule pack, of a box's number or of the mode desk. */
  rule: string
  value: string
  reason: string
  who: string
  atMs: number
  /** Whether it lets something through now. */
  isInForce: boolean
}
