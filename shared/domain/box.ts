export interface Box {
  id: number
  shipmentId: number
  /** 1-based place in the authoritative list; never computed from the `U` number. */
  position: number
  boxId: string | null
  trackingId: string | null
  /** True when the carrier's strategy puts one number on several boxes, so that uniqueness is waived. */
  isTrackingShared: boolean
  weightKg: number | null
}

const boxIdPattern = /^(FBA[0-9A-Z]{7,9}|STAR-[0-9A-Z]{13})U(\d{6}|\d{3})$/

/** Shipment part and sequence of a box ID (shipment id + `U` + six digits, old labels three), or null. */
export function parseBoxId(value: string): { fbaId: string; sequence: number } | null {
  const match = boxIdPattern.exec(value)
  return match ? { fbaId: match[1]!, sequence: Number(match[2]) } : null
}
