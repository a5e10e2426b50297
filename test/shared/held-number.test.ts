import { expect, test } from 'vitest'
import { listArrivingNumbers } from '../../shared/domain/held-number.ts'
import { makeBlock } from '../support/factories.ts'

const own = '8100200008'
const ownNext = '8100200016'
const pro = (after: string | null) => ({
  entity: 'shipment' as const,
  id: 1,
  field: 'pro',
  before: null,
  after,
})

test('numbers of the blocks are found in changed cells and in new shipments, each once', () => {
  const patch = {
    cells: [pro(own), { ...pro(ownNext), field: 'isa' }, pro(null)],
    inserts: [
      {
        entity: 'shipment' as const,
        fields: ['id', 'pro'],
        rows: [
          [2, own],
          [3, ownNext],
          [4, null],
        ],
      },
      { entity: 'shipment' as const, fields: ['id', 'fbaId'], rows: [[5, own]] },
      { entity: 'carrier' as const, fields: ['id', 'pro'], rows: [[1, '8100200024']] },
    ],
  }
  expect(listArrivingNumbers(patch, [makeBlock()])).toEqual([own, ownNext])
  expect(listArrivingNumbers(patch, [])).toEqual([])
})

test('a number outside the blocks, or with a wrong check digit, is none of theirs', () => {
  const cells = [pro('7700000017'), pro('8100200009')]
  expect(listArrivingNumbers({ cells, inserts: [] }, [makeBlock()])).toEqual([])
})

test("another desk's block counts: its numbers are the least known here", () => {
  const block = makeBlock({ isRetired: true })
  expect(listArrivingNumbers({ cells: [pro(own)], inserts: [] }, [block])).toEqual([own])
})
