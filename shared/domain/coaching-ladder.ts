import { addDays, countDays } from './calendar-day.ts'
import { getRate, type RateDay } from './defect-rate.ts'

/** Amazon's three steps; at `critical` the creation of shipments may be blocked for 24 to 72 hours. */
export const ladderLevels = ['standard', 'elevated', 'critical'] as const
export type LadderLevel = (typeof ladderLevels)[number]

/** Days above the acceptable rate that lead to Elevated, and from there to Critical (help: coaching, November 2026). */
export const daysToElevated = 21
export const daysToCritical = 21

export interface Ladder {
  level: LadderLevel
  /** Days above the acceptable rate without a break, the day itself included; 0 while it is not above. */
  daysAbove: number
  /** First day of the run above the rate: the one that lasts, else the next in the forecast. */
  aboveFrom: string | null
  /** First day of the forecast on which that run is over. */
  endsOn: string | null
  /** When the run leads to each step; null where it ends before. */
  elevatedOn: string | null
  criticalOn: string | null
}

/**
 * Where a seller stands on a day, from the rates of the days before and after. The first day above counts as one of the
 * 21: of two readings of Amazon's text the earlier. A rate equal to the acceptable one is not above it.
 */
export function climbLadder(series: readonly RateDay[], on: string, acceptableRate: number): Ladder {
  const isAbove = ({ counted, defects }: RateDay): boolean =>
    (getRate({ counted, defects }) ?? 0) > acceptableRate
  const today = series.findIndex((day) => day.on === on)
  const isAboveToday = today >= 0 && isAbove(series[today]!)
  const start = isAboveToday
    ? series.findLastIndex((day, index) => index < today && !isAbove(day)) + 1
    : series.findIndex((day, index) => index > today && isAbove(day))
  if (start < 0)
    return {
      level: 'standard',
      daysAbove: 0,
      aboveFrom: null,
      endsOn: null,
      elevatedOn: null,
      criticalOn: null,
    }
  const aboveFrom = series[start]!.on
  const endsOn = series.find((day, index) => index > start && !isAbove(day))?.on ?? null
  const ifItLasts = (day: string): string | null => (endsOn === null || day < endsOn ? day : null)
  const elevatedOn = ifItLasts(addDays(aboveFrom, daysToElevated - 1))
  const criticalOn = elevatedOn && ifItLasts(addDays(elevatedOn, daysToCritical))
  return {
    level: getLevel(on, elevatedOn, criticalOn),
    daysAbove: isAboveToday ? countDays(aboveFrom, on) + 1 : 0,
    aboveFrom,
    endsOn,
    elevatedOn,
    criticalOn,
  }
}

function getLevel(on: string, elevatedOn: string | null, criticalOn: string | null): LadderLevel {
  if (criticalOn !== null && on >= criticalOn) return 'critical'
  return elevatedOn !== null && on >= elevatedOn ? 'elevated' : 'standard'
}
