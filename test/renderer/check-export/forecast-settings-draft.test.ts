import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatPercent,
  parsePercent,
  parseWindowDays,
} from '../../../renderer/check-export/forecast-settings-draft.ts'

test.each([
  ['', null],
  ['  ', null],
  ['0', 0],
  ['4', 0.04],
  ['4.1', 0.041],
  ['12.5 %', 0.125],
  ['100', 1],
  ['100.1', 'wrong'],
  ['-1', 'wrong'],
  ['4,5', 'wrong'],
  ['four', 'wrong'],
  ['1e1', 'wrong'],
])('the rate %j is %j', (text, rate) => expect(parsePercent(text)).toBe(rate))

test.each([
  ['120', 120],
  [' 7 ', 7],
  ['366', 366],
  ['6', null],
  ['367', null],
  ['', null],
  ['30.5', null],
  ['four months', null],
])('the window %j is %j days', (text, days) => expect(parseWindowDays(text)).toBe(days))

test('a rate that was kept is shown as it was typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (millionths) => {
      const typed = String(millionths / 10_000)
      expect(formatPercent(parsePercent(typed) as number)).toBe(typed)
    }),
    { seed: 120 },
  )
  expect(formatPercent(null)).toBe('')
})
