import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Box } from '../../shared/domain/box.ts'
import type { CellChange } from '../../shared/domain/patch.ts'
import { releaseLoneNumbers } from '../../shared/domain/shared-tracking.ts'
import { makeBox } from '../support/factories.ts'

const makeBoxes = (numbers: (string | null)[]): Box[] =>
  numbers.map((trackingId, i) =>
    makeBox({
      id: i + 1,
      position: i + 1,
      trackingId,
      isTrackingShared: trackingId !== null && numbers.filter((other) => other === trackingId).length > 1,
    }),
  )
const move = (box: Box, after: string | null): CellChange[] => [
  { entity: 'box', id: box.id, field: 'trackingId', before: box.trackingId, after },
  ...(box.isTrackingShared
    ? [{ entity: 'box' as const, id: box.id, field: 'isTrackingShared', before: 1, after: 0 }]
    : []),
]

test('the last box with a number shares it no more', () => {
  const boxes = makeBoxes(['T1', 'T1', 'T1'])
  expect(releaseLoneNumbers(boxes, move(boxes[0]!, 'T2'))).toEqual([])
  expect(releaseLoneNumbers(boxes, [...move(boxes[0]!, 'T2'), ...move(boxes[2]!, null)])).toEqual([
    { entity: 'box', id: 2, field: 'isTrackingShared', before: 1, after: 0 },
  ])
})

test('a number that nobody leaves stays as it is, shared by the carrier’s strategy perhaps', () => {
  const lone = [makeBox({ trackingId: 'T1', isTrackingShared: true }), makeBox({ id: 2, trackingId: 'T2' })]
  expect(releaseLoneNumbers(lone, move(lone[1]!, 'T3'))).toEqual([])
  expect(releaseLoneNumbers(lone, [])).toEqual([])
})

test('whatever moves to new numbers, afterwards a number is shared exactly where several boxes have it', () => {
  const numbers = fc.array(fc.constantFrom(null, 'T1', 'T2', 'T3'), { maxLength: 6 })
  fc.assert(
    fc.property(numbers, fc.infiniteStream(fc.boolean()), (before, moves) => {
      const boxes = makeBoxes(before)
      const moving = boxes.filter(() => moves.next().value === true)
      const cells = moving.flatMap((box) => move(box, `N${box.id}`))
      const after = new Map(boxes.map((box) => [box.id, { ...box }]))
      for (const cell of [...cells, ...releaseLoneNumbers(boxes, cells)]) {
        const box = after.get(cell.id)!
        if (cell.field === 'trackingId') box.trackingId = String(cell.after)
        else {
          expect(box.isTrackingShared).toBe(cell.before === 1)
          box.isTrackingShared = cell.after === 1
        }
      }
      const all = [...after.values()]
      for (const box of all) {
        const holders = all.filter((other) => other.trackingId === box.trackingId).length
        expect(box.isTrackingShared).toBe(box.trackingId !== null && holders > 1)
      }
    }),
  )
})
