import { euMarketplaces, marketplaces, type Marketplace } from './marketplace.ts'
import type { Rule } from './rule.ts'
import { sources } from './rule-sources.ts'

const europe: readonly Marketplace[] = [...euMarketplaces, 'UK']
const elsewhere = marketplaces.filter((code) => code !== 'US' && code !== 'CA' && !europe.includes(code))

/**
 * What Amazon wants of every shipment by an own carrier: the US first, Europe a month later. Canada's pages count the
 * defect but give no first day; of other countries nothing is established.
 */
const requireOf = (id: Rule['id']): Rule[] => [
  {
    id,
    marketplaces: ['US'],
    effectiveFrom: '2021-10-01',
    effectiveTo: null,
    isForNewShipments: true,
    level: 'block',
    source: sources.requirements,
    confidence: 'secondary',
  },
  {
    id,
    marketplaces: europe,
    effectiveFrom: '2021-11-01',
    effectiveTo: null,
    isForNewShipments: true,
    level: 'block',
    source: sources.requirementsEurope,
    confidence: 'secondary',
  },
  {
    id,
    marketplaces: ['CA'],
    effectiveFrom: null,
    effectiveTo: null,
    level: 'block',
    source: sources.inboundPerformance,
    confidence: 'secondary',
  },
  {
    id,
    marketplaces: elsewhere,
    effectiveFrom: null,
    effectiveTo: null,
    level: 'warn',
    source: sources.requirements,
    confidence: 'uncertain',
  },
]

/** A rule of the desk itself: what its own work needs, everywhere and at all times. */
export const houseRule = (id: Rule['id'], level: Rule['level'] = 'block'): Rule => ({
  id,
  marketplaces: 'all',
  effectiveFrom: null,
  effectiveTo: null,
  level,
  source: null,
  confidence: 'confirmed',
})

export const requirementRules: readonly Rule[] = [
  houseRule('mode-unknown'),
  houseRule('marketplace-unknown'),
  ...requireOf('carrier-missing'),
  houseRule('carrier-inactive'),
  { ...houseRule('carrier-against-mode'), source: sources.trackingDetails, confidence: 'secondary' },
  ...requireOf('pro-missing'),
  ...requireOf('tracking-missing'),
  { ...houseRule('tracking-repeated'), source: sources.requirements, confidence: 'secondary' },
  houseRule('boxes-missing'),
  { ...houseRule('box-id-missing'), source: sources.api },
  houseRule('box-count-differs'),
  { ...houseRule('window-missing', 'info'), source: sources.deliveryWindow, confidence: 'secondary' },
  {
    ...houseRule('window-too-long', 'warn'),
    source: sources.deliveryWindow,
    confidence: 'secondary',
    limits: { domestic: 7, international: 14 },
  },
  {
    ...houseRule('dead-shipment', 'warn'),
    marketplaces: ['US'],
    effectiveTo: '2022-03-31',
    source: sources.deleted,
    confidence: 'secondary',
  },
  {
    ...houseRule('dead-shipment'),
    marketplaces: marketplaces.filter((code) => code !== 'US'),
    effectiveTo: '2022-03-31',
    source: sources.autoClosure,
    confidence: 'secondary',
  },
  // Everywhere, so that a shipment whose country is not known is held too.
  {
    ...houseRule('dead-shipment'),
    effectiveFrom: '2022-04-01',
    source: `${sources.deleted}, ${sources.autoClosure}`,
    confidence: 'secondary',
  },
  houseRule('gone-from-file'),
  { ...houseRule('programme-exempt', 'info'), source: sources.requirements, confidence: 'secondary' },
]
