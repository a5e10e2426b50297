import { describe, expect, test } from 'vitest'
import { suggestCourier } from '../../../shared/domain/number/suggest-courier.ts'
import { formatReferences } from '../../support/courier-format-reference.ts'
import { makeExamples } from '../../support/number-examples.ts'

const examplesOf = (id: string, count: number): string[] =>
  makeExamples(formatReferences.find((reference) => reference.id === id)!)
    .slice(0, count)
    .map(({ valid }) => valid)

describe('another courier is suggested', () => {
  test('by one number with letters or a checked prefix', () => {
    expect(suggestCourier(['1ZA1B2C30300014703'], null)).toBe('ups')
    expect(suggestCourier(['1za1 b2c3 0300 0147 03'], 'fedex')).toBe('ups')
    expect(suggestCourier(['9400190000014700000212'], null)).toBe('usps')
    expect(suggestCourier(['TBA240014700021'], null)).toBe('amazon')
  })

  test('by a right check digit before letters alone', () => {
    expect(suggestCourier(['RX240014706CN'], null)).toBe('s10')
    expect(suggestCourier(['A2400240019'], null)).toBe('ups')
    expect(suggestCourier(['A2400240018'], null)).toBe('amazon')
  })

  test('by five numbers or more that all pass one check digit', () => {
    const numbers = examplesOf('fedex_ground_15', 5)
    expect(suggestCourier(numbers, null)).toBe('fedex')
    expect(suggestCourier(numbers, 'uniuni')).toBe('fedex')
    expect(suggestCourier(numbers.slice(0, 4), null)).toBeNull()
    expect(suggestCourier([...numbers.slice(0, 4), numbers[0]!], null)).toBeNull()
    expect(suggestCourier([...numbers, '612900014700218'], null)).toBeNull()
  })

  test('when most of a list tells, though some numbers are damaged', () => {
    expect(suggestCourier([...examplesOf('ups_1z', 6), '1ZA1B2C30300014704', '12345'], 'dpd')).toBe('ups')
    expect(suggestCourier([...examplesOf('ups_1z', 2), '1ZA1B2C30300014704', '12345'], 'dpd')).toBeNull()
  })
})

describe('no courier is suggested', () => {
  test('by one number of digits, or a list that passes no check digit', () => {
    expect(suggestCourier(['400014700213'], null)).toBeNull()
    expect(suggestCourier(examplesOf('dhl_ecommerce_14', 20), null)).toBeNull()
    expect(suggestCourier([], null)).toBeNull()
    expect(suggestCourier(['', ' '], null)).toBeNull()
  })

  test('by letters that two couriers use', () => {
    expect(suggestCourier(['JFV240014700'], null)).toBeNull()
  })

  test('when the numbers pass the chosen one, whoever else has such numbers', () => {
    const alsoFedex = examplesOf('old_dominion', 8)
    expect(suggestCourier(alsoFedex, 'old_dominion')).toBeNull()
    expect(suggestCourier(['A2400240019'], 'amazon')).toBeNull()
    for (const { id, courier } of formatReferences)
      expect(suggestCourier(examplesOf(id, 20), courier)).toBeNull()
  })
})
