import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDrawer } from '../../shared/domain/number-drawer.ts'
import { countLeft, formatProNumber, type NumberBlock } from '../../shared/domain/pro-number.ts'
import { makeBlock } from '../support/factories.ts'

const noneTaken = () => false

function draw(
  blocks: readonly NumberBlock[],
  count: number,
  isProTaken = noneTaken as (number: string) => boolean,
) {
  const drawer = createDrawer({ blocks, isProTaken }, null)
  const answers = Array.from({ length: count }, () => drawer.draw(1))
  return { answers, draws: drawer.getDraws() }
}

describe('a draw', () => {
  test('takes the next block where the first runs out', () => {
    const blocks = [
      makeBlock({ next: 810_020_098 }),
      makeBlock({ id: 2, first: 820_000_000, last: 820_000_009 }),
    ]
    // 81002009 8 and 9: Luhn sums 12 + 9·1 + 16→7 = 28 → 2, and 12 + 9·1 + 18→9 = 30 → 0.
    // 820000000: 8→16→7, 2·1 = 9 → 1.
    expect(draw(blocks, 3).draws).toEqual([
      {
        blockId: 1,
        from: 810_020_098,
        to: 810_020_099,
        numbers: ['8100200982', '8100200990'],
      },
      { blockId: 2, from: 820_000_000, to: 820_000_000, numbers: ['8200000001'] },
    ])
  })

  test('of more than is left gives what there is and then says that the block runs out', () => {
    const { answers } = draw([makeBlock({ next: 810_020_099 })], 2)
    expect(answers).toEqual(['8100200990', { conflict: 'block-runs-out' }])
    expect(countLeft(makeBlock({ next: 810_020_100 }))).toBe(0)
  })

  test('gives released numbers first, lowest first, as a second issue', () => {
    const block = makeBlock({ next: 810_020_005, released: [810_020_000, 810_020_001, 810_020_003] })
    expect(draw([block], 4).draws).toEqual([
      {
        blockId: 1,
        from: 810_020_000,
        to: 810_020_001,
        numbers: ['8100200008', '8100200016'],
        isAgain: true,
      },
      { blockId: 1, from: 810_020_003, to: 810_020_003, numbers: ['8100200032'], isAgain: true },
      { blockId: 1, from: 810_020_005, to: 810_020_005, numbers: ['8100200057'] },
    ])
  })

  test('passes over a closed block and one that another desk goes on with, released numbers and all', () => {
    const released = [810_020_000]
    const open = makeBlock({ id: 3, first: 830_000_000, last: 830_000_001 })
    const blocks = [
      makeBlock({ isClosed: true, released }),
      makeBlock({ id: 2, isRetired: true, released }),
      open,
    ]
    expect(draw(blocks, 1).answers).toEqual([formatProNumber(open, 830_000_000)])
    expect(draw(blocks.slice(0, 2), 1).answers).toEqual([{ conflict: 'block-runs-out' }])
  })

  test('burns a number that stands somewhere and takes the next', () => {
    const { answers, draws } = draw([makeBlock()], 1, (number) => number === '8100200008')
    expect(answers).toEqual(['8100200016'])
    expect(draws).toMatchObject([{ from: 810_020_000, to: 810_020_001 }])
  })

  test('keeps to the increment', () => {
    const block = makeBlock({
      first: 100,
      last: 130,
      next: 110,
      increment: 10,
      width: 3,
      checkMethod: 'none',
    })
    expect(countLeft(block)).toBe(3)
    expect(draw([block], 4).answers).toEqual(['110', '120', '130', { conflict: 'block-runs-out' }])
  })

  test('gives every number that is left once, whatever the blocks, and never one before `next`', () => {
    const block = fc
      .record({
        first: fc.nat(50),
        count: fc.integer({ min: 1, max: 30 }),
        used: fc.nat(30),
        increment: fc.integer({ min: 1, max: 3 }),
        releases: fc.nat(5),
      })
      .map(({ first, count, used, increment, releases }) => {
        const drawn = Math.min(used, count)
        return {
          first,
          last: first + (count - 1) * increment,
          next: first + drawn * increment,
          increment,
          released: Array.from({ length: Math.min(releases, drawn) }, (_, i) => first + i * increment),
        }
      })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (ranges) => {
        const blocks = ranges.map((range, i) =>
          makeBlock({ ...range, id: i + 1, prefix: String.fromCharCode(65 + i), width: 3 }),
        )
        const left = blocks.reduce((sum, each) => sum + countLeft(each), 0)
        const { answers, draws } = draw(blocks, left + 1)
        const numbers = answers.filter((answer) => typeof answer === 'string')
        expect(new Set(numbers).size).toBe(left)
        expect(draws.flatMap((each) => each.numbers)).toEqual(numbers)
        for (const { blockId, from, to, numbers: own, isAgain } of draws) {
          const { next, last, increment, released } = blocks[blockId - 1]!
          expect(own).toHaveLength((to - from) / increment + 1)
          if (isAgain) expect(released).toContain(from)
          else expect([from, to <= last]).toEqual([next, true])
        }
      }),
      { seed: 20261127, numRuns: 300 },
    )
  })
})
