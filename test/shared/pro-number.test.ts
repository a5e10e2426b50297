import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkMethods,
  checkNumberBlock,
  formatProNumber,
  type NumberBlock,
} from '../../shared/domain/pro-number.ts'
import { makeBlock } from '../support/factories.ts'

describe('a PRO number', () => {
  // By hand over 810020000: Luhn 8→7, 1, 2→4 sum to 12; 3-1 weights 24 + 1 + 6 = 31; 810020000 = 7·115717142 + 6
  // = 11·73638181 + 9.
  test.each([
    ['none', '810020000'],
    ['luhn', '8100200008'],
    ['m31', '8100200009'],
    ['mod7', '8100200006'],
    ['mod11x', '8100200002'],
  ] as const)('with check method %s of 810020000 is %s', (checkMethod, expected) => {
    expect(formatProNumber({ prefix: '', width: 9, checkMethod }, 810_020_000)).toBe(expected)
  })

  test('has an X where the remainder of 11 is 1', () => {
    expect(formatProNumber({ prefix: '', width: 9, checkMethod: 'mod11x' }, 810_020_003)).toBe('810020003X')
  })

  test('is filled with zeros to its width, and its prefix stands outside the check sum', () => {
    expect(formatProNumber({ prefix: 'TB-', width: 9, checkMethod: 'none' }, 42)).toBe('TB-000000042')
    expect(formatProNumber({ prefix: '9', width: 9, checkMethod: 'luhn' }, 810_020_000)).toBe('98100200008')
  })
})

describe('a new block', () => {
  const isRefused = (values: Partial<NumberBlock>, existing: NumberBlock[] = []) =>
    checkNumberBlock(makeBlock(values), existing)?.kind ?? null

  test('needs a prefix that every consumer takes', () => {
    for (const prefix of ['tb', 'TB ', '号', 'ABCDEFGHIJK'])
      expect(isRefused({ prefix })).toBe('block-prefix')
    for (const prefix of ['', 'TB-', '8100']) expect(isRefused({ prefix })).toBeNull()
  })

  test('needs a width of 1 to 15 digits and a range inside it', () => {
    for (const width of [0, 16, 9.5]) expect(isRefused({ width })).toBe('block-width')
    expect(isRefused({ width: 8 })).toBe('block-range')
    expect(isRefused({ first: 5, last: 4 })).toBe('block-range')
    expect(isRefused({ first: -1 })).toBe('block-range')
    expect(isRefused({ first: 5, last: 5 })).toBeNull()
    expect(isRefused({ width: 15, first: 0, last: 999_999_999_999_999 })).toBeNull()
  })

  test('that shares one number with a block on file is refused, and a neighbour is not', () => {
    const known = [makeBlock({ id: 7 })]
    expect(checkNumberBlock(makeBlock({ first: 810_020_099, last: 810_020_200 }), known)).toEqual({
      kind: 'block-overlaps',
      blockId: 7,
    })
    expect(isRefused({ first: 810_020_100, last: 810_020_200 }, known)).toBeNull()
    expect(isRefused({ first: 810_019_000, last: 810_019_999 }, known)).toBeNull()
  })

  test('is refused where its digits spell a number of another block in another way', () => {
    const known = [makeBlock({ id: 7 })]
    const spelt = { width: 10, first: 8_100_200_008, last: 8_100_200_008, checkMethod: 'none' as const }
    expect(formatProNumber({ prefix: '', ...spelt }, spelt.first)).toBe(
      formatProNumber(known[0]!, 810_020_000),
    )
    expect(isRefused(spelt, known)).toBe('block-overlaps')
    const prefixed = { prefix: '810', width: 6, first: 20_000, last: 20_000 }
    expect(isRefused(prefixed, known)).toBe('block-overlaps')
  })

  const anyBlock = fc
    .record({
      prefix: fc.constantFrom('', '8', '81', 'T'),
      width: fc.integer({ min: 1, max: 4 }),
      first: fc.nat(120),
      count: fc.integer({ min: 1, max: 60 }),
      checkMethod: fc.constantFrom(...checkMethods),
    })
    .map(({ count, ...block }) => makeBlock({ ...block, last: block.first + count - 1 }))
  const listNumbers = (block: NumberBlock) =>
    Array.from({ length: block.last - block.first + 1 }, (_, i) => formatProNumber(block, block.first + i))

  test('that is accepted shares no number with any block on file', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 4 }), (candidates) => {
        const accepted: NumberBlock[] = []
        for (const [index, candidate] of candidates.entries())
          if (checkNumberBlock(candidate, accepted) === null) accepted.push({ ...candidate, id: index + 1 })
        const numbers = accepted.flatMap(listNumbers)
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
      { numRuns: 500 },
    )
  })
})
