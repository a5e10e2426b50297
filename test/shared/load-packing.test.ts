import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addToFill,
  emptyFill,
  fits,
  noCaps,
  type LoadCaps,
  type LoadFill,
  type ShipmentSize,
} from '../../shared/domain/load.ts'
import { packLoads, type Bin } from '../../shared/domain/load-packing.ts'

const caps: LoadCaps = { maxPallets: 26, maxBoxes: null, maxKg: 20_000 }
const size = fc.record({
  pallets: fc.option(fc.integer({ min: 0, max: 26 }), { nil: null }),
  boxes: fc.integer({ min: 0, max: 400 }),
  kg: fc.option(fc.double({ min: 0, max: 20_000, noNaN: true }), { nil: null }),
})
const bin = fc
  .record({ items: fc.array(size, { maxLength: 3 }), caps: fc.constantFrom(caps, noCaps) })
  .map(({ items, caps: ownCaps }): Bin => ({ fill: items.reduce(addToFill, emptyFill), caps: ownCaps }))

const pack = (items: readonly ShipmentSize[], bins: readonly Bin[] = []) =>
  packLoads(items, { bins, getNewCaps: () => caps, usualCaps: caps })

const fillUp = (items: readonly ShipmentSize[], places: readonly number[], bins: readonly Bin[]) => {
  const fills: LoadFill[] = bins.map(({ fill }) => fill)
  places.forEach((place, index) => {
    fills[place] = addToFill(fills[place] ?? emptyFill, items[index]!)
  })
  return fills
}

/** Every way to put them, tried one by one. */
function countFewest(items: readonly ShipmentSize[]): number {
  let best = items.length
  const fills: LoadFill[] = []
  const place = (index: number) => {
    if (fills.length >= best && index < items.length) return
    if (index === items.length) {
      best = Math.min(best, fills.length)
      return
    }
    for (let at = 0; at <= fills.length; at++) {
      const before = fills[at]
      const fill = addToFill(before ?? emptyFill, items[index]!)
      if (!fits(fill, caps)) continue
      fills[at] = fill
      place(index + 1)
      if (before) fills[at] = before
      else fills.pop()
    }
  }
  place(0)
  return best
}

const ofPallets = (...pallets: number[]): ShipmentSize[] =>
  pallets.map((each) => ({ pallets: each, boxes: 10, kg: 100 }))

test('what fits onto one truck goes on one', () => {
  expect(pack(ofPallets(10, 8, 8))).toEqual([0, 0, 0])
})

test('the fewest loads are found where filling up in order takes one more', () => {
  // In order 13, 10 | 7, 6 … needs three; 13 + 13 and 10 + 9 + 7 are two.
  expect(new Set(pack(ofPallets(13, 10, 9, 13, 7))).size).toBe(2)
})

test('a load on file is filled up first', () => {
  const standing: Bin = { fill: ofPallets(20).reduce(addToFill, emptyFill), caps }
  expect(pack(ofPallets(6, 8), [standing])).toEqual([0, 1])
})

test('a truck that is smaller than the others takes what fits, and no more', () => {
  const small = { ...noCaps, maxPallets: 8 }
  const places = packLoads(ofPallets(10, 8, 8), {
    bins: [],
    getNewCaps: (n) => (n === 0 ? small : caps),
    usualCaps: caps,
  })
  expect(ofPallets(10, 8, 8).filter((_, index) => places[index] === 0)).toHaveLength(1)
})

describe('over any shipments and loads on file', () => {
  test('each shipment is on one load, and no load is over its caps by it', () => {
    fc.assert(
      fc.property(fc.array(size, { maxLength: 40 }), fc.array(bin, { maxLength: 3 }), (items, bins) => {
        const places = pack(items, bins)
        expect(places).toHaveLength(items.length)
        const fills = fillUp(items, places, bins)
        fills.forEach((fill, place) => {
          if (places.includes(place)) expect(fits(fill, bins[place]?.caps ?? caps)).toBe(true)
        })
      }),
    )
  })

  test('of up to seven shipments no way of loading takes fewer loads', () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 7 }), (items) => {
        expect(new Set(pack(items)).size).toBe(countFewest(items))
      }),
    )
  })

  test('the same shipments are loaded the same way', () => {
    fc.assert(
      fc.property(fc.array(size, { maxLength: 30 }), (items) => {
        expect(pack(items)).toEqual(pack([...items]))
      }),
    )
  })
})
