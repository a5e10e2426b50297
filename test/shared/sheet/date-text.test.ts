import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lacksYear, readDateText } from '../../../shared/domain/sheet/date-text.ts'

const at = (day: string, time: string | null = null) => ({ day, time })

describe('a date is taken as it is written', () => {
  test.each([
    ['2026-07-24', at('2026-07-24')],
    ['2026/7/24', at('2026-07-24')],
    ['2026.07.24', at('2026-07-24')],
    ['２０２６年７月２４日', at('2026-07-24')],
    ['2026年7月24号 8:30', at('2026-07-24', '08:30')],
    ['2026/7/24 8:30', at('2026-07-24', '08:30')],
    ['2026-07-24T14:30:00', at('2026-07-24', '14:30')],
    ['2026-07-24 下午2:05', at('2026-07-24', '14:05')],
    ['20260724', at('2026-07-24')],
    ['07/24/2026 07:00 PDT', at('2026-07-24', '07:00')],
    ['07/24/2026 12:15 AM', at('2026-07-24', '00:15')],
    ['07/24/2026 12:15 pm', at('2026-07-24', '12:15')],
    ['24.07.2026', at('2026-07-24')],
    ['24-Jul-2026', at('2026-07-24')],
    ['24 July 2026', at('2026-07-24')],
    ['Jul 24, 2026 9:00 AM', at('2026-07-24', '09:00')],
    ['07/07/2026', at('2026-07-07')],
    ['2028-02-29', at('2028-02-29')],
  ])('%s', (text, read) => expect(readDateText(text)).toEqual(read))

  test('month first where an American clock says so', () => {
    expect(readDateText('07/08/2026 07:00 PDT')).toEqual(at('2026-07-08', '07:00'))
    expect(readDateText('07/08/2026 07:00 ET')).toEqual(at('2026-07-08', '07:00'))
  })
})

describe('what could be two days is never guessed', () => {
  test.each([
    '07/08/2026',
    '7-8-2026',
    '01.02.2026',
    '07/08/2026 07:00',
    '07/08/2026 7:00 AM',
    '24/7/26',
    '26-07-24',
    '2026-07-24T23:30:00Z',
    '2026-07-24 23:30 UTC',
    '2026-07-24T23:30+08:00',
  ])('%s', (text) => expect(readDateText(text)).toBe('ambiguous'))
})

describe('no calendar has', () => {
  test.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '13/32/2026',
    '31/04/2026',
    '1926-07-24',
    '2026-07-24 25:00',
    '07/24/2026 13:00 PM',
  ])('%s', (text) => expect(readDateText(text)).toBe('impossible'))
})

test.each([
  '',
  '待定',
  'ASAP',
  'week 30',
  '46227',
  'FBA19TB4K7Q2',
  '2026-07-24 ~ 2026-07-26',
  '8:30',
  '7/24',
  '7月24日',
  '2026-07-24 或 25',
])('“%s” is no date', (text) => expect(readDateText(text)).toBeNull())

describe('a day without a year', () => {
  test.each([
    '11-27',
    '27/11',
    '7/24',
    '2/29',
    '11.27',
    '7月24日',
    '７月２４号 下午3:00',
    '11-27 14:30',
    '27 Nov',
    'Nov. 27, 8:00 AM',
    '27th November',
  ])('%s', (text) => expect(lacksYear(text)).toBe(true))

  test.each([
    '',
    'ASAP',
    '27',
    '8:30',
    '13-14',
    '2/30',
    '0.354',
    '2026-11-27',
    '11/27/2026',
    '11-27-26',
    '7/24 或 7/25',
    'week 30',
  ])('is not “%s”', (text) => expect(lacksYear(text)).toBe(false))
})

test('every day of the century reads back from each of its spellings', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      (date, hour, minute) => {
        const day = date.toISOString().slice(0, 10)
        const [y, m, d] = day.split('-').map(Number) as [number, number, number]
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        for (const text of [`${y}-${m}-${d}`, `${y}/${m}/${d}`, `${y}年${m}月${d}日`])
          expect(readDateText(`${text} ${hour}:${String(minute).padStart(2, '0')}`)).toEqual({ day, time })
        expect(readDateText(`${m}/${d}/${y} ${time} CST`)).toEqual({ day, time })
        const plain = readDateText(`${m}/${d}/${y}`)
        if (plain !== 'ambiguous') expect(plain).toEqual({ day, time: null })
        else expect([m <= 12, d <= 12, m !== d]).toEqual([true, true, true])
      },
    ),
    { seed: 20_261_127 },
  )
})
