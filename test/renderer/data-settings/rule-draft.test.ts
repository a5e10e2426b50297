import { expect, test } from 'vitest'
import { isDay, isWeight, readRule, startRule } from '../../../renderer/data-settings/rule-draft.ts'

test('a blank field of a rule means any', () => {
  expect(readRule(startRule(null, 3))).toEqual({
    clientId: null,
    fc: null,
    amazonMode: null,
    weightFromKg: null,
    weightToKg: null,
    dateFrom: null,
    dateTo: null,
    carrierId: 3,
  })
})

test('what is filled in is read as typed, the FC in capitals', () => {
  const draft = { ...startRule(null, 3), clientId: '2', fc: ' ont8 ', mode: 'LTL' }
  const filled = { ...draft, weightFrom: '0', weightTo: '150.5', dateFrom: '2026-11-27' }
  expect(readRule(filled)).toMatchObject({
    clientId: 2,
    fc: 'ONT8',
    amazonMode: 'LTL',
    weightFromKg: 0,
    weightToKg: 150.5,
    dateFrom: '2026-11-27',
    dateTo: null,
  })
})

test('a rule without a carrier, or with what is no weight or no day, is not saved', () => {
  expect(readRule(startRule(null, undefined))).toBeNull()
  expect(readRule({ ...startRule(null, 3), weightTo: '1,5' })).toBeNull()
  expect(readRule({ ...startRule(null, 3), dateTo: '2026-02-30' })).toBeNull()
})

test.each(['2026-11-27', '', ' 2028-02-29 '])('%o is a day', (text) => expect(isDay(text)).toBe(true))
test.each(['2026-02-29', '27.11.2026', '2026-11', 'x'])('%o is none', (text) =>
  expect(isDay(text)).toBe(false),
)
test.each(['150', '0.5', ''])('%o is a weight', (text) => expect(isWeight(text)).toBe(true))
test.each(['-1', '1e3', '150 kg'])('%o is none', (text) => expect(isWeight(text)).toBe(false))
