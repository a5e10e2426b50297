import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/domain/calendar-day.ts'
import { climbLadder } from '../../shared/domain/coaching-ladder.ts'
import type { RateDay } from '../../shared/domain/defect-rate.ts'

const on = '2026-11-27'

/** 100 shipments a day from 119 days before today to 45 days after it; `defects` by the day's distance from today. */
const makeSeries = (defects: (daysFromToday: number) => number): RateDay[] =>
  Array.from({ length: 165 }, (_, index) => ({
    on: addDays(on, index - 119),
    counted: 100,
    defects: defects(index - 119),
  }))

/** Above 4 % since so many days, today included. */
const aboveFor = (days: number) => makeSeries((distance) => (distance > -days ? 5 : 3))

describe('with an acceptable rate of 4 %', () => {
  test.each([
    // Today is the 20th day: the 21st is tomorrow, and 21 days later is the 19th of December.
    [20, 'standard', '2026-11-08', '2026-11-28', '2026-12-19'],
    [21, 'elevated', '2026-11-07', '2026-11-27', '2026-12-18'],
    [22, 'elevated', '2026-11-06', '2026-11-26', '2026-12-17'],
    // Elevated 20, 21 and 22 days ago.
    [41, 'elevated', '2026-10-18', '2026-11-07', '2026-11-28'],
    [42, 'critical', '2026-10-17', '2026-11-06', '2026-11-27'],
    [43, 'critical', '2026-10-16', '2026-11-05', '2026-11-26'],
  ] as const)('%i days above it are %s', (days, level, aboveFrom, elevatedOn, criticalOn) => {
    expect(climbLadder(aboveFor(days), on, 0.04)).toEqual({
      level,
      daysAbove: days,
      aboveFrom,
      endsOn: null,
      elevatedOn,
      criticalOn,
    })
  })

  test('a rate equal to it is not above it, and a day without shipments neither', () => {
    const calm = {
      level: 'standard',
      daysAbove: 0,
      aboveFrom: null,
      endsOn: null,
      elevatedOn: null,
      criticalOn: null,
    }
    expect(
      climbLadder(
        makeSeries(() => 4),
        on,
        0.04,
      ),
    ).toEqual(calm)
    const empty = makeSeries(() => 0).map((day) => ({ ...day, counted: 0 }))
    expect(climbLadder(empty, on, 0)).toEqual(calm)
    expect(climbLadder([], on, 0.04)).toEqual(calm)
  })

  test('one day at it starts the count again', () => {
    const broken = makeSeries((distance) => (distance === -10 ? 4 : 5))
    expect(climbLadder(broken, on, 0.04)).toMatchObject({
      level: 'standard',
      daysAbove: 10,
      aboveFrom: '2026-11-18',
      elevatedOn: '2026-12-08',
    })
  })

  test('a run that the forecast ends in time leads nowhere', () => {
    // Above since ten days, and back at 3 % in five.
    const series = makeSeries((distance) => (distance > -10 && distance < 5 ? 5 : 3))
    expect(climbLadder(series, on, 0.04)).toEqual({
      level: 'standard',
      daysAbove: 10,
      aboveFrom: '2026-11-18',
      endsOn: '2026-12-02',
      elevatedOn: null,
      criticalOn: null,
    })
    // One that ends on the very day of the 21st day never has one; a day later it has.
    const endsAfter = (days: number) =>
      climbLadder(
        makeSeries((distance) => (distance >= 0 && distance < days ? 5 : 3)),
        on,
        0.04,
      )
    expect(endsAfter(20)).toMatchObject({ endsOn: '2026-12-17', elevatedOn: null })
    expect(endsAfter(21)).toMatchObject({ endsOn: '2026-12-18', elevatedOn: '2026-12-17', criticalOn: null })
  })

  test('a run that is still ahead is told with its dates, and the level is standard until then', () => {
    const series = makeSeries((distance) => (distance >= 3 ? 5 : 3))
    expect(climbLadder(series, on, 0.04)).toEqual({
      level: 'standard',
      daysAbove: 0,
      aboveFrom: '2026-11-30',
      endsOn: null,
      elevatedOn: '2026-12-20',
      criticalOn: '2027-01-10',
    })
  })

  test('a run that is over no longer counts', () => {
    const series = makeSeries((distance) => (distance < -1 ? 5 : 3))
    expect(climbLadder(series, on, 0.04)).toMatchObject({ level: 'standard', daysAbove: 0, aboveFrom: null })
  })
})
