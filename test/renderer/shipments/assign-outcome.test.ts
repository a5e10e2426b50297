import { expect, test } from 'vitest'
import { countReplaced, getConflictIds, getOutcomeIds } from '../../../renderer/shipments/assign-outcome.ts'
import type { AssignPreview, AssignRow } from '../../../shared/contract/outputs.ts'

const makeRow = (id: number, values: Partial<AssignRow> = {}): AssignRow => ({
  id,
  fbaId: `FBA15TB0000${id}`,
  carrier: null,
  pro: null,
  conflicts: [],
  ...values,
})

const preview: AssignPreview = {
  target: 5,
  fills: 2,
  unchanged: 1,
  conflicts: [],
  carriers: 1,
  pros: 2,
  firstPro: '8100200008',
  lastPro: '8100200016',
  blockLeft: 412,
  rows: [
    makeRow(1, { carrier: { before: null, after: '自营车队' }, pro: { before: null, after: '8100200008' } }),
    makeRow(2, { pro: { before: '77', after: '8100200016' }, conflicts: ['carrier-kept'] }),
    makeRow(3),
    makeRow(4, { conflicts: ['exported'] }),
    makeRow(5, { conflicts: ['mode-unknown'] }),
  ],
}

test('every row has its outcome; one filled in part has a conflict too', () => {
  expect([...getOutcomeIds(preview, 'fills')]).toEqual([1, 2])
  expect([...getOutcomeIds(preview, 'unchanged')]).toEqual([3])
  expect([...getOutcomeIds(preview, 'conflicts')]).toEqual([2, 5])
  expect([...getOutcomeIds(preview, 'skipped')]).toEqual([4])
})

test('a conflict leads to its rows', () => {
  expect([...getConflictIds(preview, 'mode-unknown')]).toEqual([5])
})

test('only a value that is there can be replaced', () => {
  expect(countReplaced(preview)).toBe(1)
})
