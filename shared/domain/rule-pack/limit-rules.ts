import { euMarketplaces, marketplaces, type Marketplace } from './marketplace.ts'
import type { Rule } from './rule.ts'
import { sources } from './rule-sources.ts'

/** 50, 150 and 1,500 lb in kg, to the gram as weights are kept: exactly so much is within the limit. */
const boxUsKg = 22.68
const freightUsKg = 68.039
const palletUsKg = 680.389

const limit = (
  id: Rule['id'],
  where: readonly Marketplace[],
  limits: Readonly<Record<string, number>>,
  more: Partial<Rule> = {},
): Rule => ({
  id,
  marketplaces: where,
  effectiveFrom: null,
  effectiveTo: null,
  level: 'warn',
  source: sources.shipmentLimits,
  confidence: 'secondary',
  limits,
  ...more,
})

/** Sizes and counts of boxes and pallets; dates are not known, and none is enforced before the goods arrive. */
export const limitRules: readonly Rule[] = [
  // Another handbook has 200 and 4,999: US pages only, elsewhere taken over and uncertain.
  limit('boxes-over-limit', ['US'], { parcel: 500, freight: 5_000 }),
  limit(
    'boxes-over-limit',
    marketplaces.filter((code) => code !== 'US'),
    { parcel: 500, freight: 5_000 },
    { confidence: 'uncertain' },
  ),
  limit('box-too-heavy', ['US'], { kg: boxUsKg }),
  limit('box-too-heavy', [...euMarketplaces, 'UK'], { kg: 23 }),
  limit('box-too-heavy', ['JP'], { kg: 40 }),
  limit('box-is-heavy', [...euMarketplaces, 'UK'], { kg: 15 }, { level: 'info' }),
  limit('box-is-heavy', ['JP'], { kg: 30 }),
  limit('pallet-too-heavy', ['US'], { kg: palletUsKg }),
  limit('pallet-too-heavy', euMarketplaces, { kg: 500 }),
  limit('pallet-too-heavy', ['UK'], { kg: 500 }, { confidence: 'uncertain' }),
  limit('freight-too-light', ['US'], { kg: freightUsKg }),
]
