import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPlainDecimal, parseDecimal, roundDecimal } from '../../../main/files/decimal-text.ts'

const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(15))
  .map(([units, places]) => ({ units, places }))

/** Written out from a whole number of units, the way one does it on paper. */
const writeDecimal = (units: bigint, places: number): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const split = digits.length - places
  return `${units < 0n ? '-' : ''}${digits.slice(0, split)}${places > 0 ? `.${digits.slice(split)}` : ''}`
}

describe('a decimal', () => {
  test.each([
    ['4.00014700213E11', '400014700213'],
    ['-1.50', '-1.5'],
    ['0.10000000000000001', '0.1'],
    ['12.300000000000001', '12.3'],
    ['1E-3', '0.001'],
    ['000', '0'],
    ['-0.0', '0'],
    ['99999999999999.95', '100000000000000'],
  ])('%s reads %s in plain digits', (text, plain) => {
    expect(formatPlainDecimal(parseDecimal(text)!, 15)).toBe(plain)
  })

  test.each(['', '.', 'E5', '1E99999', '1E999', 'NaN', '0x1', '1,5', ' 1', '#N/A'])('is not %j', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })

  test('rounds half away from zero, as whole-number arithmetic does', () => {
    fc.assert(
      fc.property(decimalText, fc.nat(12), ({ units, places }, wanted) => {
        const { whole, fraction } = roundDecimal(parseDecimal(writeDecimal(units, places))!, wanted)
        const size = units < 0n ? -units : units
        const step = 10n ** BigInt(places)
        const rounded = (size * 10n ** BigInt(wanted) * 2n + step) / (step * 2n)
        expect(BigInt(`0${whole}${fraction}`)).toBe(rounded)
        expect(fraction).toHaveLength(wanted)
        expect(whole).not.toMatch(/^0/)
      }),
    )
  })

  test('of up to 15 digits is written out as it was, but for zeros that say nothing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n - 1n }), fc.nat(8), (units, places) => {
        const text = writeDecimal(units, places)
        const plain = places === 0 ? text : text.replace(/\.?0+$/, '')
        expect(formatPlainDecimal(parseDecimal(text)!, 15)).toBe(plain)
      }),
    )
  })
})
