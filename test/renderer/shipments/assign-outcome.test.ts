import { expect, test } from 'vitest'
import {
  chooseForAll,
  chooseForRow,
  getChoices,
  getConflictIds,
  getOutcomeIds,
} from '../../../renderer/shipments/assign-outcome.ts'
import type { AssignPreview, AssignRow } from '../../../shared/contract/outputs.ts'

const makeRow = (id: number, values: Partial<AssignRow> = {}): AssignRow => ({
  id,
  fbaId: `FBA15TB0000${id}`,
  mode: null,
  carrier: null,
  rule: null,
  pro: null,
  isProShared: false,
  usedPros: [],
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
  drawn: 2,
  firstPro: '8100200008',
  lastPro: '8100200016',
  blockLeft: 412,
  kept: { carriers: 1, pros: 0 },
  ruleSets: [''],
  rows: [
    makeRow(1, { carrier: { before: null, after: '自营车队' }, pro: { before: null, after: '8100200008' } }),
    makeRow(2, {
      pro: { before: '77', after: '8100200016' },
      conflicts: [{ kind: 'carrier-kept', choice: 'keep' }],
    }),
    makeRow(3),
    makeRow(4, { conflicts: [{ kind: 'exported', choice: 'skip' }] }),
    makeRow(5, { conflicts: [{ kind: 'mode-unknown', choice: null }] }),
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

test('what is chosen for all goes for those chosen one by one too, and the first choice is none', () => {
  const none = { resolutions: {}, rowChoices: [] }
  const one = chooseForRow(none, 2, 'carrier-kept', 'replace')
  expect(one).toEqual({ resolutions: {}, rowChoices: [{ id: 2, kind: 'carrier-kept', choice: 'replace' }] })
  expect(chooseForRow(one, 2, 'carrier-kept', 'keep')).toEqual(none)
  const all = chooseForAll(one, 'carrier-kept', 'replace')
  expect(all).toEqual({ resolutions: { 'carrier-kept': 'replace' }, rowChoices: [] })
  expect(chooseForRow(all, 2, 'carrier-kept', 'keep').rowChoices).toEqual([
    { id: 2, kind: 'carrier-kept', choice: 'keep' },
  ])
  expect(chooseForAll(all, 'carrier-kept', 'keep')).toEqual(none)
})

test('a next block is offered only after one that was asked for by name', () => {
  expect(getChoices('block-runs-out', { blockId: null })).toEqual([])
  expect(getChoices('block-runs-out', { blockId: 3 })).toEqual(['list', 'next-block'])
  expect(getChoices('pro-used', { blockId: 3 })).toEqual([])
})
