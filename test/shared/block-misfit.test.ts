import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBlockMisfit } from '../../shared/domain/block-misfit.ts'
import { checkMethods, formatProNumber } from '../../shared/domain/pro-number.ts'
import { makeBlock, makeCarrier } from '../support/factories.ts'

const fleet = makeCarrier()
const block = makeBlock()

describe("what an own fleet's blocks say against a PRO", () => {
  test('a wrong check digit inside a block is said with the block and the right number', () => {
    expect(findBlockMisfit('8100200017', fleet, [block])).toEqual({
      kind: 'check-digit',
      blockId: 1,
      first: '8100200008',
      last: '8100200990',
      right: '8100200016',
    })
  })

  test('a number of none of its blocks is outside, be it of another carrier', () => {
    const others = makeBlock({ id: 2, carrierId: 2, first: 910_020_000, last: 910_020_099 })
    const outside = { kind: 'outside-blocks' }
    for (const pro of ['TYPED-1', '8100201006', '810020000', formatProNumber(others, 910_020_001)])
      expect(findBlockMisfit(pro, fleet, [block, others])).toEqual(outside)
  })

  test('closed, retired and far numbers of a block are its numbers', () => {
    for (const over of [{ isClosed: true }, { isRetired: true }, { next: 810_020_050 }])
      expect(findBlockMisfit('8100200990', fleet, [makeBlock(over)])).toBeNull()
  })

  test('nothing is said without a carrier, without blocks, or of another kind of carrier', () => {
    const blocks = [block]
    expect(findBlockMisfit('TYPED-1', null, blocks)).toBeNull()
    expect(findBlockMisfit('TYPED-1', makeCarrier({ id: 7 }), blocks)).toBeNull()
    for (const kind of ['partner_fleet', 'parcel', 'ltl'] as const)
      expect(findBlockMisfit('TYPED-1', makeCarrier({ kind }), blocks)).toBeNull()
  })

  test('every number that a block spells fits it, and with any other check digit does not', () => {
    const digit = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(fc.constantFrom(...checkMethods), fc.nat(99), digit, (checkMethod, ahead, other) => {
        const own = makeBlock({ checkMethod })
        const right = formatProNumber(own, own.first + ahead)
        expect(findBlockMisfit(right, fleet, [own])).toBeNull()
        const wrong = right.slice(0, -1) + String(other)
        if (checkMethod !== 'none' && wrong !== right)
          expect(findBlockMisfit(wrong, fleet, [own])).toMatchObject({ kind: 'check-digit', right })
      }),
    )
  })
})
