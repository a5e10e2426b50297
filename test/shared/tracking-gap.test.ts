import { describe, expect, test } from 'vitest'
import { addDays, countDays, formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { emptyBoxSummary } from '../../shared/domain/box-summary.ts'
import { amazonPack } from '../../shared/domain/rule-pack/amazon-pack.ts'
import { judgeShipment } from '../../shared/domain/rule-pack/judge-shipment.ts'
import { createRulebook } from '../../shared/domain/rule-pack/rulebook.ts'
import {
  findTrackingGap,
  wasBlankAtDelivery,
  type NumberedShipment,
} from '../../shared/domain/tracking-gap.ts'
import { makeFacts } from '../support/factories.ts'

const make = (values: Partial<NumberedShipment>): NumberedShipment => ({
  fbaId: 'FBA19TB4K7Q2',
  amazonMode: 'LTL',
  pro: null,
  boxes: 20,
  paired: 0,
  ...values,
})

test.each([
  ['freight without a PRO', make({}), { kind: 'pro' }],
  ['a full truck without a PRO', make({ amazonMode: 'FTL' }), { kind: 'pro' }],
  ['freight with a PRO, whatever its boxes', make({ pro: '8100200008' }), null],
  ['AWD freight, which has no field for it', make({ fbaId: 'STAR-ABCDE12345XYZ' }), null],
  [
    'a parcel with one box short',
    make({ amazonMode: 'SPD', paired: 19 }),
    { kind: 'tracking', missing: 1, boxes: 20 },
  ],
  ['a parcel with every box', make({ amazonMode: 'SPD', paired: 20 }), null],
  ['a parcel without boxes', make({ amazonMode: 'SPD', boxes: 0 }), { kind: 'boxes' }],
  [
    'a parcel with a PRO in place of tracking IDs',
    make({ amazonMode: 'SPD', pro: '8100200008' }),
    { kind: 'tracking', missing: 20, boxes: 20 },
  ],
  [
    'AWD parcel',
    make({ fbaId: 'STAR-ABCDE12345XYZ', amazonMode: 'SPD' }),
    { kind: 'tracking', missing: 20, boxes: 20 },
  ],
  ['no mode and no PRO', make({ amazonMode: null }), { kind: 'mode' }],
  ['no mode, but a PRO', make({ amazonMode: null, pro: '8100200008' }), null],
] as const)('the gap of %s', (_, shipment, gap) => {
  expect(findTrackingGap(shipment)).toEqual(gap)
  const boxes = {
    ...emptyBoxSummary(),
    boxes: shipment.boxes,
    withBoxId: shipment.boxes,
    withTracking: shipment.paired,
  }
  const facts = makeFacts(shipment, { boxes })
  const { hasGap } = judgeShipment(facts, createRulebook(amazonPack, facts.day, new Map()))
  expect(hasGap).toBe(gap !== null)
})

describe('a number that came after the delivery', () => {
  const at = (day: string, hour: number) => new Date(`${day}T00:00:00`).getTime() + hour * 3_600_000
  const pro = (atMs: number, wasBlank: boolean) => ({ cell: 'pro', atMs, wasBlank })

  test('is too late from the next day on, and in time on the day itself', () => {
    expect(wasBlankAtDelivery([pro(at('2026-11-20', 23), true)], '2026-11-20')).toBe(false)
    expect(wasBlankAtDelivery([pro(at('2026-11-21', 0), true)], '2026-11-20')).toBe(true)
  })

  test('is no gap where only a number was put in the place of another', () => {
    expect(wasBlankAtDelivery([pro(at('2026-11-25', 9), false)], '2026-11-20')).toBe(false)
  })

  test('is judged by the first change after it, in whatever order they are read', () => {
    const cleared = pro(at('2026-11-22', 9), false)
    const typedAgain = pro(at('2026-11-23', 9), true)
    expect(wasBlankAtDelivery([typedAgain, cleared], '2026-11-20')).toBe(false)
    expect(wasBlankAtDelivery([typedAgain], '2026-11-20')).toBe(true)
  })

  test('makes a gap if one box of many was blank', () => {
    const boxes = [1, 2, 3].map((n) => ({ cell: `box ${n}`, atMs: at('2026-11-22', 9), wasBlank: n === 3 }))
    expect(wasBlankAtDelivery(boxes, '2026-11-20')).toBe(true)
    expect(wasBlankAtDelivery([], '2026-11-20')).toBe(false)
  })
})

test('days are reckoned by the calendar, over leap days and changes of the clock', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(countDays('2026-03-01', '2026-11-27')).toBe(271)
  expect(countDays('2026-11-27', '2026-11-20')).toBe(-7)
  expect(formatLocalDay(new Date(2026, 10, 27, 0, 0).getTime())).toBe('2026-11-27')
  expect(formatLocalDay(new Date(2026, 10, 27, 23, 59).getTime())).toBe('2026-11-27')
})
