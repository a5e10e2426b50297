import { expect, test } from 'vitest'
import {
  chooseForAll,
  chooseForLoad,
  chooseForRow,
  emptyLoadChoice,
  getChoices,
} from '../../../renderer/shipments/assign-choices.ts'

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

test('what is chosen of a load replaces what was chosen before, and choosing nothing is no choice', () => {
  const chosen = { ...emptyLoadChoice('1 ONT8 2026-11-27 1'), vehicleId: 3 }
  const other = { ...emptyLoadChoice('1 ONT8 2026-11-27 2'), isa: '5012345685' }
  const both = chooseForLoad(chooseForLoad([], chosen), other)
  expect(both).toEqual([chosen, other])
  expect(chooseForLoad(both, { ...chosen, driverId: 1 })).toEqual([other, { ...chosen, driverId: 1 }])
  expect(chooseForLoad(both, emptyLoadChoice(chosen.key))).toEqual([other])
})
