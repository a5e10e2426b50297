import type { ReadinessReason } from '../readiness.ts'
import { isAwdId } from '../shipment.ts'
import { isStillOpen } from '../validity-clock.ts'
import type { ShipmentFacts } from './rule.ts'
import { ruleTests } from './rule-tests.ts'
import type { Rulebook } from './rulebook.ts'

export interface Judgement {
  /** Without regard to exports: `ready`, `incomplete`, `error` or `exempt`. */
  status: 'ready' | 'incomplete' | 'error' | 'exempt'
  /** Rules that keep it from going out. */
  reasons: ReadinessReason[]
  /** Rules that hit and let it go: to look at, and only to know. */
  warnings: ReadinessReason[]
  infos: ReadinessReason[]
  /** Rules that would keep it or ask to look, and were let through with a reason. */
  letThrough: ReadinessReason[]
  /** Counts as missing tracking information as Amazon counts it: per shipment, open and not exempt. */
  isOpen: boolean
  hasGap: boolean
  /** A rule asks for its tracking information: else it cannot be a defect, open or delivered. */
  isTrackingAsked: boolean
}

/** An override lets one value through one rule. */
export interface Override {
  rule: string
  value: string
}

/** Whether a shipment may go out by the rules of a day, and everything that is said of it. */
export function judgeShipment(
  facts: ShipmentFacts,
  rulebook: Rulebook,
  overrides: readonly Override[] = [],
): Judgement {
  const judgement: Judgement = {
    status: 'exempt',
    reasons: [],
    warnings: [],
    infos: [],
    letThrough: [],
    isOpen: false,
    hasGap: false,
    isTrackingAsked: false,
  }
  if (facts.shipment.isHistory) return judgement
  if (facts.shipment.replacedBy !== null) return { ...judgement, infos: ['replaced'] }
  if (facts.shipment.programme !== 'own') return { ...judgement, infos: ['programme-exempt'] }
  const { createdOn } = facts.shipment
  for (const applied of rulebook.getRules(facts.marketplace)) {
    const { id } = applied.rule
    if (applied.newFrom !== null && createdOn !== null && createdOn < applied.newFrom) continue
    // Amazon counts by its own rule, whatever level a dispatcher gave it.
    judgement.isTrackingAsked ||= id === 'pro-missing' || id === 'tracking-missing'
    if (applied.hits(facts, applied.limits)) place(judgement, id, applied.level, facts, overrides)
  }
  judgement.isOpen = isStillOpen(facts.shipment)
  judgement.hasGap = judgement.isOpen && judgement.isTrackingAsked && hasGap(facts)
  judgement.status =
    judgement.reasons.length === 0
      ? 'ready'
      : judgement.reasons.every((reason) => ruleTests[reason].isGap)
        ? 'incomplete'
        : 'error'
  return judgement
}

const lists = { block: 'reasons', warn: 'warnings', info: 'infos' } as const

/** Where a marketplace is unknown a rule may hit by several entries; it is said once. */
function place(
  judgement: Judgement,
  id: ReadinessReason,
  level: 'info' | 'warn' | 'block',
  facts: ShipmentFacts,
  overrides: readonly Override[],
): void {
  const isLetThrough = level !== 'info' && overrides.length > 0 && isOverridden(id, facts, overrides)
  const list = isLetThrough ? judgement.letThrough : judgement[lists[level]]
  if (!list.includes(id)) list.push(id)
}

const isOverridden = (id: ReadinessReason, facts: ShipmentFacts, overrides: readonly Override[]): boolean => {
  const value = ruleTests[id].getValue?.(facts)
  return value !== undefined && overrides.some((override) => override.rule === id && override.value === value)
}

/** A parcel shipment has a gap if one box lacks a tracking ID, any other if it has no PRO. */
function hasGap({ shipment, boxes }: ShipmentFacts): boolean {
  if (shipment.amazonMode === 'SPD') return boxes.boxes === 0 || boxes.withTracking < boxes.boxes
  return shipment.pro === null && !isAwdId(shipment.fbaId)
}
