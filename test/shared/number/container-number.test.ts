import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkContainerNumber } from '../../../shared/domain/number/container-number.ts'

/** The standard's letter values, written out. */
const letterValues = new Map(
  'A10 B12 C13 D14 E15 F16 G17 H18 I19 J20 K21 L23 M24 N25 O26 P27 Q28 R29 S30 T31 U32 V34 W35 X36 Y37 Z38'
    .split(' ')
    .map((entry) => [entry[0], entry.slice(1)]),
)
const computeByTable = (body: string): string =>
  String(
    body
      .split('')
      .reduce(
        (sum, character, i) => sum + BigInt(letterValues.get(character) ?? character) * 2n ** BigInt(i),
        0n,
      ) % 11n,
  ).slice(-1)

const bodies = fc.stringMatching(/^[A-Z]{3}[UJZ]\d{6}$/)

describe('container numbers', () => {
  test.each([
    ['QZXU2401090', 'container'],
    ['QZXU2400149', 'container'],
    ['QZXU 240109-0', 'container'],
    ['qzxu2401090', 'container'],
    ['QZXU2401091', 'looks-like-container'],
    ['QZUX2401090', 'no'],
    ['QZXA2401090', 'no'],
    ['QZXU240109', 'no'],
    ['QZXU24010900', 'no'],
    ['FBA19TB4K7Q2', 'no'],
    ['2400147002', 'no'],
    ['', 'no'],
  ])('%j is %s', (text, expected) => {
    expect(checkContainerNumber(text)).toBe(expected)
  })

  test('exactly one check digit makes a container, the one of an independent table', () => {
    for (const body of fc.sample(bodies, { numRuns: 300, seed: 20_261_101 })) {
      const right = computeByTable(body)
      for (const digit of '0123456789') {
        const expected = digit === right ? 'container' : 'looks-like-container'
        expect(checkContainerNumber(body + digit)).toBe(expected)
      }
    }
  })

  test('letters or digits changed or swapped are judged as by the independent table', () => {
    fc.assert(
      fc.property(bodies, fc.nat({ max: 8 }), (body, index) => {
        const number = body + computeByTable(body)
        const swapped = number.slice(0, index) + number[index + 1] + number[index] + number.slice(index + 2)
        const hasShape = /^[A-Z]{3}[UJZ]\d{7}$/.test(swapped)
        const isRight = computeByTable(swapped.slice(0, 10)) === swapped.slice(10)
        const expected = hasShape ? (isRight ? 'container' : 'looks-like-container') : 'no'
        expect(checkContainerNumber(swapped)).toBe(expected)
      }),
      { numRuns: 300, seed: 20_261_101 },
    )
  })
})
