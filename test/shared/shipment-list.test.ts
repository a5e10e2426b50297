import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readinessReasons, shipmentStatuses } from '../../shared/domain/readiness.ts'
import {
  countFacets,
  filterShipments,
  shipmentSortKeys,
  sortShipments,
  type ShipmentFilter,
  type ShipmentSort,
  type ShipmentView,
} from '../../shared/domain/shipment-list.ts'
import { amazonModes } from '../../shared/domain/shipment.ts'
import { makeShipmentView } from '../support/factories.ts'

const ids = (rows: readonly ShipmentView[]) => rows.map((row) => row.id)
const filter = (rows: ShipmentView[], by: ShipmentFilter) => ids(filterShipments(rows, by))
const sort = (rows: ShipmentView[], key: ShipmentSort['key'], direction: ShipmentSort['direction'] = 'asc') =>
  ids(sortShipments(rows, { key, direction }))

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const row = fc.record({
  fbaId: fc.integer({ min: 0, max: 40 }).map((n) => `FBA19T0000${String(n).padStart(2, '0')}`),
  client: fc.constantFrom('宁波星野', '深圳拓海', '杭州云帆'),
  status: fc.constantFrom(...shipmentStatuses),
  reasons: fc.uniqueArray(fc.constantFrom(...readinessReasons), { maxLength: 3 }),
  fc: orNull(fc.constantFrom('ONT8', 'LAX9')),
  amazonMode: orNull(fc.constantFrom(...amazonModes)),
  carrier: orNull(fc.constantFrom('自营车队', 'UPS')),
  pro: orNull(fc.integer({ min: 0, max: 30 }).map((n) => String(8_100_200_000 + n))),
  isa: orNull(fc.constantFrom('12345678901', '12345678902')),
  boxes: fc.nat(5),
  paired: fc.nat(5),
  grossWeightKg: orNull(fc.nat(50)),
})
const rows = fc
  .array(row, { maxLength: 40 })
  .map((all) =>
    all.map((one, i) => makeShipmentView({ ...one, id: i + 1, paired: Math.min(one.paired, one.boxes) })),
  )
const choose = <T>(values: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 }), { nil: undefined })
const anyFilter: fc.Arbitrary<ShipmentFilter> = fc.record({
  ids: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }), { nil: undefined }),
  search: fc.constantFrom(undefined, '', 'fba19t00001', '8100200003\n8100200004', '宁波'),
  clients: choose(['宁波星野', '深圳拓海']),
  fcs: choose(['ONT8', 'LAX9', '']),
  carriers: choose(['自营车队', '']),
  modes: choose([...amazonModes, 'unknown'] as const),
  statuses: choose(shipmentStatuses),
  reasons: choose(readinessReasons.slice(0, 6)),
})

/** What a shipment has for a facet, written apart from the code under test. */
const getValues: Record<keyof ReturnType<typeof countFacets>, (row: ShipmentView) => (string | null)[]> = {
  clients: (one) => [one.client],
  fcs: (one) => [one.fc ?? ''],
  carriers: (one) => [one.carrier ?? ''],
  modes: (one) => [one.amazonMode ?? 'unknown'],
  statuses: (one) => [one.status],
  reasons: (one) => one.reasons,
  clocks: (one) =>
    [one.clock.level, one.clock.state === 'unknown' ? 'unknown' : null].filter((name) => name !== null),
}
const facetNames = Object.keys(getValues) as (keyof typeof getValues)[]

function isWanted(one: ShipmentView, by: ShipmentFilter, without?: keyof typeof getValues): boolean {
  if (by.ids && !by.ids.includes(one.id)) return false
  const terms = (by.search ?? '').split('\n').filter((term) => term !== '')
  const text = `${one.fbaId} ${one.pro} ${one.client}`
  if (terms.length > 0 && !terms.some((term) => text.includes(term.toUpperCase()))) return false
  return facetNames.every((name) => {
    const wanted = by[name]
    if (name === without || !wanted || wanted.length === 0) return true
    return getValues[name](one).some((value) => (wanted as string[]).includes(value!))
  })
}

describe('a filter', () => {
  test('keeps what meets every condition, where a list means one of', () => {
    fc.assert(
      fc.property(rows, anyFilter, (all, by) => {
        expect(filter(all, by)).toEqual(ids(all.filter((one) => isWanted(one, by))))
      }),
    )
  })

  test('finds any of many pasted texts in any identifier, whatever stands between them', () => {
    const all = [
      makeShipmentView({ id: 1, fbaId: 'FBA19T000001' }),
      makeShipmentView({ id: 2, fbaId: 'FBA19T000002', pro: '8100200016' }),
      makeShipmentView({ id: 3, fbaId: 'FBA19T000003', referenceId: '2ABCDEF1' }),
      makeShipmentView({ id: 4, fbaId: 'FBA19T000004', clientReference: 'PO 77' }),
      makeShipmentView({ id: 5, fbaId: 'FBA19T000005', note: '加急' }),
    ]
    for (const between of ['\n', '\t', ',', '，', ';', '；', '、', '\r\n'])
      expect(filter(all, { search: ['fba19t000001', '8100200016', '2abcdef1'].join(between) })).toEqual([
        1, 2, 3,
      ])
    expect(filter(all, { search: 'po 77' })).toEqual([4])
    expect(filter(all, { search: '加急' })).toEqual([5])
    expect(filter(all, { search: ' \n ' })).toEqual([1, 2, 3, 4, 5])
    expect(filter(all, { search: 'none' })).toEqual([])
  })

  test('of no ids finds nothing', () => {
    expect(filter([makeShipmentView()], { ids: [] })).toEqual([])
  })
})

describe('facets', () => {
  test('count what all the other conditions leave, largest first', () => {
    fc.assert(
      fc.property(rows, anyFilter, (all, by) => {
        const facets = countFacets(all, by)
        for (const name of facetNames) {
          const counts = new Map<string, number>()
          for (const one of all.filter((each) => isWanted(each, by, name)))
            for (const value of getValues[name](one)) counts.set(value!, (counts.get(value!) ?? 0) + 1)
          expect(new Map(facets[name].map(({ value, count }) => [value, count]))).toEqual(counts)
          expect(facets[name]).toHaveLength(counts.size)
          const sizes = facets[name].map(({ count }) => count)
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
        }
      }),
    )
  })

  test('of equal size stand in the order of their names, numbers by value', () => {
    const all = ['FC10', 'FC9', 'FC1'].map((code, i) => makeShipmentView({ id: i, fc: code }))
    expect(countFacets(all, {}).fcs.map(({ value }) => value)).toEqual(['FC1', 'FC9', 'FC10'])
  })
})

describe('a sort', () => {
  const getValue: Record<ShipmentSort['key'], (one: ShipmentView) => string | number | null> = {
    fbaId: (one) => one.fbaId,
    status: (one) => ['error', 'incomplete', 'changed', 'ready', 'exported', 'exempt'].indexOf(one.status),
    client: (one) => one.client,
    fc: (one) => one.fc,
    mode: (one) => one.amazonMode,
    boxes: (one) => one.boxes,
    paired: (one) => (one.boxes === 0 ? 0 : one.paired / one.boxes),
    weight: (one) => one.grossWeightKg,
    carrier: (one) => one.carrier,
    pro: (one) => one.pro,
    isa: (one) => one.isa,
    created: (one) => one.createdOn,
    eta: (one) => one.etaOn,
    appointment: (one) => one.appointmentAt,
    load: (one) => one.load,
    closes: (one) => one.clock.closesOn,
  }
  const isNamed = (key: ShipmentSort['key']) => key === 'client' || key === 'carrier'
  const compare = (a: string | number, b: string | number, key: ShipmentSort['key']): number =>
    isNamed(key) ? String(a).localeCompare(String(b), 'zh-CN') : a < b ? -1 : a > b ? 1 : 0

  test('keeps every row once, puts blanks last both ways, and equals in the order they came', () => {
    const by = fc.record({
      key: fc.constantFrom(...shipmentSortKeys),
      direction: fc.constantFrom('asc', 'desc'),
    })
    fc.assert(
      fc.property(rows, by, (all, { key, direction }) => {
        const sorted = sortShipments(all, { key, direction })
        expect(ids(sorted).toSorted((a, b) => a - b)).toEqual(ids(all))
        for (const [i, next] of sorted.slice(1).entries()) {
          const [a, b] = [getValue[key](sorted[i]!), getValue[key](next)]
          if (a === b) expect(sorted[i]!.id).toBeLessThan(next.id)
          else if (a === null) throw new Error('a blank stands before a value')
          else if (b !== null) expect(compare(a, b, key)).toBe(direction === 'asc' ? -1 : 1)
        }
      }),
    )
  })

  test('of nothing gives the order in which the shipments came in', () => {
    const all = [3, 1, 2].map((id) => makeShipmentView({ id }))
    expect(ids(sortShipments(all, null))).toEqual([1, 2, 3])
  })

  test('by status puts what needs work first, and by client reads Chinese by sound', () => {
    const all = (['ready', 'exempt', 'error', 'incomplete'] as const).map((status, id) =>
      makeShipmentView({ id, status }),
    )
    expect(sort(all, 'status')).toEqual([2, 3, 0, 1])
    const named = ['深圳拓海', '宁波星野', '杭州云帆'].map((client, id) => makeShipmentView({ id, client }))
    expect(sort(named, 'client')).toEqual([2, 1, 0])
    expect(sort(named, 'client', 'desc')).toEqual([0, 1, 2])
  })

  test('leaves the rows it was given as they were', () => {
    const all = [makeShipmentView({ id: 2 }), makeShipmentView({ id: 1 })]
    sortShipments(all, { key: 'fbaId', direction: 'asc' })
    expect(ids(all)).toEqual([2, 1])
  })
})
