import { expect, test } from 'vitest'
import { countLoads, filterLoads, loadFilters } from '../../../renderer/loads/load-filter.ts'
import { makeLoadView } from './make-load-view.ts'

const over = (isLetThrough: boolean) => [{ kind: 'over-caps' as const, isLetThrough }]
const booked = { isa: '5012345685', appointmentAt: '2026-11-27T10:00' }
const loads = [
  makeLoadView({ id: 1, vehicleId: 1, driverId: 1, ...booked }),
  makeLoadView({ id: 2, vehicleId: 1, problems: over(false), isa: '5012345685' }),
  makeLoadView({ id: 3, driverId: 1, problems: over(true), ...booked }),
]
const getIds = (...args: Parameters<typeof filterLoads>) => filterLoads(...args).map(({ id }) => id)

test('each filter has what it is called after, and its count', () => {
  const lists = loadFilters.map((filter) => [filter, getIds(loads, filter, new Set())])
  // A problem that was let through is none to work on; an appointment without a time is none.
  expect(Object.fromEntries(lists)).toEqual({
    all: [1, 2, 3],
    problems: [2],
    vehicle: [3],
    driver: [2],
    appointment: [2],
  })
  expect(loadFilters.map((filter) => countLoads(loads, filter))).toEqual([3, 1, 1, 1, 1])
})

test('a load that was mended keeps its place until the filter is applied again', () => {
  expect(getIds(loads, 'vehicle', new Set([2]))).toEqual([2, 3])
  expect(countLoads(loads, 'vehicle')).toBe(1)
})
