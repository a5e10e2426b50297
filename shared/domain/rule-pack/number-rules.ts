import { houseRule } from './requirement-rules.ts'
import type { Rule } from './rule.ts'
import { sources } from './rule-sources.ts'

/** Our own policy: Amazon's form takes each of these in the PRO's place. */
const refuseStandIn = (id: Rule['id']): Rule => ({
  ...houseRule(id),
  source: sources.standIns,
  confidence: 'secondary',
})

/** What may stand in the fields of each channel. */
export const numberRules: readonly Rule[] = [
  { ...houseRule('pro-on-parcel'), source: sources.trackingDetails, confidence: 'secondary' },
  { ...houseRule('pro-on-awd', 'warn'), source: sources.awd, confidence: 'secondary' },
  { ...houseRule('pro-repeated'), source: sources.carrierCentral, confidence: 'secondary' },
  {
    ...houseRule('pro-outside-limits'),
    effectiveTo: '2025-09-10',
    source: sources.api,
    limits: { length: 1024 },
  },
  {
    ...houseRule('pro-outside-limits'),
    effectiveFrom: '2025-09-11',
    source: sources.api,
    limits: { length: 64 },
  },
  refuseStandIn('pro-is-isa'),
  refuseStandIn('pro-is-shipment-id'),
  refuseStandIn('pro-is-box-id'),
  refuseStandIn('pro-is-container'),
  refuseStandIn('pro-is-reference-id'),
  refuseStandIn('pro-is-tracking-id'),
  { ...houseRule('pro-format'), source: sources.proFormats, confidence: 'secondary' },
  { ...houseRule('pro-check-digit'), source: sources.proFormats, confidence: 'secondary' },
  houseRule('pro-outside-blocks', 'warn'),
  { ...houseRule('pro-unlikely', 'warn'), source: sources.proFormats, confidence: 'uncertain' },
  { ...houseRule('pro-looks-like-container', 'warn'), source: sources.standIns, confidence: 'uncertain' },
  {
    ...houseRule('pro-not-for-mws', 'info'),
    effectiveTo: '2024-03-30',
    source: sources.mws,
    confidence: 'secondary',
  },
  {
    ...houseRule('tracking-outside-limits'),
    effectiveTo: '2025-09-10',
    source: sources.api,
    limits: { length: 1024 },
  },
  {
    ...houseRule('tracking-outside-limits'),
    effectiveFrom: '2025-09-11',
    source: sources.api,
    limits: { length: 64 },
  },
  {
    ...houseRule('tracking-unusual', 'warn'),
    effectiveTo: '2024-03-30',
    source: sources.mws,
    confidence: 'secondary',
    limits: { length: 30 },
  },
  // MWS has ended; whether the page and its workbook take more than it did is not public.
  {
    ...houseRule('tracking-unusual', 'warn'),
    effectiveFrom: '2024-03-31',
    source: sources.mws,
    confidence: 'uncertain',
    limits: { length: 30 },
  },
  { ...houseRule('tracking-check-digit'), source: sources.courierFormats, confidence: 'secondary' },
  { ...houseRule('tracking-other-format', 'warn'), source: sources.courierFormats, confidence: 'secondary' },
  { ...houseRule('isa-shape', 'warn'), source: sources.clientFiles, confidence: 'uncertain' },
  { ...houseRule('reference-shape', 'warn'), source: sources.clientFiles, confidence: 'uncertain' },
  { ...houseRule('fc-unknown', 'warn'), source: sources.fcList, confidence: 'uncertain' },
]
