import type { BlockMisfit } from '../block-misfit.ts'
import type { BoxSummary } from '../box-summary.ts'
import type { Carrier } from '../carrier.ts'
import type { ReadinessReason } from '../readiness.ts'
import type { Shipment } from '../shipment.ts'
import type { StandIn } from '../stand-in.ts'
import type { ValidityClock } from '../validity-clock.ts'
import type { Marketplace } from './marketplace.ts'

/** What a rule does with a shipment it hits: says something, asks to look, keeps it from going out. */
export const ruleLevels = ['info', 'warn', 'block'] as const
export type RuleLevel = (typeof ruleLevels)[number]

/** `confirmed`: Amazon's own schema or file. `secondary`: public copies that agree. `uncertain`: one source; may only warn. */
export const confidences = ['confirmed', 'secondary', 'uncertain'] as const
export type Confidence = (typeof confidences)[number]

/** A rule of one id in force in some marketplaces for a while; its words stand in the locales under the id. */
export interface Rule {
  id: ReadinessReason
  marketplaces: readonly Marketplace[] | 'all'
  /** Days, both in force. Null: since ever, or without an end known. */
  effectiveFrom: string | null
  effectiveTo: string | null
  /** True for what Amazon asked of shipments created from `effectiveFrom` on only. */
  isForNewShipments?: boolean
  level: RuleLevel
  /** Where it can be read; null for a rule of the desk itself, which needs no confidence. */
  source: string | null
  confidence: Confidence
  /** Figures its test compares with, by name. */
  limits?: Readonly<Record<string, number>>
}

export interface RulePack {
  /** Changes whenever a rule does: exports keep it. */
  id: string
  rules: readonly Rule[]
}

/** Everything a rule may look at. */
export interface ShipmentFacts {
  shipment: Shipment & { isGone: boolean }
  boxes: BoxSummary
  carrier: Carrier | null
  marketplace: Marketplace | null
  /** The day to judge by, `YYYY-MM-DD`. */
  day: string
  /** What stands in the PRO's place, or null where it is a PRO of its own. */
  standIn: StandIn | null
  /** What the own fleet's blocks say against the PRO, or null. */
  blockMisfit: BlockMisfit['kind'] | null
  /** How long its ID stays open, as of the day to judge by. */
  clock: ValidityClock
}

export interface RuleTest {
  /** Something is missing, as against wrong. */
  isGap?: true
  /** What goes out against it is wrong in any case: its level stays. */
  isFixed?: true
  /** Names of the limits its rules must give. */
  limits?: readonly string[]
  hits: (facts: ShipmentFacts, limits: Readonly<Record<string, number>>) => boolean
  /** What an override lets through: it holds for this value only. A rule without it is never let through. */
  getValue?: (facts: ShipmentFacts) => string
}
