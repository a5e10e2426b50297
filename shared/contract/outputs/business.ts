import type { CarrierRule } from '../../domain/carrier-rule.ts'
import type { CarrierKind, ProPolicy, TrackingStrategy } from '../../domain/carrier.ts'

export interface ClientView {
  id: number
  name: string
  folder: string | null
  language: 'zh-CN' | 'en'
  shipments: number
  layouts: number
}

export interface CarrierView {
  id: number
  name: string
  kind: CarrierKind
  scac: string | null
  amazonName: string
  strategy: TrackingStrategy
  courier: string | null
  proPolicy: ProPolicy
  cardUntil: string | null
  isActive: boolean
  shipments: number
}

/** First rule of its set that fits wins; null fits all. */
export interface RuleView extends Omit<CarrierRule, 'position'> {
  /** From 1, within its set. */
  place: number
  client: string | null
  carrier: string
}

export interface RuleSetView {
  /** Null: the standard set, which is always there and whose name is ''. */
  id: number | null
  name: string
  rules: number
}
