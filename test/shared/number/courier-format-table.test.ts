import { describe, expect, test } from 'vitest'
import { courierFormats, s10Countries } from '../../../shared/domain/number/courier-format-table.ts'
import { checkForCourier, checkTrackingNumber } from '../../../shared/domain/number/tracking-number.ts'
import {
  formatReferences,
  getExpectedMatches,
  getExpectedVerdict,
} from '../../support/courier-format-reference.ts'
import { makeExamples, numberCharacters, withCharacter } from '../../support/number-examples.ts'

const couriers = [...new Set(formatReferences.map((reference) => reference.courier))]

/** What the product says of a number: of all couriers together, and of each alone. */
const judge = (number: string) => {
  const { verdict, matches } = checkTrackingNumber(number)
  return { verdict, matches, byCourier: couriers.map((courier) => checkForCourier(number, courier)) }
}

const judgeByReference = (number: string) => {
  const matches = getExpectedMatches(number)
  const byCourier = couriers.map((courier) => {
    const verdict = getExpectedVerdict(matches.filter((match) => match.courier === courier))
    return verdict === 'unknown' ? 'unknown-format' : verdict
  })
  return { verdict: getExpectedVerdict(matches), matches, byCourier }
}

describe('the format table', () => {
  test('has every format once, with an example that is right under its own rule', () => {
    expect(courierFormats.map((format) => format.id)).toEqual(
      formatReferences.map((reference) => reference.id),
    )
    for (const format of courierFormats) {
      expect(checkTrackingNumber(format.example).matches).toContainEqual({
        courier: format.courier,
        format: format.id,
        checkDigit: format.check === null ? 'none' : 'valid',
      })
    }
  })

  test('draws the same borders as an independent reading, one character or one place off', () => {
    for (const { example } of courierFormats) {
      const number = example.replace('-', '')
      const off = Array.from(number, (_, index) => [
        ...numberCharacters.map((character) => withCharacter(number, index, character)),
        number.slice(0, index) + number.slice(index + 1),
        number.slice(0, index + 1) + number.slice(index),
      ])
      for (const text of off.flat())
        expect(checkTrackingNumber(text).matches).toEqual(getExpectedMatches(text))
    }
  })

  test('knows 191 countries whose posts issue S10 numbers', () => {
    expect(new Set(s10Countries).size).toBe(191)
    expect(s10Countries).toEqual(expect.arrayContaining(['CN', 'US', 'GB', 'DE', 'AE', 'ZW']))
    expect(checkTrackingNumber('EA240014706XX').verdict).toBe('unknown')
  })
})

describe('worked examples', () => {
  test.each([
    ['ups_1z', '1ZA1B2C30300014703'],
    ['ups_waybill', 'K2400240019'],
    ['fedex_12', '400014700213'],
    ['fedex_34', '1000000000000009176100400014700213'],
    ['fedex_astra_32', '30000000000000004000147002132014'],
    ['fedex_gsn_34', '9622001560000000000000400014700213'],
    ['fedex_ground_15', '612900014700219'],
    ['fedex_ground_96', '9611019612900014700219'],
    ['fedex_sscc18', '000061290001470020'],
    ['usps_impb_n', '9400190000014700000212'],
    ['usps_impb_n', '420917619400190000014700000212'],
    ['usps_impb_c', '9200190000014700000214'],
    ['usps_impb_c', '92001900000147000000000214'],
    ['usps_impb_c', '9300140014700000000210'],
    ['usps_impb_c', '9500140014700000000218'],
    ['usps_91', '9101000014700000000218'],
    ['usps_91', '01000014700000000218'],
    ['usps_20', '01000014700000000216'],
    ['dhl_express', '2400147002'],
    ['dhl_express', '24001470021'],
    ['dpd_14', '09980000014702F'],
    ['dpd_28', '009176109980000014700101276N'],
    ['s10', 'EA240014706CN'],
    ['canada_post_16', '4000147000000215'],
    ['purolator_12', '300014700219'],
    ['ontrac_c', 'C10014700000214'],
    ['ontrac_d', 'D10014700000213'],
    ['old_dominion', '07200147002'],
    ['old_dominion', '77700147000'],
    ['old_dominion_g', '80000147001'],
  ])('%s accepts %s', (format, number) => {
    const check = checkTrackingNumber(number)
    expect(check.verdict).toBe('valid')
    expect(check.matches).toContainEqual(expect.objectContaining({ format, checkDigit: 'valid' }))
    expect(judge(number)).toEqual(judgeByReference(number))
  })
})

describe.each(formatReferences.filter((reference) => reference.holds !== undefined))(
  'generated numbers of $id',
  (reference) => {
    const examples = makeExamples(reference)

    test('are accepted with their check character', () => {
      expect(examples).toHaveLength(300)
      for (const { valid } of examples) {
        expect(judge(valid)).toEqual(judgeByReference(valid))
        expect(checkTrackingNumber(valid).verdict).toBe('valid')
        expect(checkForCourier(valid, reference.courier)).toBe('valid')
      }
    })

    test('are judged as by an independent reading when a digit is wrong', () => {
      for (const { wrongDigit } of examples) expect(judge(wrongDigit)).toEqual(judgeByReference(wrongDigit))
    })

    test('are judged as by an independent reading when neighbours are swapped', () => {
      for (const { swapped } of examples) expect(judge(swapped)).toEqual(judgeByReference(swapped))
    })
  },
)
