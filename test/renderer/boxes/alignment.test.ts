import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  alignToEnd,
  type Alignment,
  countAligned,
  dropEntry,
  insertGap,
  reverseNumbers,
  shiftUp,
} from '../../../renderer/boxes/alignment.ts'

const alignments = fc
  .array(fc.boolean(), { minLength: 1, maxLength: 30 })
  .map((isNumber): Alignment => isNumber.map((is, index) => (is ? index : null)))
const getNumbers = (entries: Alignment) => entries.filter((entry) => entry !== null)

test('a gap moves the rest down by one', () => {
  expect(insertGap([0, 1, 2], 1)).toEqual([0, null, 1, 2])
  expect(insertGap([0, 1, 2], 0)).toEqual([null, 0, 1, 2])
})

test('a gap after the last number changes nothing', () => {
  expect(insertGap([0, 1], 2)).toEqual([0, 1])
})

test('dropping a number moves the rest up and leaves no gap at the end', () => {
  expect(dropEntry([0, 1, 2], 1)).toEqual([0, 2])
  expect(dropEntry([0, null, 1], 2)).toEqual([0])
})

test('shifting up closes the nearest gap above and keeps those farther up', () => {
  expect(shiftUp([null, 0, null, 1, 2], 4)).toEqual([null, 0, 1, 2])
})

test('shifting up without a gap above changes nothing', () => {
  expect(shiftUp([0, 1, null, 2], 1)).toEqual([0, 1, null, 2])
})

test('reversing turns the numbers round and keeps the gaps', () => {
  expect(reverseNumbers([0, null, 1, 2])).toEqual([2, null, 1, 0])
})

test('aligned to the end the last number stands on the last box', () => {
  expect(alignToEnd([0, 1, 2], 5)).toEqual([null, null, 0, 1, 2])
  expect(alignToEnd([0, 1, 2], 2)).toEqual([0, 1, 2])
})

test('only numbers that have a box are counted', () => {
  expect(countAligned([0, null, 1, 2], 3)).toBe(2)
})

test('moving never loses, doubles or reorders a number', () => {
  fc.assert(
    fc.property(alignments, fc.nat(29), (entries, at) => {
      const place = at % entries.length
      expect(getNumbers(insertGap(entries, place))).toEqual(getNumbers(entries))
      expect(getNumbers(shiftUp(entries, place))).toEqual(getNumbers(entries))
      expect(getNumbers(alignToEnd(entries, 12))).toEqual(getNumbers(entries))
    }),
  )
})

test('a gap inserted and dropped again leaves all as it was', () => {
  fc.assert(
    fc.property(alignments, fc.nat(29), (entries, at) => {
      const filled: Alignment = [...entries, 99]
      const place = at % filled.length
      expect(dropEntry(insertGap(filled, place), place)).toEqual(filled)
    }),
  )
})
