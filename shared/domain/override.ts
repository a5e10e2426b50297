/** Rules of boxes' numbers that one value may pass with a reason; the value is the number. */
export type TrackingOverride = 'tracking-check-digit' | 'tracking-other-format' | 'tracking-shared'

/** One value of a shipment let through one rule. */
export interface Override {
  shipmentId: number
  rule: string
  value: string
  reason: string
}

export const getOverrideKey = ({ shipmentId, rule, value }: Omit<Override, 'reason'>): string =>
  `${shipmentId} ${rule} ${value}`
