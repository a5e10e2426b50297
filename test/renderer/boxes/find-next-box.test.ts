import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findNextBox } from '../../../renderer/boxes/find-next-box.ts'
import { ArrayRows } from '../../../renderer/grid/array-rows.ts'
import { makeBoxView } from './make-box-view.ts'

const makeRows = (isMissing: readonly boolean[]) =>
  new ArrayRows(isMissing.map((is, index) => makeBoxView({ id: index + 1, trackingId: is ? null : '1Z1' })))
const isStop = (row: { trackingId: string | null }) => row.trackingId === null

test('the next box is looked for downwards, then from the top', async () => {
  const rows = makeRows([true, false, true, false])
  expect(await findNextBox(rows, 0, 'next', isStop)).toBe(2)
  expect(await findNextBox(rows, 2, 'next', isStop)).toBe(0)
})

test('the one before is looked for upwards, then from the end', async () => {
  const rows = makeRows([false, true, false, true])
  expect(await findNextBox(rows, 3, 'back', isStop)).toBe(1)
  expect(await findNextBox(rows, 1, 'back', isStop)).toBe(3)
})

test('a list far longer than one read is searched whole', async () => {
  const rows = makeRows(Array.from({ length: 4_500 }, (_, index) => index === 4_321))
  expect(await findNextBox(rows, 10, 'next', isStop)).toBe(4_321)
  expect(await findNextBox(rows, 10, 'back', isStop)).toBe(4_321)
})

test('it is always the nearest in its direction, and −1 only when there is none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), fc.nat(29), async (is, at) => {
      const from = at % is.length
      const steps = is.map((_, index) => (from + index + 1) % is.length)
      const nearest = steps.find((index) => is[index]) ?? -1
      expect(await findNextBox(makeRows(is), from, 'next', isStop)).toBe(nearest)
    }),
  )
})
