import { countDays } from '../../shared/domain/calendar-day.ts'
import { getRate, type RateDay } from '../../shared/domain/defect-rate.ts'

/** Where days and rates stand in a chart, in pixels. */
export interface RateScale {
  left: number
  right: number
  top: number
  bottom: number
  getX: (on: string) => number
  getY: (rate: number) => number
  /** Rates of the lines across, 0 first. */
  ticks: readonly number[]
  /** First days of months. */
  months: readonly string[]
}

/** Steps of an axis: their multiples are easy to read. */
const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25]
const mostTicks = 5

export function getRateScale(
  days: readonly RateDay[],
  highest: number,
  box: { left: number; right: number; top: number; bottom: number },
): RateScale {
  const first = days[0]!.on
  const span = Math.max(1, countDays(first, days.at(-1)!.on))
  const step = steps.find((each) => highest / each < mostTicks) ?? 0.25
  const count = Math.max(1, Math.ceil(highest / step - 1e-9))
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step)
  const top = count * step
  return {
    ...box,
    getX: (on) => box.left + (countDays(first, on) / span) * (box.right - box.left),
    getY: (rate) => box.bottom - (Math.min(rate, top) / top) * (box.bottom - box.top),
    ticks,
    months: days.flatMap(({ on }) => (on.endsWith('-01') ? [on] : [])),
  }
}

/** A line through the days that have a rate, and the ground under it; broken where there is none. */
export function drawRates(days: readonly RateDay[], scale: RateScale): { line: string; ground: string } {
  const runs: { x: number; y: number }[][] = []
  let isRunning = false
  for (const { on, counted, defects } of days) {
    const rate = getRate({ counted, defects })
    if (rate !== null) {
      if (!isRunning) runs.push([])
      runs.at(-1)!.push({ x: scale.getX(on), y: scale.getY(rate) })
    }
    isRunning = rate !== null
  }
  const lines = runs.map((run) => run.map(({ x, y }) => `${round(x)},${round(y)}`).join('L'))
  return {
    line: lines.map((line) => `M${line}`).join(''),
    ground: runs
      .map((run, index) => {
        const [from, to] = [round(run[0]!.x), round(run.at(-1)!.x)]
        return `M${from},${scale.bottom}L${lines[index]}L${to},${scale.bottom}Z`
      })
      .join(''),
  }
}

/** Heights of labels from the top down: each has its room, and none is below the lowest place. */
export function placeLabels(wanted: readonly number[], room: number, lowest: number): number[] {
  const places: number[] = []
  for (const height of wanted) places.push(Math.max(height, (places.at(-1) ?? -Infinity) + room))
  let limit = lowest
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index]!, limit)
    limit = places[index]! - room
  }
  return places
}

const round = (value: number): number => Math.round(value * 10) / 10
