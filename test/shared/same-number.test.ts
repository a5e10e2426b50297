import { expect, test } from 'vitest'
import { planSameNumber } from '../../shared/domain/same-number.ts'
import { makeBox } from '../support/factories.ts'

const cell = (id: number, field: string, before: unknown, after: unknown) => ({
  entity: 'box',
  id,
  field,
  before,
  after,
})

test('one number goes on every box that has none, and is shared from then on', () => {
  const boxes = [makeBox({ id: 1 }), makeBox({ id: 2, trackingId: 'TB900' }), makeBox({ id: 3 })]
  expect(planSameNumber(boxes, 'TB100')).toEqual([
    cell(1, 'trackingId', null, 'TB100'),
    cell(1, 'isTrackingShared', 0, 1),
    cell(3, 'trackingId', null, 'TB100'),
    cell(3, 'isTrackingShared', 0, 1),
  ])
})

test('a box that has it already shares it with the others', () => {
  const boxes = [makeBox({ id: 1, trackingId: 'TB100' }), makeBox({ id: 2 })]
  expect(planSameNumber(boxes, 'TB100')).toEqual([
    cell(1, 'isTrackingShared', 0, 1),
    cell(2, 'trackingId', null, 'TB100'),
    cell(2, 'isTrackingShared', 0, 1),
  ])
})

test('a lone box shares with nobody, and what is done already is not done again', () => {
  expect(planSameNumber([makeBox()], 'TB100')).toEqual([cell(1, 'trackingId', null, 'TB100')])
  const shared = [1, 2].map((id) => makeBox({ id, trackingId: 'TB100', isTrackingShared: true }))
  expect(planSameNumber(shared, 'TB100')).toEqual([])
})
