import { checkContainerNumber } from '../number/container-number.ts'
import { checkPro, type ProLevel, type ProReason } from '../number/pro-format.ts'
import { isProWithinLimits, type ReadinessReason } from '../readiness.ts'
import { deadStatuses, isAwdId } from '../shipment.ts'
import type { StandIn } from '../stand-in.ts'
import { getDueCheck } from '../verify-due.ts'
import { getFcCountry } from './fc-country.ts'
import type { RuleTest, ShipmentFacts } from './rule.ts'

const isParcel = ({ shipment }: ShipmentFacts): boolean => shipment.amazonMode === 'SPD'
const isFreight = ({ shipment }: ShipmentFacts): boolean =>
  shipment.amazonMode === 'LTL' || shipment.amazonMode === 'FTL'
const isAwd = ({ shipment }: ShipmentFacts): boolean => isAwdId(shipment.fbaId)

const lacksCarrier = ({ carrier }: ShipmentFacts): boolean => carrier === null
const lacksPro = (facts: ShipmentFacts): boolean =>
  isFreight(facts) && !isAwd(facts) && facts.shipment.pro === null
const lacksTracking = (facts: ShipmentFacts): boolean =>
  isParcel(facts) && facts.boxes.withTracking < facts.boxes.boxes

const getPro = ({ shipment }: ShipmentFacts): string => shipment.pro ?? ''
/** Nothing stands there, so that there is nothing to name: the override holds until something does. */
const getNothing = (): string => ''

const standsFor = (standIn: StandIn): RuleTest => ({
  hits: (facts) => facts.standIn === standIn,
  getValue: getPro,
})

/** What the rule of the carrier's PRO numbers says; `warning` where the rule itself is not sure. */
function isProFinding({ shipment, carrier }: ShipmentFacts, level: ProLevel, reason?: ProReason): boolean {
  if (shipment.pro === null || carrier === null) return false
  const finding = checkPro(shipment.pro, carrier)
  return finding?.level === level && (reason === undefined || finding.reason === reason)
}

/** Carrier Central's own check of PRO and BOL: letters, digits and dashes, no blank, up to 30 (read November 2026). */
const isForCarrierCentral = (text: string): boolean => /^[A-Za-z0-9-]{1,30}$/.test(text)

/** The heaviest box known, or what the boxes of a parcel weigh on average: one of them weighs as much. */
const getHeaviestKg = ({ shipment, boxes }: ShipmentFacts): number => {
  const mean = shipment.grossWeightKg !== null && boxes.boxes > 0 ? shipment.grossWeightKg / boxes.boxes : 0
  return Math.max(boxes.heaviestKg, shipment.amazonMode === 'SPD' ? mean : 0)
}

const getWindowDays = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

/** When each rule hits. Limits, dates, places and levels stand in the pack. */
export const ruleTests: Record<ReadinessReason, RuleTest> = {
  'mode-unknown': { isGap: true, isFixed: true, hits: ({ shipment }) => shipment.amazonMode === null },
  'marketplace-unknown': {
    isGap: true,
    hits: (facts) =>
      facts.marketplace === null && (lacksCarrier(facts) || lacksPro(facts) || lacksTracking(facts)),
    getValue: ({ shipment }) => shipment.fc ?? '',
  },
  'carrier-missing': { isGap: true, hits: lacksCarrier, getValue: getNothing },
  'carrier-inactive': {
    hits: ({ carrier }) => carrier !== null && !carrier.isActive,
    getValue: ({ carrier }) => carrier?.name ?? '',
  },
  // A truck on a parcel shipment is allowed only where the carrier's strategy says what stands on the boxes.
  'carrier-against-mode': {
    hits: (facts) =>
      facts.carrier !== null &&
      (isParcel(facts)
        ? facts.carrier.kind !== 'parcel' && facts.carrier.strategy !== 'same_on_all'
        : isFreight(facts) && facts.carrier.kind === 'parcel'),
    getValue: ({ shipment, carrier }) => `${shipment.amazonMode} ${carrier?.name ?? ''}`,
  },
  'pro-missing': { isGap: true, hits: lacksPro, getValue: getNothing },
  'pro-outside-limits': {
    isFixed: true,
    limits: ['length'],
    hits: ({ shipment }, limits) =>
      shipment.pro !== null && !isProWithinLimits(shipment.pro, limits['length']),
  },
  'pro-on-parcel': { hits: (facts) => isParcel(facts) && facts.shipment.pro !== null, getValue: getPro },
  'pro-on-awd': {
    hits: (facts) => isAwd(facts) && isFreight(facts) && facts.shipment.pro !== null,
    getValue: getPro,
  },
  'pro-repeated': {
    isFixed: true,
    hits: ({ shipment, carrier }) =>
      shipment.pro !== null && shipment.isProShared && carrier?.proPolicy !== 'per_load',
  },
  'pro-is-isa': standsFor('isa'),
  'pro-is-shipment-id': standsFor('shipment-id'),
  'pro-is-box-id': standsFor('box-id'),
  'pro-is-container': standsFor('container'),
  'pro-is-reference-id': standsFor('reference-id'),
  'pro-is-tracking-id': standsFor('tracking-id'),
  'pro-looks-like-container': {
    hits: ({ shipment }) =>
      shipment.pro !== null && checkContainerNumber(shipment.pro) === 'looks-like-container',
    getValue: getPro,
  },
  'pro-format': {
    hits: (facts) => isProFinding(facts, 'error', 'pro-format'),
    getValue: getPro,
  },
  'pro-check-digit': {
    hits: (facts) => facts.blockMisfit === 'check-digit' || isProFinding(facts, 'error', 'pro-check-digit'),
    getValue: getPro,
  },
  'pro-outside-blocks': { hits: (facts) => facts.blockMisfit === 'outside-blocks', getValue: getPro },
  'pro-unlikely': { hits: (facts) => isProFinding(facts, 'warning'), getValue: getPro },
  'pro-not-for-carrier-central': {
    hits: (facts) => isFreight(facts) && facts.shipment.pro !== null && !isForCarrierCentral(getPro(facts)),
    getValue: getPro,
  },
  'pro-not-for-mws': {
    hits: (facts) =>
      isFreight(facts) && facts.shipment.pro !== null && !/^\d{7,10}$/.test(facts.shipment.pro),
    getValue: getPro,
  },
  'bol-not-for-carrier-central': {
    hits: (facts) =>
      isFreight(facts) && facts.shipment.bol !== null && !isForCarrierCentral(facts.shipment.bol),
    getValue: ({ shipment }) => shipment.bol ?? '',
  },
  'boxes-missing': { isGap: true, isFixed: true, hits: ({ boxes }) => boxes.boxes === 0 },
  'box-id-missing': {
    isGap: true,
    isFixed: true,
    hits: (facts) => isParcel(facts) && facts.boxes.withBoxId < facts.boxes.boxes,
  },
  'box-count-differs': {
    hits: ({ shipment, boxes }) =>
      boxes.boxes > 0 && shipment.declaredBoxCount !== null && shipment.declaredBoxCount !== boxes.boxes,
    getValue: ({ shipment, boxes }) => `${shipment.declaredBoxCount}/${boxes.boxes}`,
  },
  'boxes-over-limit': {
    limits: ['parcel', 'freight'],
    hits: (facts, limits) =>
      (isParcel(facts) && facts.boxes.boxes > limits['parcel']!) ||
      (isFreight(facts) && facts.boxes.boxes > limits['freight']!),
    getValue: ({ boxes }) => String(boxes.boxes),
  },
  'box-too-heavy': {
    limits: ['kg'],
    hits: (facts, limits) => getHeaviestKg(facts) > limits['kg']!,
    getValue: (facts) => String(getHeaviestKg(facts)),
  },
  'box-is-heavy': { limits: ['kg'], hits: (facts, limits) => getHeaviestKg(facts) > limits['kg']! },
  'tracking-missing': {
    isGap: true,
    hits: lacksTracking,
    getValue: ({ boxes }) => `${boxes.withTracking}/${boxes.boxes}`,
  },
  'tracking-outside-limits': {
    limits: ['length'],
    hits: ({ boxes }, limits) => boxes.longestTracking > limits['length']!,
  },
  'tracking-unusual': {
    limits: ['length'],
    hits: ({ boxes }, limits) => boxes.longestTracking > limits['length']! || boxes.oddCharacters > 0,
  },
  'tracking-check-digit': { hits: (facts) => isParcel(facts) && facts.boxes.failsCheckDigit > 0 },
  'tracking-other-format': { hits: (facts) => isParcel(facts) && facts.boxes.otherFormat > 0 },
  'tracking-repeated': { isFixed: true, hits: ({ boxes }) => boxes.repeated > 0 },
  'pallet-too-heavy': {
    limits: ['kg'],
    hits: ({ shipment: { grossWeightKg, palletCount } }, limits) =>
      grossWeightKg !== null &&
      palletCount !== null &&
      palletCount > 0 &&
      grossWeightKg / palletCount > limits['kg']!,
    getValue: ({ shipment }) => `${shipment.grossWeightKg}/${shipment.palletCount}`,
  },
  'pallets-exceed-boxes': {
    hits: ({ shipment, boxes }) => boxes.boxes > 0 && (shipment.palletCount ?? 0) > boxes.boxes,
    getValue: ({ shipment, boxes }) => `${shipment.palletCount}/${boxes.boxes}`,
  },
  'freight-too-light': {
    limits: ['kg'],
    hits: ({ shipment }, limits) =>
      shipment.amazonMode === 'LTL' &&
      shipment.grossWeightKg !== null &&
      shipment.grossWeightKg < limits['kg']!,
    getValue: ({ shipment }) => String(shipment.grossWeightKg),
  },
  'window-missing': { hits: ({ shipment }) => shipment.windowFrom === null || shipment.windowTo === null },
  'window-too-long': {
    limits: ['domestic', 'international'],
    hits: ({ shipment: { windowFrom, windowTo, origin } }, limits) =>
      windowFrom !== null &&
      windowTo !== null &&
      getWindowDays(windowFrom, windowTo) >
        (origin === 'domestic' ? limits['domestic']! : limits['international']!),
    getValue: ({ shipment }) => `${shipment.windowFrom}/${shipment.windowTo}`,
  },
  'appointment-missing': {
    isGap: true,
    hits: (facts) => isAwd(facts) && isFreight(facts) && facts.shipment.isa === null,
    getValue: getNothing,
  },
  'isa-shape': {
    hits: ({ shipment }) => shipment.isa !== null && !/^(?:ISA-?)?\d{8,13}$/.test(shipment.isa),
    getValue: ({ shipment }) => shipment.isa ?? '',
  },
  'reference-shape': {
    hits: ({ shipment }) => shipment.referenceId !== null && !/^[1-8][0-9A-Z]{7}$/.test(shipment.referenceId),
    getValue: ({ shipment }) => shipment.referenceId ?? '',
  },
  'fc-unknown': {
    hits: ({ shipment }) => shipment.fc !== null && getFcCountry(shipment.fc) === null,
    getValue: ({ shipment }) => shipment.fc ?? '',
  },
  'dead-shipment': {
    hits: ({ shipment }) => deadStatuses.has(shipment.amazonStatus ?? '') || shipment.finding === 'dead',
    getValue: ({ shipment }) => shipment.amazonStatus ?? shipment.verifiedOn ?? '',
  },
  'closed-by-clock': {
    hits: ({ clock }) => clock.state === 'closed',
    getValue: ({ clock }) => clock.closesOn ?? '',
  },
  'closes-soon': { hits: ({ clock }) => clock.level !== null && clock.state !== 'closed' },
  'not-found': {
    hits: ({ shipment }) => shipment.finding === 'not_found',
    getValue: ({ shipment }) => shipment.verifiedOn ?? '',
  },
  'not-verified': {
    hits: ({ shipment, day }) => shipment.finding !== 'not_found' && getDueCheck(shipment, day) !== null,
    getValue: ({ shipment, day }) => getDueCheck(shipment, day)?.since ?? '',
  },
  'gone-from-file': { hits: ({ shipment }) => shipment.isGone, getValue: getNothing },
  'programme-exempt': { isFixed: true, hits: ({ shipment }) => shipment.programme !== 'own' },
  replaced: { isFixed: true, hits: ({ shipment }) => shipment.replacedBy !== null },
}
