import type { CellChange } from './patch.ts'
import type { AmazonMode, Shipment } from './shipment.ts'

/** Of the rules of a set the first that fits decides; null fits all. Weights and days include both ends. */
export interface CarrierRule {
  id: number
  /** Null: the standard set, which has no name of its own. */
  setId: number | null
  position: number
  clientId: number | null
  fc: string | null
  amazonMode: AmazonMode | null
  weightFromKg: number | null
  weightToKg: number | null
  /** `YYYY-MM-DD` */
  dateFrom: string | null
  dateTo: string | null
  carrierId: number
}

export interface RuleSet {
  id: number
  name: string
}

export interface RuleFacts {
  clientId: number
  fc: string | null
  amazonMode: AmazonMode | null
  weightKg: number | null
  day: string
}

export type RuleProblem =
  { kind: 'rule-weights'; from: number; to: number } | { kind: 'rule-dates'; from: string; to: string }

/** The day a shipment is due: by ETA, else by appointment, else today. */
export const getRuleDay = (shipment: Pick<Shipment, 'etaOn' | 'appointmentAt'>, today: string): string =>
  shipment.etaOn ?? shipment.appointmentAt?.slice(0, 10) ?? today

export const findRule = (rules: readonly CarrierRule[], facts: RuleFacts): CarrierRule | undefined =>
  rules.find((rule) => fitsRule(rule, facts))

/** A condition on something nobody stated does not hold. */
function fitsRule(rule: CarrierRule, { clientId, fc, amazonMode, weightKg, day }: RuleFacts): boolean {
  return (
    (rule.clientId === null || rule.clientId === clientId) &&
    (rule.fc === null || rule.fc === fc) &&
    (rule.amazonMode === null || rule.amazonMode === amazonMode) &&
    (rule.weightFromKg === null || (weightKg !== null && weightKg >= rule.weightFromKg)) &&
    (rule.weightToKg === null || (weightKg !== null && weightKg <= rule.weightToKg)) &&
    (rule.dateFrom === null || day >= rule.dateFrom) &&
    (rule.dateTo === null || day <= rule.dateTo)
  )
}

/** From beyond to: such a rule would never fit. */
export function checkRule(
  rule: Pick<CarrierRule, 'weightFromKg' | 'weightToKg' | 'dateFrom' | 'dateTo'>,
): RuleProblem | null {
  const { weightFromKg, weightToKg, dateFrom, dateTo } = rule
  if (weightFromKg !== null && weightToKg !== null && weightFromKg > weightToKg)
    return { kind: 'rule-weights', from: weightFromKg, to: weightToKg }
  if (dateFrom !== null && dateTo !== null && dateFrom > dateTo)
    return { kind: 'rule-dates', from: dateFrom, to: dateTo }
  return null
}

/** One place up or down among the rules of its set; nothing where it cannot go further. */
export function planRuleMove(rules: readonly CarrierRule[], id: number, by: -1 | 1): CellChange[] {
  const rule = rules.find((each) => each.id === id)
  const set = rules.filter((each) => each.setId === rule?.setId)
  const neighbour = set[set.findIndex((each) => each.id === id) + by]
  if (!rule || !neighbour) return []
  return [
    { entity: 'rule', id, field: 'position', before: rule.position, after: neighbour.position },
    { entity: 'rule', id: neighbour.id, field: 'position', before: neighbour.position, after: rule.position },
  ]
}

/** Rule id → its place in its set, from 1. */
export function getPlaces(rules: readonly CarrierRule[]): Map<number, number> {
  const counts = new Map<number | null, number>()
  return new Map(
    rules.map(({ id, setId }) => {
      const place = (counts.get(setId) ?? 0) + 1
      counts.set(setId, place)
      return [id, place]
    }),
  )
}
