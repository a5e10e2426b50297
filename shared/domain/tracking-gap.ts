import { formatLocalDay } from './calendar-day.ts'
import { isAwdId, type AmazonMode } from './shipment.ts'

/** What keeps a shipment's tracking information from being complete, as Amazon counts it. */
export type TrackingGap =
  | { kind: 'pro' }
  | { kind: 'tracking'; missing: number; boxes: number }
  | { kind: 'boxes' }
  /** Amazon's mode is not known, and there is no PRO number either. */
  | { kind: 'mode' }
  /** Complete now, but not yet on the day of the delivery. */
  | { kind: 'late' }

export interface NumberedShipment {
  fbaId: string
  amazonMode: AmazonMode | null
  pro: string | null
  boxes: number
  /** Boxes with a tracking ID. */
  paired: number
}

/** A parcel shipment needs a tracking ID on every box, an LTL or FTL one a PRO; AWD freight has no field for it. */
export function findTrackingGap({
  fbaId,
  amazonMode,
  pro,
  boxes,
  paired,
}: NumberedShipment): TrackingGap | null {
  if (amazonMode === 'SPD') {
    if (boxes === 0) return { kind: 'boxes' }
    return paired < boxes ? { kind: 'tracking', missing: boxes - paired, boxes } : null
  }
  if (pro !== null || isAwdId(fbaId)) return null
  return { kind: amazonMode === null ? 'mode' : 'pro' }
}

/** One stored change of a number's cell: a shipment's PRO, or a box's tracking ID. */
export interface NumberChange {
  cell: string
  atMs: number
  wasBlank: boolean
}

/**
 * Whether a number was still blank at the end of the day of the delivery. The hour of a delivery is not known, so what
 * came on that day came in time; so did what came with an import, which may be older than the desk.
 */
export function wasBlankAtDelivery(changes: readonly NumberChange[], deliveredOn: string): boolean {
  const firstLater = new Map<string, NumberChange>()
  for (const change of changes) {
    const known = firstLater.get(change.cell)
    if (formatLocalDay(change.atMs) > deliveredOn && (!known || change.atMs < known.atMs))
      firstLater.set(change.cell, change)
  }
  return [...firstLater.values()].some(({ wasBlank }) => wasBlank)
}
