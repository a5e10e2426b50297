import { fromDayNumber, toDayNumber } from './calendar-day.ts'
import { getDefectState, type ForecastShipment } from './forecast-shipment.ts'

/** Amazon's rate on one day: shipments delivered or due in the window that ends on it. */
export interface RateDay {
  on: string
  /** Shipments that are not exempt. */
  counted: number
  /** Of them those without complete tracking information when they arrived, or as it stands now. */
  defects: number
}

/** Null where nothing counts. */
export const getRate = ({ counted, defects }: Omit<RateDay, 'on'>): number | null =>
  counted === 0 ? null : defects / counted

export interface SeriesSpan {
  from: string
  /** Included. */
  to: string
  /** 120: the day itself and the 119 before it. */
  windowDays: number
}

/** The rate on every day from the first to the last; exempt shipments and those without a day never count. */
export function getRateSeries(
  shipments: readonly ForecastShipment[],
  { from, to, windowDays }: SeriesSpan,
): RateDay[] {
  const byDay = new Map<number, { counted: number; defects: number }>()
  for (const { isExempt, due, gap } of shipments) {
    if (isExempt || due === null) continue
    const day = toDayNumber(due.on)
    const sums = byDay.get(day) ?? { counted: 0, defects: 0 }
    byDay.set(day, { counted: sums.counted + 1, defects: sums.defects + (gap === null ? 0 : 1) })
  }
  const first = toDayNumber(from)
  const last = toDayNumber(to)
  const series: RateDay[] = []
  let counted = 0
  let defects = 0
  for (let day = first - windowDays + 1; day <= last; day++) {
    const arriving = byDay.get(day)
    const leaving = day - windowDays >= first - windowDays + 1 ? byDay.get(day - windowDays) : undefined
    counted += (arriving?.counted ?? 0) - (leaving?.counted ?? 0)
    defects += (arriving?.defects ?? 0) - (leaving?.defects ?? 0)
    if (day >= first) series.push({ on: fromDayNumber(day), counted, defects })
  }
  return series
}

/** A gap that numbers can still close: the shipment has not been delivered without them. */
export const canStillFill = (shipment: ForecastShipment, on: string): boolean =>
  shipment.gap !== null && getDefectState(shipment, on) !== 'defect'

/** The shipments as they would be if these got their numbers on that day. */
export const fillShipments = (
  shipments: readonly ForecastShipment[],
  filled: ReadonlySet<number>,
  on: string,
): ForecastShipment[] =>
  shipments.map((shipment) =>
    filled.has(shipment.id) && canStillFill(shipment, on) ? { ...shipment, gap: null } : shipment,
  )
