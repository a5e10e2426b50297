import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allTicks,
  countTicks,
  isRowTicked,
  noTicks,
  setTicks,
  toggleAllTicks,
} from '../../../renderer/grid/grid-ticks.ts'

test('all rows can be ticked without knowing them, and single ones taken out again', () => {
  const ticks = setTicks(allTicks, ['b'], false)
  expect([isRowTicked(ticks, 'a'), isRowTicked(ticks, 'b')]).toEqual([true, false])
  expect(countTicks(ticks, 300)).toBe(299)
})

test('the box in the heading ticks all unless all are ticked', () => {
  expect(toggleAllTicks(noTicks, 3)).toBe(allTicks)
  expect(toggleAllTicks(setTicks(noTicks, ['a'], true), 3)).toBe(allTicks)
  expect(toggleAllTicks(setTicks(noTicks, ['a', 'b', 'c'], true), 3)).toBe(noTicks)
  expect(toggleAllTicks(allTicks, 3)).toBe(noTicks)
})

test('ticking behaves as if each row had a box of its own', () => {
  const rowKeys = ['a', 'b', 'c', 'd']
  const step = fc.record({ keys: fc.subarray(rowKeys), isTicked: fc.boolean() })
  fc.assert(
    fc.property(fc.constantFrom(noTicks, allTicks), fc.array(step), (start, steps) => {
      const boxes = new Map(rowKeys.map((key) => [key, start === allTicks]))
      let ticks = start
      for (const { keys, isTicked } of steps) {
        ticks = setTicks(ticks, keys, isTicked)
        for (const key of keys) boxes.set(key, isTicked)
      }
      expect(rowKeys.map((key) => isRowTicked(ticks, key))).toEqual([...boxes.values()])
      expect(countTicks(ticks, rowKeys.length)).toBe([...boxes.values()].filter(Boolean).length)
    }),
  )
})
