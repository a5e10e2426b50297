import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatElapsed, formatSerialDate } from '../../../main/files/serial-date.ts'

const date = { hasDate: true, hasTime: false }
const dateTime = { hasDate: true, hasTime: true }

describe('a date serial', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [36526, '2000-01-01'],
    [46329, '2026-11-03'],
    [2958465, '9999-12-31'],
  ])('%d is %s since 1900', (serial, iso) => {
    expect(formatSerialDate(serial, date, false)).toBe(iso)
  })

  test.each([
    [0, '1904-01-01'],
    [24107, '1970-01-01'],
    [44867, '2026-11-03'],
  ])('%d is %s since 1904', (serial, iso) => {
    expect(formatSerialDate(serial, date, true)).toBe(iso)
  })

  test.each([[-1], [0], [60], [2958466], [Number.NaN]])('%d is no day since 1900', (serial) => {
    expect(formatSerialDate(serial, date, false)).toBeNull()
  })

  test('carries a time that rounds up to midnight into the next day', () => {
    expect(formatSerialDate(46329.9999999, dateTime, false)).toBe('2026-11-04T00:00:00')
    expect(formatSerialDate(46329.9999999, date, false)).toBe('2026-11-03')
  })

  test('comes back as the day and second it was made from', () => {
    const day = 86_400_000
    const moments = fc.integer({ min: Date.UTC(1901, 0, 1) / 1000, max: Date.UTC(2999, 0, 1) / 1000 })
    fc.assert(
      fc.property(moments, (seconds) => {
        const serial = (seconds * 1000 - Date.UTC(1899, 11, 30)) / day
        const iso = new Date(seconds * 1000).toISOString().slice(0, 19)
        expect(formatSerialDate(serial, dateTime, false)).toBe(iso)
      }),
    )
  })
})

test('elapsed time runs past a day', () => {
  expect(formatElapsed(2.5)).toBe('60:00:00')
  expect(formatElapsed(-1)).toBeNull()
})
