import type { Carrier } from './carrier.ts'
import { hasKnownFormats } from './number/courier-names.ts'
import type { TrackingOverride } from './override.ts'
import { checkForCourier } from './number/tracking-number.ts'

/** What the rules need of a shipment's boxes, summed up while they are read once. */
export interface BoxSummary {
  boxes: number
  withBoxId: number
  withTracking: number
  /** Characters of the longest tracking ID. */
  longestTracking: number
  /** Tracking IDs with other characters than those that every courier's numbers are made of. */
  oddCharacters: number
  /** Tracking IDs whose check digit fails for the shipment's courier. */
  failsCheckDigit: number
  /** Tracking IDs that have none of the formats of the shipment's courier, where those are known. */
  otherFormat: number
  /** Boxes that share a tracking ID although the carrier gives one per box. */
  repeated: number
  /** Of the boxes whose weight is known; 0 where none is. */
  heaviestKg: number
  /** Boxes whose weight is known, and what they weigh together. */
  weighed: number
  weighedKg: number
}

export const emptyBoxSummary = (): BoxSummary => ({
  boxes: 0,
  withBoxId: 0,
  withTracking: 0,
  longestTracking: 0,
  oddCharacters: 0,
  failsCheckDigit: 0,
  otherFormat: 0,
  repeated: 0,
  heaviestKg: 0,
  weighed: 0,
  weighedKg: 0,
})

/** Amazon's schema names no pattern; what its page takes is not public (read November 2026). */
const usualCharacters = /^[0-9A-Z-]+$/

/**
 * Adds one box. `carrier` is the shipment's: its courier knows the formats, its strategy whether sharing is meant.
 * `isExcused`: a reason is on file why this number may pass the rule.
 */
export function addBoxToSummary(
  summary: BoxSummary,
  hasBoxId: boolean,
  trackingId: string | null,
  isShared: boolean,
  weightKg: number | null,
  carrier: Pick<Carrier, 'courier' | 'strategy'> | null,
  isExcused: (rule: TrackingOverride, trackingId: string) => boolean = () => false,
): void {
  summary.boxes++
  if (hasBoxId) summary.withBoxId++
  if (weightKg !== null) {
    if (weightKg > summary.heaviestKg) summary.heaviestKg = weightKg
    summary.weighed++
    summary.weighedKg += weightKg
  }
  if (trackingId === null) return
  summary.withTracking++
  if (trackingId.length > summary.longestTracking) summary.longestTracking = trackingId.length
  if (!usualCharacters.test(trackingId)) summary.oddCharacters++
  const isRepeated = isShared && carrier?.strategy === 'per_box'
  if (isRepeated && !isExcused('tracking-shared', trackingId)) summary.repeated++
  if (!carrier?.courier || !hasKnownFormats(carrier.courier)) return
  const verdict = checkForCourier(trackingId, carrier.courier)
  if (verdict === 'unknown-format' && !isExcused('tracking-other-format', trackingId)) summary.otherFormat++
  if (verdict === 'invalid' && !isExcused('tracking-check-digit', trackingId)) summary.failsCheckDigit++
}

/** To the gram; null where a box was not weighed. */
export const getBoxesKg = ({ boxes, weighed, weighedKg }: BoxSummary): number | null =>
  boxes > 0 && weighed === boxes ? Math.round(weighedKg * 1_000) / 1_000 : null
