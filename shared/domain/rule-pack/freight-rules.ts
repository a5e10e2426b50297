import { euMarketplaces, type Marketplace } from './marketplace.ts'
import { houseRule } from './requirement-rules.ts'
import type { Rule } from './rule.ts'
import { sources } from './rule-sources.ts'

/** Where appointments are made in Carrier Central. */
const carrierCentral: readonly Marketplace[] = ['US', 'CA', 'UK', ...euMarketplaces]

const atCarrierCentral = (id: Rule['id']): Rule => ({
  ...houseRule(id, 'warn'),
  marketplaces: carrierCentral,
  source: sources.carrierCentral,
  confidence: 'secondary',
})

/** What the dock asks for. */
export const freightRules: readonly Rule[] = [
  atCarrierCentral('pro-not-for-carrier-central'),
  atCarrierCentral('bol-not-for-carrier-central'),
  atCarrierCentral('pallets-exceed-boxes'),
  { ...houseRule('appointment-missing', 'warn'), source: sources.awd, confidence: 'secondary' },
]
