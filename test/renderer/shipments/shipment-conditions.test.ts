import { expect, test } from 'vitest'
import {
  chooseValues,
  countInView,
  getFacetRows,
  getView,
  isStillWanted,
  withView,
} from '../../../renderer/shipments/shipment-conditions.ts'
import type { ShipmentFacets } from '../../../shared/domain/shipment-list.ts'
import { makeShipmentView } from './make-shipment-view.ts'

const facets: ShipmentFacets = {
  clients: [{ value: '宁波星野', count: 42 }],
  fcs: [],
  carriers: [],
  modes: [],
  statuses: [
    { value: 'ready', count: 30 },
    { value: 'incomplete', count: 9 },
    { value: 'exempt', count: 3 },
  ],
  reasons: [],
  clocks: [],
}

test('a view is the list with one status', () => {
  expect(withView({ fcs: ['ONT8'] }, 'error')).toEqual({ fcs: ['ONT8'], statuses: ['error'] })
  expect(withView({ fcs: ['ONT8'], statuses: ['error'] }, 'all')).toEqual({ fcs: ['ONT8'] })
})

test('several statuses at once are none of the views', () => {
  expect(getView({})).toBe('all')
  expect(getView({ statuses: ['ready'] })).toBe('ready')
  expect(getView({ statuses: ['ready', 'error'] })).toBeNull()
  expect(getView({ statuses: ['exempt'] })).toBeNull()
})

test('the view of all counts every status, also those without a view', () => {
  expect(countInView(facets, 'all')).toBe(42)
  expect(countInView(facets, 'incomplete')).toBe(9)
  expect(countInView(facets, 'error')).toBe(0)
})

test('a facet without a chosen value is no condition', () => {
  expect(chooseValues({ fcs: ['ONT8'] }, 'fcs', [])).toEqual({})
  expect(chooseValues({ fcs: ['ONT8'] }, 'clients', ['宁波星野'])).toEqual({
    fcs: ['ONT8'],
    clients: ['宁波星野'],
  })
})

test('a chosen value of which nothing is left stays in its list', () => {
  expect(getFacetRows(facets, { clients: ['深圳拓海'] }, 'clients')).toEqual([
    { value: '宁波星野', count: 42, isChosen: false },
    { value: '深圳拓海', count: 0, isChosen: true },
  ])
})

test('a mended row is no longer wanted by the view it was found in', () => {
  const scope = { conditions: { statuses: ['incomplete' as const] }, search: '', pickedIds: [] }
  expect(isStillWanted(makeShipmentView({ status: 'incomplete' }), scope)).toBe(true)
  expect(isStillWanted(makeShipmentView({ status: 'ready' }), scope)).toBe(false)
})

test('a row of a list by id is wanted whatever becomes of it', () => {
  const scope = { conditions: { ids: [7] }, search: '', pickedIds: [] }
  expect(isStillWanted(makeShipmentView({ id: 7, status: 'ready' }), scope)).toBe(true)
})
