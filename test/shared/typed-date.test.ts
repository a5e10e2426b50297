import { describe, expect, test } from 'vitest'
import { parseTypedDay, parseTypedMoment } from '../../shared/domain/typed-date.ts'

describe('a day is typed whole or short', () => {
  test.each([
    ['2026-11-27', '2026-11-27', '2026-11-27'],
    ['2026/11/7', '2026-11-27', '2026-11-07'],
    ['11-29', '2026-11-27', '2026-11-29'],
    ['11/29', '2026-11-27', '2026-11-29'],
    ['11月29日', '2026-11-27', '2026-11-29'],
    ['29', '2026-11-27', '2026-11-29'],
    ['３', '2026-11-27', '2026-11-03'],
    // Without a year the nearest one is meant.
    ['01-05', '2026-12-28', '2027-01-05'],
    ['12-28', '2027-01-05', '2026-12-28'],
    ['2-29', '2027-03-01', '2028-02-29'],
  ])('%s on %s', (typed, today, day) => expect(parseTypedDay(typed, today)).toBe(day))

  test.each(['31', '0', '13-01', '2-30', '07/08/2026', '下周', '2026-11-31', '12-1-5'])(
    '%s is none',
    (typed) => expect(parseTypedDay(typed, '2026-11-27')).toBeNull(),
  )
})

describe('an appointment has a time', () => {
  test.each([
    ['2026-11-29 14:30', '2026-11-29T14:30'],
    ['2026-11-29T14:30', '2026-11-29T14:30'],
    ['11-29 8:05', '2026-11-29T08:05'],
    ['29 14:30', '2026-11-29T14:30'],
    ['11/29/2026 02:30 PM', '2026-11-29T14:30'],
  ])('%s', (typed, moment) => expect(parseTypedMoment(typed, '2026-11-27')).toBe(moment))

  test.each(['2026-11-29', '14:30', '29 24:30', '29 8'])('%s is none', (typed) =>
    expect(parseTypedMoment(typed, '2026-11-27')).toBeNull(),
  )

  test('a time alone is on the day that is given, a day with it is another', () => {
    expect(parseTypedMoment('8:05', '2026-11-27', '2026-12-01')).toBe('2026-12-01T08:05')
    expect(parseTypedMoment('2 14:30', '2026-12-01', '2026-12-01')).toBe('2026-12-02T14:30')
    expect(parseTypedMoment('24:30', '2026-11-27', '2026-12-01')).toBeNull()
  })
})
