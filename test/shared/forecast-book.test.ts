import { expect, test } from 'vitest'
import { addDays } from '../../shared/domain/calendar-day.ts'
import { forecastDefects } from '../../shared/domain/defect-forecast.ts'
import type { ForecastShipment } from '../../shared/domain/forecast-shipment.ts'
import { makeForecastShipment } from './make-forecast-shipment.ts'

const dayZero = '2026-08-01'
const pro = { kind: 'pro' } as const

/** Twenty shipments of a marketplace; `make` says the day from day zero, and whether a number is missing. */
const makeTwenty = (
  marketplace: string,
  firstId: number,
  make: (index: number) => { day: number; isShort: boolean; isExempt?: boolean },
): ForecastShipment[] =>
  Array.from({ length: 20 }, (_, index) => {
    const { day, isShort, isExempt = false } = make(index)
    return makeForecastShipment({
      id: firstId + index,
      fbaId: `FBA19T${String(firstId + index).padStart(6, '0')}`,
      marketplace,
      isExempt,
      due: { on: addDays(dayZero, day), basis: 'eta' },
      gap: isShort && !isExempt ? pro : null,
    })
  })

const book = [
  // One a week from day 0 to day 133; the 1st, 5th, 9th, 13th and 17th (days 0, 28, 56, 84, 112) lack a PRO.
  ...makeTwenty('US', 1, (index) => ({ day: index * 7, isShort: index % 4 === 0 })),
  // Ten on day 0, three of them short, and ten on day 120, one of them short.
  ...makeTwenty('DE', 21, (index) =>
    index < 10 ? { day: 0, isShort: index < 3 } : { day: 120, isShort: index === 10 },
  ),
  // One a day from day 1 to day 20; the 1st, 6th, 11th and 16th are exempt, of the others every even one is short: the
  // 2nd, 4th, 8th, 10th, 12th, 14th, 18th and 20th.
  ...makeTwenty('JP', 41, (index) => ({
    day: index + 1,
    isShort: index % 2 === 1,
    isExempt: index % 5 === 0,
  })),
]

test.each([
  // Day, then defects and shipments in the window of each marketplace, then how many of the US are still listed as what.
  [0, { US: [1, 1], DE: [3, 10], JP: [0, 0] }, { due: 5, overdue: 0 }],
  // US: days 0 to 119, which are 18 shipments. JP: all 16 that are not exempt.
  [119, { US: [5, 18], DE: [3, 10], JP: [8, 16] }, { due: 0, overdue: 5 }],
  // Day 0 has left. US: days 7 to 119.
  [120, { US: [4, 17], DE: [1, 10], JP: [8, 16] }, { due: 0, overdue: 4 }],
  // JP: day 1 has left, and was exempt.
  [121, { US: [4, 17], DE: [1, 10], JP: [8, 16] }, { due: 0, overdue: 4 }],
  // US: days 14 to 126. JP: days 11 to 20, two of them exempt, four short (12, 14, 18, 20).
  [130, { US: [4, 17], DE: [1, 10], JP: [4, 8] }, { due: 0, overdue: 4 }],
])('60 shipments in three marketplaces on day %i', (day, rates, states) => {
  const on = addDays(dayZero, day)
  const forecasts = forecastDefects(book, { on, windowDays: 120, acceptableRate: null })
  const found = Object.fromEntries(
    forecasts.map(({ marketplace, today }) => [marketplace, [today.defects, today.counted]]),
  )
  expect(found).toEqual(rates)
  const { missing } = forecasts.find(({ marketplace }) => marketplace === 'US')!
  expect({
    due: missing.filter(({ state }) => state === 'due').length,
    overdue: missing.filter(({ state }) => state === 'overdue').length,
  }).toEqual(states)
})
