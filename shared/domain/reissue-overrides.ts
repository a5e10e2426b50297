import { getOverrideKey, type Override } from './override.ts'
import type { RowInserts } from './patch.ts'
import type { ReissueSide } from './reissue.ts'

/** One that stands, with who gave the reason and when. */
export type GivenOverride = Override & { who: string; atMs: number }

const ofTracking: ReadonlySet<string> = new Set([
  'tracking-check-digit',
  'tracking-other-format',
  'tracking-shared',
  'same-number',
])
const ofCarrier: ReadonlySet<string> = new Set(['carrier-inactive', 'carrier-against-mode', 'two-trucks'])
/** Counts and weights of the same goods, as they are under any ID. */
const ofGoods: ReadonlySet<string> = new Set([
  'tracking-missing',
  'box-count-differs',
  'boxes-over-limit',
  'box-too-heavy',
  'pallet-too-heavy',
  'pallets-exceed-boxes',
  'freight-too-light',
])

/** What Amazon gives each ID anew (FC, reference, status, days) is not taken over, and so is judged anew. */
function isTakenOver({ shipment, boxes }: ReissueSide, { rule, value }: GivenOverride): boolean {
  if (ofTracking.has(rule)) return boxes.some((box) => box.trackingId === value)
  if (ofCarrier.has(rule)) return shipment.carrierId !== null
  if (rule.startsWith('pro-')) return value !== '' && value === shipment.pro
  if (rule.startsWith('bol-')) return value === shipment.bol
  if (rule.startsWith('isa-')) return value === shipment.isa
  return ofGoods.has(rule)
}

/** Overrides that go with the values they speak of, and stand under the new ID with reason, name and time as given. */
export function listTakenOverrides(
  from: ReissueSide,
  known: ReissueSide | null,
  newShipmentId: number,
): GivenOverride[] {
  const standing = new Set(known?.overrides.map(getOverrideKey))
  return from.overrides
    .filter((override) => isTakenOver(from, override))
    .map((override) => ({ ...override, shipmentId: newShipmentId }))
    .filter((override) => !standing.has(getOverrideKey(override)))
}

export const insertTakenOverrides = (taken: readonly GivenOverride[], firstId: number): RowInserts => ({
  entity: 'override',
  fields: ['id', 'shipmentId', 'rule', 'value', 'reason', 'who', 'atMs'],
  rows: taken.map(({ shipmentId, rule, value, reason, who, atMs }, place) => [
    firstId + place,
    shipmentId,
    rule,
    value,
    reason,
    who,
    atMs,
  ]),
})
