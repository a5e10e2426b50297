import { addDays, countDays } from './calendar-day.ts'
import { climbLadder, type Ladder } from './coaching-ladder.ts'
import { canStillFill, fillShipments, getRate, getRateSeries, type RateDay } from './defect-rate.ts'
import { getDefectState, type DefectState, type Due, type ForecastShipment } from './forecast-shipment.ts'
import type { PolicySettings } from './policy-settings.ts'
import type { TrackingGap } from './tracking-gap.ts'

/** How far the chart looks back and ahead. */
export const daysBack = 119
const daysAhead = 45

export interface MissingShipment {
  id: number
  fbaId: string
  fc: string | null
  gap: TrackingGap
  state: DefectState
  due: Due | null
  /** Negative: the day has passed. */
  daysLeft: number | null
}

export interface ClientForecast {
  clientId: number
  client: string
  marketplace: string
  /** Open shipments with a gap ÷ open shipments that are not exempt. */
  missingNow: Omit<RateDay, 'on'>
  /** Amazon's rate as it stands on the day. */
  today: RateDay
  /** The worst day ahead, the first where several are equal, if nothing is filled in. */
  peak: RateDay
  /** The same, and the days from the day on, if the chosen shipments get their numbers: those named, else all that still can. */
  whatIf: { filled: number; today: RateDay; peak: RateDay; series: RateDay[] }
  /**
   * Are or will be defects, by their day, then those without a day, then what was delivered without and cannot be mended.
   * What has left the window is gone.
   */
  missing: MissingShipment[]
  /** Not exempt and without any day: they stand in no rate. */
  undated: number
  /** History that was delivered in the window of the day: left out of every figure, since nobody knows whether it was in time. */
  history: number
  /** Closed at Amazon without a day of delivery, so left out too; not those whose planned day is behind the window. */
  closedUndated: number
  /** Null where no acceptable rate is set. */
  ladder: Ladder | null
  /** Every day of the chart. */
  series: RateDay[]
}

export interface ForecastOptions extends PolicySettings {
  on: string
  /** Considered filled in the what-if; undefined: all that can still be. */
  filled?: ReadonlySet<number> | undefined
}

/** Amazon's rate of missing tracking per client and marketplace before Amazon counts it, the worst client first. */
export function forecastDefects(
  shipments: readonly ForecastShipment[],
  options: ForecastOptions,
): ClientForecast[] {
  const groups = Map.groupBy(shipments, ({ clientId, marketplace }) => `${clientId} ${marketplace}`)
  return [...groups.values()]
    .map((own) => forecastClient(own, options))
    .toSorted((a, b) => rankRate(b) - rankRate(a) || a.clientId - b.clientId)
}

const rankRate = ({ peak }: ClientForecast): number => getRate(peak) ?? -1

function forecastClient(all: readonly ForecastShipment[], options: ForecastOptions): ClientForecast {
  const { on, windowDays, acceptableRate } = options
  const own = all.filter(({ isHistory, isClosedUndated }) => !isHistory && !isClosedUndated)
  const span = { from: addDays(on, -daysBack), to: addDays(on, daysAhead), windowDays }
  const series = getRateSeries(own, span)
  const { clientId, client, marketplace } = all[0]!
  const counted = own.filter(({ isExempt }) => !isExempt)
  const open = counted.filter(({ isOpen }) => isOpen)
  return {
    clientId,
    client,
    marketplace,
    missingNow: { counted: open.length, defects: open.filter(({ hasGap }) => hasGap).length },
    today: series[daysBack]!,
    peak: findPeak(series.slice(daysBack)),
    whatIf: getWhatIf(own, options),
    missing: listMissing(counted, on, windowDays),
    undated: counted.filter(({ due }) => due === null).length,
    history: countHistory(all, on, windowDays),
    closedUndated: countClosedUndated(all, on, windowDays),
    ladder: acceptableRate === null ? null : climbLadder(series, on, acceptableRate),
    series,
  }
}

const countHistory = (all: readonly ForecastShipment[], on: string, windowDays: number): number =>
  all.filter(
    ({ isHistory, isExempt, due }) =>
      isHistory && !isExempt && due !== null && due.on <= on && countDays(due.on, on) < windowDays,
  ).length

const countClosedUndated = (all: readonly ForecastShipment[], on: string, windowDays: number): number =>
  all.filter(
    ({ isClosedUndated, isExempt, due }) =>
      isClosedUndated && !isExempt && (due === null || countDays(due.on, on) < windowDays),
  ).length

const findPeak = (days: readonly RateDay[]): RateDay =>
  days.reduce((worst, day) => ((getRate(day) ?? -1) > (getRate(worst) ?? -1) ? day : worst))

function getWhatIf(
  own: readonly ForecastShipment[],
  { on, windowDays, filled }: ForecastOptions,
): ClientForecast['whatIf'] {
  const fillable = own.filter(
    (shipment) => canStillFill(shipment, on) && (filled === undefined || filled.has(shipment.id)),
  )
  const after = fillShipments(own, new Set(fillable.map(({ id }) => id)), on)
  const days = getRateSeries(after, { from: on, to: addDays(on, daysAhead), windowDays })
  return { filled: fillable.length, today: days[0]!, peak: findPeak(days), series: days }
}

function listMissing(
  counted: readonly ForecastShipment[],
  on: string,
  windowDays: number,
): MissingShipment[] {
  return counted
    .flatMap(({ id, fbaId, fc, gap, due }): MissingShipment[] => {
      if (gap === null) return []
      const daysLeft = due && countDays(on, due.on)
      if (daysLeft !== null && daysLeft <= -windowDays) return []
      return [{ id, fbaId, fc, gap, due, daysLeft, state: getDefectState({ due }, on) }]
    })
    .toSorted(
      (a, b) =>
        Number(a.state === 'defect') - Number(b.state === 'defect') ||
        compareDays(a.daysLeft, b.daysLeft) ||
        (a.fbaId < b.fbaId ? -1 : 1),
    )
}

const compareDays = (a: number | null, b: number | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a - b
