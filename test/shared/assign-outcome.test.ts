import { expect, test } from 'vitest'
import { assignOutcomes, findRowsOf } from '../../shared/domain/assign-outcome.ts'
import { makeRule } from '../support/factories.ts'
import { fleet, goBy, makeTarget, partner, plan, ups } from './assign-case.ts'

const surroundings = { carriers: [fleet, ups, partner], ...goBy(makeRule({ carrierId: partner.id })) }
const { rows } = plan(
  [
    makeTarget({ id: 1 }),
    makeTarget({ id: 2, carrierId: fleet.id }),
    makeTarget({ id: 3, carrierId: partner.id, pro: 'TYPED-1' }),
    makeTarget({ id: 4 }, { status: 'exported' }),
    makeTarget({ id: 5, amazonMode: null, carrierId: partner.id }),
  ],
  {},
  surroundings,
)
const idsOf = (of: Parameters<typeof findRowsOf>[1]) => findRowsOf(rows, of).map((row) => row.id)

test('every row has its outcome; one filled in part has a conflict too', () => {
  // The partner fleet has no block, so that 1 gets a carrier alone; 2 gets a number of the own fleet's.
  expect(assignOutcomes.map((outcome) => [outcome, idsOf(outcome)])).toEqual([
    ['fills', [1, 2]],
    ['unchanged', [3]],
    ['conflicts', [1, 2, 5]],
    ['skipped', [4]],
  ])
})

test('a kind of conflict leads to its rows', () => {
  expect([idsOf('no-block'), idsOf('carrier-kept'), idsOf('mode-unknown')]).toEqual([[1], [2], [5]])
})
