import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  computeCheckDigit,
  hasRightCheckDigit,
  type CheckAlgorithm,
} from '../../../shared/domain/number/check-digit.ts'

/** Algorithm, characters checked, check character; the sums were worked by hand. */
const workedExamples: [CheckAlgorithm, string, string][] = [
  ['w12', 'A1B2C3030001470', '3'], // sum 47
  ['w12', '240024001', '9'], // 21
  ['w12', '41001470000021', '4'], // 26
  ['w12', '51001470000021', '3'], // 27
  ['m31', '61290001470021', '9'], // 71
  ['m31', '006129000147002', '0'], // 60
  ['m31', '940019000001470000021', '2'], // 68
  ['m31', '920019000001470000021', '4'], // 66
  ['m31', '9200190000014700000000021', '4'], // 66
  ['m31', '930014001470000000021', '0'], // 70
  ['m31', '950014001470000000021', '8'], // 72
  ['m31', '910100001470000000021', '8'], // 62
  ['m31', '0100001470000000021', '6'], // 34
  ['m31', '400014700000021', '5'], // 45
  ['m31', '4000147000000210', '9'], // 31; bill of lading, GS1 application identifier 402
  ['luhn', '30001470021', '9'], // 21
  ['luhn', '0720014700', '2'],
  ['luhn', '7770014700', '0'],
  ['luhn', '8000014700', '1'],
  ['luhn', '810020000', '8'],
  ['luhn', '810020001', '6'],
  ['luhn', '810020002', '4'],
  ['luhn', '810020052', '9'],
  ['mod7', '240014700', '2'],
  ['mod7', '2400147002', '1'],
  ['mod7', '24001470', '3'],
  ['mod7', '240900147', '5'],
  ['mod7', '02400147', '1'],
  ['f317', '40001470021', '3'], // 69, mod 11 = 3
  ['f317', '10100000000', '0'], // 10, mod 11 = 10, becomes 0
  ['f173', '0040001470021', '3'], // 69
  ['s10', '24001470', '6'], // 126, mod 11 = 5
  ['s10', '10001000', '5'], // 11, mod 11 = 0
  ['s10', '02000000', '0'], // 12, mod 11 = 1
  ['iso37', '09980000014702', 'F'],
  ['iso37', '009176109980000014700101276', 'N'],
  ['mod11', '240147', '6'],
  ['mod11', '240151', '0'], // 10, becomes 0
  ['mod11', '240152', '0'],
  ['mod11x', '240147', '5'],
  ['mod11x', '240153', 'X'],
  ['mod11x', '240152', '0'],
  ['iso6346', 'QZXU240109', '0'], // 5400 mod 11 = 10
  ['iso6346', 'QZXU240014', '9'], // 2968 mod 11 = 9
]

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const lettersAndDigits = (length: number) => fc.stringMatching(new RegExp(`^[0-9A-Z]{${length}}$`))

/** What each algorithm runs over, at the length of one of its formats. */
const inputs: [CheckAlgorithm, fc.Arbitrary<string>][] = [
  ['w12', lettersAndDigits(15)],
  ['m31', digits(21)],
  ['luhn', digits(11)],
  ['mod7', digits(10)],
  ['f317', digits(11)],
  ['f173', digits(13)],
  ['s10', digits(8)],
  ['iso37', lettersAndDigits(14)],
  ['mod11', digits(6)],
  ['mod11x', digits(6)],
  ['iso6346', fc.stringMatching(/^[A-Z]{4}\d{6}$/)],
]

const changedAt = (text: string, index: number, step: number): string => {
  const digit = (Number(text[index]) + step) % 10
  return `${text.slice(0, index)}${digit}${text.slice(index + 1)}`
}

describe('check digits', () => {
  test.each(workedExamples)('%s over %s is %s', (algorithm, text, expected) => {
    expect(computeCheckDigit(algorithm, text)).toBe(expected)
  })

  test.each(inputs)(
    '%s: a text with its computed check character passes, with any other it fails',
    (algorithm, input) => {
      fc.assert(
        fc.property(input, (text) => {
          const check = computeCheckDigit(algorithm, text)
          const passing = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
            .split('')
            .filter((other) => hasRightCheckDigit(algorithm, text + other))
          expect(passing).toEqual([check])
        }),
      )
    },
  )

  test.each(inputs)('%s: a part of a number is checked as if it stood alone', (algorithm, input) => {
    fc.assert(
      fc.property(input, lettersAndDigits(3), lettersAndDigits(2), (text, before, after) => {
        const number = before + text + computeCheckDigit(algorithm, text) + after
        expect(hasRightCheckDigit(algorithm, number, 3, 3 + text.length)).toBe(true)
      }),
    )
  })

  test.each<CheckAlgorithm>(['luhn', 'm31', 'mod11x', 'iso37'])(
    '%s catches every single wrong digit',
    (algorithm) => {
      fc.assert(
        fc.property(digits(6), fc.nat({ max: 5 }), fc.integer({ min: 1, max: 9 }), (text, index, step) => {
          const wrong = changedAt(text, index, step)
          expect(computeCheckDigit(algorithm, wrong)).not.toBe(computeCheckDigit(algorithm, text))
        }),
      )
    },
  )
})
