import { expect, test } from 'vitest'
import { getProblemState, getReasonsOf } from '../../../renderer/shipments/cell-problems.ts'
import { findStopInRow, getVisitOrder } from '../../../renderer/shipments/problem-stops.ts'
import { shipmentColumnIds } from '../../../renderer/shipments/shipment-columns.tsx'
import { readinessReasons } from '../../../shared/domain/readiness.ts'
import { makeShipmentView } from './make-shipment-view.ts'

const order = ['fbaId', 'mode', 'carrier', 'pro'] as const

test('the next problem of a row lies to the right, the one before to the left', () => {
  const problems = ['mode', 'pro'] as const
  expect(findStopInRow(problems, order, undefined, 'next')).toBe('mode')
  expect(findStopInRow(problems, order, 'mode', 'next')).toBe('pro')
  expect(findStopInRow(problems, order, 'pro', 'next')).toBeUndefined()
  expect(findStopInRow(problems, order, 'pro', 'back')).toBe('mode')
  expect(findStopInRow(problems, order, undefined, 'back')).toBe('pro')
})

test('the search goes to the end of the list and comes round to where it began', () => {
  expect(getVisitOrder(4, 2, 'next')).toEqual([3, 0, 1, 2])
  expect(getVisitOrder(4, 1, 'back')).toEqual([0, 3, 2, 1])
})

test('an empty list has nowhere to go', () => {
  expect(getVisitOrder(0, 0, 'next')).toEqual([])
})

test.each(readinessReasons)('the reason %s has a cell where it is shown', (reason) => {
  const row = makeShipmentView({ reasons: [reason] })
  const columns = shipmentColumnIds.filter((columnId) => getReasonsOf(row, columnId).length > 0)
  expect(columns).toHaveLength(1)
  expect(getProblemState(row, columns[0]!)).toMatch(/^(?:error|gap)$/)
})

test('a cell that is wrong and incomplete shows as wrong', () => {
  const row = makeShipmentView({ reasons: ['tracking-missing', 'tracking-repeated'] })
  expect(getProblemState(row, 'paired')).toBe('error')
})
