import { expect, test } from 'vitest'
import { addDays } from '../../../shared/domain/calendar-day.ts'
import { climbLadder } from '../../../shared/domain/coaching-ladder.ts'
import { forecastDefects } from '../../../shared/domain/defect-forecast.ts'
import type { ForecastShipment } from '../../../shared/domain/forecast-shipment.ts'
import { modeCases } from '../../../shared/domain/mode-desk.ts'
import { getTranslate } from '../../../shared/locales/translate.ts'
import { describeLadder, formatClientMessage } from '../../../shared/words/describe-forecast.ts'
import { describeMark, describeModeCase, formatModeMessage } from '../../../shared/words/describe-mode.ts'
import { makeForecastShipment } from '../make-forecast-shipment.ts'

const on = '2026-11-27'
const zh = getTranslate('zh-CN')
const en = getTranslate('en')

const book = [
  makeForecastShipment({
    id: 1,
    fbaId: 'FBA19T000001',
    gap: { kind: 'pro' },
    due: { on: '2026-11-29', basis: 'eta' },
  }),
  makeForecastShipment({
    id: 2,
    fbaId: 'FBA15P000002',
    fc: null,
    gap: { kind: 'tracking', missing: 7, boxes: 20 },
    due: { on, basis: 'appointment' },
  }),
  makeForecastShipment({
    id: 3,
    fbaId: 'FBA19T000003',
    gap: { kind: 'late' },
    due: { on: '2026-11-20', basis: 'delivered' },
  }),
  makeForecastShipment({ id: 4, fbaId: 'FBA19T000004', due: { on: '2026-11-20', basis: 'delivered' } }),
  makeForecastShipment({ id: 5, fbaId: 'FBA19T000005', gap: { kind: 'mode' }, due: null }),
  makeForecastShipment({
    id: 6,
    fbaId: 'FBA19T000006',
    gap: { kind: 'pro' },
    due: { on: '2026-11-25', basis: 'eta' },
  }),
]

const forecast = (shipments: readonly ForecastShipment[]) =>
  forecastDefects(shipments, { on, windowDays: 120, acceptableRate: null })

// Today are in: 2, 3, 4 and 6, of which 4 has all it needs; on the 29th 1 too. Filled in today, 3 alone stays.
test("a client's message names shipments, what is missing, by when, and the rate that makes", () => {
  expect(formatClientMessage(forecast(book), on, 120, zh)).toBe(`宁波星野，您好：
截至2026-11-27，以下FBA货件的跟踪信息还不完整。请在到仓前补齐，过后再补，亚马逊仍按缺失计。
1. FBA19T000006（ONT8）：缺PRO号；2026-11-25应已到仓，过了2天
2. FBA15P000002（仓库未知）：缺跟踪号7/20箱；今天（2026-11-27）到仓
3. FBA19T000001（ONT8）：缺PRO号；2026-11-29到仓，还有2天
4. FBA19T000005（ONT8）：方式未知，也没有PRO号；到仓日期未知

以下货件到仓时没有跟踪信息，已计入缺失率，无法再补：
1. FBA19T000003（ONT8）：到仓以后才有号；2026-11-20已到仓，已计为缺失

缺失率（按货件，滚动120天）：现在75.00%（3/4）。不补的话，2026-11-29会到80.00%（4/5）；今天补齐，最高为25.00%（1/4）。`)
  expect(formatClientMessage(forecast(book), on, 120, en)).toBe(`Dear 宁波星野,
As of 2026-11-27 the tracking information of these FBA shipments is not complete. Please complete it before they are delivered: Amazon counts what comes later as missing.
1. FBA19T000006 (ONT8): PRO number missing; was due 2026-11-25, 2 days ago
2. FBA15P000002 (FC unknown): tracking IDs missing on 7 of 20 boxes; due today (2026-11-27)
3. FBA19T000001 (ONT8): PRO number missing; due 2026-11-29, 2 days left
4. FBA19T000005 (ONT8): mode unknown, and no PRO number; day of delivery unknown

These were delivered without tracking information and count as missing; nothing can be done about them:
1. FBA19T000003 (ONT8): numbers came after the delivery; delivered 2026-11-20, counted as a defect

Missing rate (per shipment, rolling 120 days): now 75.00% (3/4). Left as it is, it reaches 80.00% (4/5) on 2026-11-29; completed today, it stays at or below 25.00% (1/4).`)
})

test('a client that lacks nothing hears so, with each marketplace for itself', () => {
  const whole = [
    makeForecastShipment({ id: 1, marketplace: 'US' }),
    makeForecastShipment({ id: 2, marketplace: '' }),
  ]
  expect(formatClientMessage(forecast(whole), on, 120, zh)).toBe(`宁波星野，您好：
截至2026-11-27，您的FBA货件跟踪信息都已齐全。

站点US：缺失率（按货件，滚动120天）：现在0.00%（0/1），之后最高0.00%（0/1）。
站点未知：缺失率（按货件，滚动120天）：现在0.00%（0/1），之后最高0.00%（0/1）。`)
  expect(formatClientMessage([], on, 120, zh)).toBe('')
})

test('one day is one day', () => {
  const soon = makeForecastShipment({ gap: { kind: 'pro' }, due: { on: '2026-11-28', basis: 'eta' } })
  const past = makeForecastShipment({ gap: { kind: 'pro' }, due: { on: '2026-11-26', basis: 'eta' } })
  const text = formatClientMessage(forecast([soon, past]), on, 120, en)
  expect(text).toContain('due 2026-11-28, 1 day left')
  expect(text).toContain('was due 2026-11-26, 1 day ago')
})

test('the ladder is told with its dates, those that are past as past', () => {
  const series = (above: (day: number) => boolean) =>
    Array.from({ length: 165 }, (_, index) => ({
      on: addDays(on, index - 119),
      counted: 100,
      defects: above(index - 119) ? 5 : 3,
    }))
  const describeFor = (above: (day: number) => boolean) =>
    describeLadder(climbLadder(series(above), on, 0.04), 0.04, on, en)
  expect(describeLadder(null, null, on, zh)).toEqual([
    '没有设定可接受的缺失率，所以不判断级别。亚马逊没有公布这个数。',
  ])
  expect(describeFor(() => false)).toEqual([
    'Not above the acceptable 4.00%, nor in the days ahead: Standard.',
  ])
  expect(describeFor((day) => day > -30)).toEqual([
    'Above the acceptable 4.00% since 2026-10-29, day 30: Elevated.',
    'Elevated since 2026-11-18.',
    '21 days later Critical: 2026-12-09; creating shipments may be blocked for 24 to 72 hours.',
  ])
  expect(describeFor((day) => day >= 2 && day < 9)).toEqual([
    'Will be above the acceptable 4.00% from 2026-11-29 on.',
    'Expected back within the acceptable rate on 2026-12-06, before the next level.',
  ])
})

const rows = [
  { fbaId: 'FBA19T000001', fc: 'ONT8', pro: '8100200008' },
  { fbaId: 'FBA15P000002', fc: null, pro: null },
]

test.each(modeCases)('the mode desk has words and a message for %s in both languages', (kind) => {
  for (const t of [zh, en]) {
    const words = Object.values(describeModeCase(kind, t))
    const message = formatModeMessage('宁波星野', kind, rows, t)
    for (const text of [...words, message]) {
      expect(text).not.toContain('{{')
      expect(text).not.toContain('modes.')
    }
    expect(message).toContain('FBA19T000001')
    expect(message).toContain('PRO 8100200008')
    expect(message.split('\n')).toHaveLength(4)
  }
})

test('a message of the mode desk says what to change and which shipments', () => {
  expect(formatModeMessage('宁波星野', 'two-trucks', rows.slice(0, 1), zh)).toBe(`宁波星野，您好：
以下货件由两辆车送仓。亚马逊每票只收一个PRO号，请只填下面这一个：
1. FBA19T000001（ONT8）PRO 8100200008`)
  const mark = { mark: 'same-number' as const, value: 'TB8100200', reason: '', who: '', atMs: 0 }
  expect(describeMark(mark, en)).toBe('one number on all boxes, TB8100200')
})
