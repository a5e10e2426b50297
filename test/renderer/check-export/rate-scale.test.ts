import { expect, test } from 'vitest'
import { drawRates, getRateScale, placeLabels } from '../../../renderer/check-export/rate-scale.ts'
import { addDays } from '../../../shared/domain/calendar-day.ts'
import type { RateDay } from '../../../shared/domain/defect-rate.ts'

const box = { left: 0, right: 100, top: 0, bottom: 50 }
/** 101 days from the 24th of August, a pixel each. */
const days: RateDay[] = Array.from({ length: 101 }, (_, index) => ({
  on: addDays('2026-08-24', index),
  counted: 10,
  defects: 1,
}))

test.each([
  [0.05, [0, 0.02, 0.04, 0.06]],
  [0.04, [0, 0.01, 0.02, 0.03, 0.04]],
  [0.12, [0, 0.05, 0.1, 0.15]],
  [1, [0, 0.25, 0.5, 0.75, 1]],
])('an axis that holds %d has lines that are easy to read', (highest, ticks) => {
  const scale = getRateScale(days, highest, box)
  expect(scale.ticks.map((tick) => Number(tick.toFixed(4)))).toEqual(ticks)
  expect(scale.getY(0)).toBe(50)
  expect(scale.getY(ticks.at(-1)!)).toBeCloseTo(0)
})

test('a day stands where it is between the first and the last, and months begin on their first', () => {
  const scale = getRateScale(days, 1, box)
  expect(['2026-08-24', '2026-09-13', '2026-12-02'].map(scale.getX)).toEqual([0, 20, 100])
  expect(scale.months).toEqual(['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01'])
})

test('a line is broken where there is no rate, and its ground goes down to the axis', () => {
  const scale = getRateScale(days, 0.25, box)
  const some = days.slice(0, 5).map((day, index) => ({ ...day, counted: index === 2 ? 0 : 4 }))
  // A quarter on an axis that reaches 30 %: 41.7 of 50 pixels up.
  expect(drawRates(some, scale)).toEqual({
    line: 'M0,8.3L1,8.3M3,8.3L4,8.3',
    ground: 'M0,50L0,8.3L1,8.3L1,50ZM3,50L3,8.3L4,8.3L4,50Z',
  })
  expect(drawRates([], scale)).toEqual({ line: '', ground: '' })
})

test('labels stand where their lines end, apart from each other and above the edge', () => {
  expect(placeLabels([20, 80], 30, 100)).toEqual([20, 80])
  expect(placeLabels([50, 55], 30, 100)).toEqual([50, 80])
  expect(placeLabels([90, 95], 30, 100)).toEqual([70, 100])
  expect(placeLabels([95], 30, 100)).toEqual([95])
})
