import { expect, test } from 'vitest'
import { applyOffer, getOffers, getOpenMismatches } from '../../../renderer/boxes/pairing-offer.ts'
import type { Mismatch } from '../../../shared/domain/pairing/pairing.ts'

const twice: Mismatch = { kind: 'number-twice', trackingId: '1Z1', indexes: [0, 2], level: 'block' }
const fewer: Mismatch = { kind: 'fewer-numbers', missing: 1, level: 'block' }
const damaged: Mismatch = {
  kind: 'damaged-number',
  index: 1,
  place: { line: 2 },
  problem: { kind: 'empty' },
  level: 'block',
}

test('a number that stands twice is dropped where it stands for the second time', () => {
  const [offer] = getOffers(twice)
  expect(applyOffer(offer!, [0, 1, 2], 3)).toEqual([0, 1])
})

test('numbers already dropped are dropped no more', () => {
  expect(applyOffer({ kind: 'drop', indexes: [2, 5] }, [0, 1], 3)).toEqual([0, 1])
})

test('missing numbers are at the end or at the beginning, as the person says', () => {
  expect(getOffers(fewer).map((offer) => applyOffer(offer, [0, 1], 3))).toEqual([
    [0, 1],
    [null, 0, 1],
  ])
})

test('a list that runs backwards is turned round', () => {
  expect(applyOffer({ kind: 'reverse' }, [0, 1, 2], 3)).toEqual([2, 1, 0])
})

test('before anything is settled every mismatch stands', () => {
  expect(getOpenMismatches([twice, fewer, damaged], [0, 1, 2], false)).toHaveLength(3)
})

test('a settled alignment answers the counts, and what concerns numbers that were dropped', () => {
  expect(getOpenMismatches([twice, fewer, damaged], [0, 1], true)).toEqual([damaged])
  expect(getOpenMismatches([twice, damaged], [0, null, 2], true)).toEqual([twice])
})
