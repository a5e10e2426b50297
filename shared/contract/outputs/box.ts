export interface BoxView {
  id: number
  shipmentId: number
  fbaId: string
  client: string
  position: number
  boxId: string | null
  trackingId: string | null
  isTrackingShared: boolean
  weightKg: number | null
  /** Labels of earlier shipment IDs, a blank between two, the newest last. */
  formerBoxIds: string | null
  carrier: string | null
  /** `kept`: the check digit is wrong, and a reason for that is on file. */
  check: 'valid' | 'invalid' | 'kept' | 'unknown' | 'missing'
  /** Why the number stands there against a rule. */
  keptBecause: string | null
}
