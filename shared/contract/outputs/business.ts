import type { CarrierRule } from '../../domain/carrier-rule.ts'
import type { Carrier } from '../../domain/carrier.ts'

export interface ClientView {
  id: number
  name: string
  folder: string | null
  language: 'zh-CN' | 'en'
  shipments: number
  layouts: number
}

export interface CarrierView extends Carrier {
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
