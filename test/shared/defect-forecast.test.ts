import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/domain/calendar-day.ts'
import { forecastDefects, type ForecastOptions } from '../../shared/domain/defect-forecast.ts'
import { fillShipments, getRate, getRateSeries } from '../../shared/domain/defect-rate.ts'
import { getDefectState, type ForecastShipment } from '../../shared/domain/forecast-shipment.ts'
import { makeForecastShipment } from './make-forecast-shipment.ts'

const on = '2026-11-27'
const pro = { kind: 'pro' } as const

const forecast = (shipments: readonly ForecastShipment[], options: Partial<ForecastOptions> = {}) =>
  forecastDefects(shipments, { on, windowDays: 120, acceptableRate: null, ...options })

const delivered = (day: string, values: Partial<ForecastShipment> = {}) =>
  makeForecastShipment({ isOpen: false, due: { on: day, basis: 'delivered' }, ...values })

/** The rate of one day alone. */
const rateOn = (shipments: readonly ForecastShipment[], day: string, windowDays = 120) => {
  const { counted, defects } = getRateSeries(shipments, { from: day, to: day, windowDays })[0]!
  return [defects, counted]
}

describe('the rolling rate', () => {
  // Ten shipments of one client. Their days, and whether they have what Amazon wants:
  const book = [
    delivered('2026-07-29', { id: 1, gap: pro }), // 121 days before the 27th of November
    delivered('2026-07-30', { id: 2, gap: pro }), // 120 days before
    delivered('2026-07-31', { id: 3, gap: pro }), // 119 days before
    delivered('2026-09-15', { id: 4 }),
    delivered('2026-11-20', { id: 5, gap: { kind: 'late' } }),
    delivered('2026-11-27', { id: 6 }),
    makeForecastShipment({ id: 7, gap: pro, due: { on: '2026-11-28', basis: 'appointment' } }),
    makeForecastShipment({ id: 8, due: { on: '2026-12-02', basis: 'eta' } }),
    makeForecastShipment({ id: 9, gap: pro, due: null }),
    makeForecastShipment({ id: 10, isExempt: true, gap: null, due: { on: '2026-11-28', basis: 'eta' } }),
  ]

  test.each([
    // 1 to 3 are in: all three are defects.
    ['2026-07-31', [3, 3]],
    // Day 119 after the first: it is still in, with 2 to 5. 4 of 5 are defects.
    ['2026-11-25', [4, 5]],
    // Day 120: the first has left.
    ['2026-11-26', [3, 4]],
    // Day 121: the second has left too, and 6 has arrived. 3 and 5 of 3, 4, 5, 6.
    ['2026-11-27', [2, 4]],
    // 3 has left. 5 and 7 of 4, 5, 6, 7.
    ['2026-11-28', [2, 4]],
    // 8 is due with its PRO: 5 and 7 of five.
    ['2026-12-02', [2, 5]],
    // 4 leaves on the 13th of January: 5 and 7 of 5, 6, 7, 8.
    ['2027-01-12', [2, 5]],
    ['2027-01-13', [2, 4]],
  ])('on %s', (day, expected) => {
    expect(rateOn(book, day)).toEqual(expected)
  })

  test('looks back exactly as many days as the window has', () => {
    expect(rateOn(book, on, 8)).toEqual([1, 2])
    expect(rateOn(book, on, 7)).toEqual([0, 1])
  })

  test('is told for today, for the worst day ahead and for what filling would make of it', () => {
    const [own] = forecast(book)
    expect(own).toMatchObject({
      client: '宁波星野',
      marketplace: 'US',
      // Open and not exempt are 7, 8 and 9; 7 and 9 have no PRO.
      missingNow: { counted: 3, defects: 2 },
      today: { on, counted: 4, defects: 2 },
      peak: { on, counted: 4, defects: 2 },
      // 7 and 9 can still get a PRO; today's own 3 and 5 stay what they are.
      whatIf: { filled: 2, today: { on, counted: 4, defects: 2 }, peak: { on, counted: 4, defects: 2 } },
      undated: 1,
      ladder: null,
    })
    expect(own!.series).toHaveLength(165)
    expect([own!.series[0]!.on, own!.series[119]!.on, own!.series.at(-1)!.on]).toEqual([
      '2026-07-31',
      on,
      '2027-01-11',
    ])
  })

  test('lists what can still be mended by its day, then what has no day, then what is past mending', () => {
    expect(forecast(book)[0]!.missing.map(({ id, state, daysLeft }) => [id, state, daysLeft])).toEqual([
      [7, 'due', 1],
      [9, 'undated', null],
      [3, 'defect', -119],
      [5, 'defect', -7],
    ])
  })

  test('is what it is for another day', () => {
    const [own] = forecast(book, { on: '2026-11-29' })
    expect(own!.today).toEqual({ on: '2026-11-29', counted: 4, defects: 2 })
    expect(own!.missing.map(({ id, state, daysLeft }) => [id, state, daysLeft])).toEqual([
      [7, 'overdue', -1],
      [9, 'undated', null],
      [5, 'defect', -9],
    ])
  })
})

test('taking one tracking ID away raises the rate at once', () => {
  const whole = [1, 2, 3, 4].map((id) => makeForecastShipment({ id, due: { on, basis: 'appointment' } }))
  expect(getRate(forecast(whole)[0]!.today)).toBe(0)
  const short = whole.map((shipment) =>
    shipment.id === 3
      ? { ...shipment, hasGap: true, gap: { kind: 'tracking' as const, missing: 1, boxes: 20 } }
      : shipment,
  )
  expect(getRate(forecast(short)[0]!.today)).toBe(0.25)
  expect(forecast(short)[0]!.missingNow).toEqual({ counted: 4, defects: 1 })
})

describe('history, of which nobody knows whether its numbers were uploaded in time', () => {
  const history = (id: number, day: string, values: Partial<ForecastShipment> = {}) =>
    delivered(day, { id, isHistory: true, ...values })

  test('is neither a defect nor counted, and how much of it the window would hold is said', () => {
    const live = [delivered('2026-11-20', { id: 1, gap: pro }), delivered('2026-11-21', { id: 2 })]
    const [own] = forecast([
      ...live,
      history(3, '2026-07-30'), // 120 days before: outside the window
      history(4, '2026-07-31'),
      history(5, '2026-11-27'),
      history(6, '2026-11-28'), // not yet on the day that is asked for
      history(7, '2026-11-20', { isExempt: true }),
      history(8, '2026-11-20', { due: null }),
    ])
    expect(own).toMatchObject({
      missingNow: { counted: 0, defects: 0 },
      today: { on, counted: 2, defects: 1 },
      undated: 0,
      history: 2,
    })
    const without = forecast(live)[0]!
    expect(own).toEqual({ ...without, history: 2 })
    expect(without.history).toBe(0)
  })

  test('alone gives a client no rate', () =>
    expect(forecast([history(1, on)])[0]).toMatchObject({ today: { counted: 0 }, missing: [], history: 1 }))
})

describe('shipments that Amazon closed without a day of delivery', () => {
  const closed = (id: number, values: Partial<ForecastShipment> = {}) =>
    makeForecastShipment({ id, isOpen: false, isClosedUndated: true, due: null, ...values })

  test('stand in no figure, and how many is said', () => {
    const live = [delivered('2026-11-20', { id: 1, gap: pro })]
    const eta = (day: string) => ({ on: day, basis: 'eta' }) as const
    const [own] = forecast([
      ...live,
      closed(2, { gap: pro }),
      closed(3, { due: eta('2026-07-31'), gap: pro }),
      closed(4, { due: eta('2026-12-05') }),
      closed(5, { due: eta('2026-07-30') }), // long before the window
      closed(6, { isExempt: true }),
    ])
    expect(own).toEqual({ ...forecast(live)[0]!, closedUndated: 3 })
    expect(forecast(live)[0]!.closedUndated).toBe(0)
  })
})

test('clients and marketplaces are told apart, the worst first', () => {
  const shipments = [
    makeForecastShipment({ id: 1, marketplace: 'US' }),
    makeForecastShipment({ id: 2, marketplace: 'DE', gap: pro }),
    makeForecastShipment({ id: 3, clientId: 2, client: '深圳拓海', marketplace: 'US', gap: pro }),
    makeForecastShipment({ id: 4, clientId: 2, client: '深圳拓海', marketplace: 'US' }),
  ]
  expect(
    forecast(shipments).map(({ client, marketplace, today }) => [client, marketplace, getRate(today)]),
  ).toEqual([
    ['宁波星野', 'DE', 1],
    ['深圳拓海', 'US', 0.5],
    ['宁波星野', 'US', 0],
  ])
  expect(forecast([])).toEqual([])
})

test('where nothing counts there is no rate', () => {
  const [own] = forecast([makeForecastShipment({ isExempt: true })])
  expect(own).toMatchObject({ today: { counted: 0, defects: 0 }, peak: { counted: 0 }, missing: [] })
  expect(getRate(own!.today)).toBeNull()
})

test('the what-if fills the shipments that were named, and none that was delivered without', () => {
  const shipments = [
    makeForecastShipment({ id: 1, gap: pro, due: { on: '2026-11-29', basis: 'eta' } }),
    makeForecastShipment({ id: 2, gap: pro, due: { on: '2026-11-29', basis: 'eta' } }),
    delivered('2026-11-27', { id: 3, gap: pro }),
    delivered('2026-11-27', { id: 4 }),
  ]
  const [own] = forecast(shipments, { filled: new Set([1, 3]) })
  expect(own!.peak).toEqual({ on: '2026-11-29', counted: 4, defects: 3 })
  expect(own!.whatIf).toMatchObject({
    filled: 1,
    today: { on, counted: 2, defects: 1 },
    peak: { on, counted: 2, defects: 1 },
  })
  expect(own!.whatIf.series.slice(1, 4)).toEqual([
    { on: '2026-11-28', counted: 2, defects: 1 },
    { on: '2026-11-29', counted: 4, defects: 2 },
    { on: '2026-11-30', counted: 4, defects: 2 },
  ])
})

describe('for any shipments', () => {
  const day = fc.integer({ min: -200, max: 80 }).map((days) => addDays(on, days))
  const due = fc.option(
    fc.record({
      on: day,
      basis: fc.constantFrom('delivered' as const, 'appointment' as const, 'eta' as const),
    }),
  )
  const shipment = fc
    .record({
      clientId: fc.integer({ min: 1, max: 3 }),
      isExempt: fc.boolean(),
      isOpen: fc.boolean(),
      due,
      hasNumbers: fc.boolean(),
    })
    .map(({ hasNumbers, ...values }) =>
      makeForecastShipment({ ...values, gap: values.isExempt || hasNumbers ? null : pro }),
    )
  const book = fc
    .array(shipment, { maxLength: 60 })
    .map((all) => all.map((each, index) => ({ ...each, id: index + 1 })))
  const seeded = { seed: 20_261_127, numRuns: 300 }

  test('each day is what counting the window anew gives, and a rate is between 0 and 1', () => {
    fc.assert(
      fc.property(book, fc.integer({ min: 1, max: 130 }), (all, windowDays) => {
        const series = getRateSeries(all, { from: addDays(on, -40), to: addDays(on, 40), windowDays })
        expect(series).toHaveLength(81)
        for (const { on: end, counted, defects } of series) {
          const first = addDays(end, 1 - windowDays)
          const inside = all.filter(
            (each) => !each.isExempt && each.due && each.due.on >= first && each.due.on <= end,
          )
          expect([counted, defects]).toEqual([inside.length, inside.filter(({ gap }) => gap !== null).length])
          const rate = getRate({ counted, defects })
          if (rate !== null) expect(rate >= 0 && rate <= 1).toBe(true)
        }
      }),
      seeded,
    )
  })

  test('filling never raises a rate and never touches what was delivered without', () => {
    fc.assert(
      fc.property(book, fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (all, ids) => {
        const after = fillShipments(all, new Set(ids), on)
        const span = { from: addDays(on, -30), to: addDays(on, 45), windowDays: 120 }
        const [before, filled] = [getRateSeries(all, span), getRateSeries(after, span)]
        before.forEach((each, index) => {
          expect(filled[index]!.counted).toBe(each.counted)
          expect(filled[index]!.defects).toBeLessThanOrEqual(each.defects)
        })
        all.forEach((each, index) => {
          if (each.gap && getDefectState(each, on) === 'defect') expect(after[index]).toEqual(each)
        })
        for (const own of forecast(all, { filled: new Set(ids) }))
          expect(getRate(own.whatIf.peak) ?? 0).toBeLessThanOrEqual(getRate(own.peak) ?? 0)
      }),
      seeded,
    )
  })

  test('an exempt shipment changes nothing', () => {
    fc.assert(
      fc.property(book, (all) => {
        const span = { from: addDays(on, -30), to: addDays(on, 45), windowDays: 120 }
        const withoutExempt = all.filter(({ isExempt }) => !isExempt)
        expect(getRateSeries(all, span)).toEqual(getRateSeries(withoutExempt, span))
        const listIds = (some: typeof all) =>
          new Set(forecast(some).flatMap(({ missing }) => missing.map(({ id }) => id)))
        expect(listIds(all)).toEqual(listIds(withoutExempt))
      }),
      seeded,
    )
  })
})
