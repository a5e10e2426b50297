import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatProNumber } from '../../shared/domain/pro-number.ts'
import { planUsedNumbers } from '../../shared/domain/used-numbers.ts'
import { makeBlock } from '../support/factories.ts'

const block = makeBlock({ last: 810_029_999 })

describe('numbers of old sheets', () => {
  test('take the block behind the last of them, and what lies between is never given out', () => {
    expect(planUsedNumbers([block], ['8100200024', '8100200008'])).toEqual([
      {
        blockId: 1,
        draw: {
          blockId: 1,
          from: 810_020_000,
          to: 810_020_002,
          numbers: ['8100200008', '8100200016', '8100200024'],
        },
        used: 2,
        skipped: 1,
        far: [],
      },
    ])
  })

  test('count once, and with dashes written into them too', () => {
    const [learned] = planUsedNumbers([block], ['810020-0008', '8100200008', '810-020000-8'])
    expect(learned).toMatchObject({ used: 1, skipped: 0 })
  })

  test('teach nothing when the block is behind them, or when they are none of its numbers', () => {
    const ahead = { ...block, next: 810_020_003 }
    expect(planUsedNumbers([ahead], ['8100200008', '8100200024'])).toEqual([])
    expect(planUsedNumbers([block], ['8100200009', '810020000', '240014703', 'FBA19TB4K7Q2', ''])).toEqual([])
    expect(planUsedNumbers([block], ['8100199993', '8100300005'])).toEqual([])
  })

  test('belong to the block that spells them', () => {
    const named = makeBlock({ id: 2, prefix: 'TB-', width: 6, first: 1, last: 999, checkMethod: 'none' })
    expect(planUsedNumbers([block, named], ['TB-000002'])).toMatchObject([
      { blockId: 2, draw: { numbers: ['TB-000001', 'TB-000002'] }, used: 1, skipped: 1 },
    ])
  })

  test('more than a thousand unused numbers ahead do not take the block with them', () => {
    const far = formatProNumber(block, 810_021_002)
    expect(planUsedNumbers([block], ['8100200008', far])).toMatchObject([
      { draw: { from: 810_020_000, to: 810_020_000 }, used: 1, skipped: 0, far: [far] },
    ])
    const near = formatProNumber(block, 810_021_001)
    expect(planUsedNumbers([block], ['8100200008', near])).toMatchObject([
      { draw: { to: 810_021_001 }, used: 2, skipped: 1_000, far: [] },
    ])
    expect(planUsedNumbers([block], [far])).toMatchObject([{ draw: null, used: 0, far: [far] }])
  })

  test('keep to the step of their block', () => {
    const stepped = makeBlock({ increment: 5, last: 810_029_999 })
    const number = (seq: number) => formatProNumber(stepped, seq)
    expect(planUsedNumbers([stepped], [number(810_020_010), number(810_020_011)])).toMatchObject([
      {
        draw: {
          from: 810_020_000,
          to: 810_020_010,
          numbers: [number(810_020_000), number(810_020_005), number(810_020_010)],
        },
        used: 1,
        skipped: 2,
      },
    ])
  })

  test('teach a block nothing that another desk went on with', () => {
    expect(planUsedNumbers([{ ...block, isRetired: true }], ['8100200008'])).toEqual([])
  })

  test('can use a block up', () => {
    const small = makeBlock({ last: 810_020_001 })
    expect(planUsedNumbers([small], ['8100200016'])).toMatchObject([
      { draw: { from: 810_020_000, to: 810_020_001 }, skipped: 1 },
    ])
  })

  test('are each behind the block then, or named as far ahead; numbers are drawn without a hole', () => {
    const seqs = fc.array(fc.integer({ min: 810_019_990, max: 810_030_010 }), { maxLength: 60 })
    fc.assert(
      fc.property(seqs, fc.integer({ min: 0, max: 9_999 }), (used, drawn) => {
        const start = { ...block, next: block.first + drawn }
        const pros = used.map((seq) => formatProNumber(block, seq))
        const [learned] = planUsedNumbers([start], pros)
        const next = learned?.draw ? learned.draw.to + 1 : start.next
        const ahead = used.filter((seq) => seq >= next && seq <= block.last)
        expect(new Set(learned?.far)).toEqual(new Set(ahead.map((seq) => formatProNumber(block, seq))))
        if (!learned?.draw) return
        const { from, to, numbers } = learned.draw
        expect([from, numbers.length]).toEqual([start.next, to - from + 1])
        expect(learned.used + learned.skipped).toBe(numbers.length)
        expect(used).toContain(to)
      }),
      { seed: 20_261_127 },
    )
  })
})
