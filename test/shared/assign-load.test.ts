import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeLoads } from '../../shared/domain/assign-load-patch.ts'
import type { AssignTarget, StandingLoad } from '../../shared/domain/assign-row.ts'
import type { AssignPlan } from '../../shared/domain/assign.ts'
import { addToFill, emptyFill, isAtOnce } from '../../shared/domain/load.ts'
import type { Shipment } from '../../shared/domain/shipment.ts'
import { makeBlock } from '../support/factories.ts'
import { makeDriver, makeLoad as makeStoredLoad, makeVehicle } from '../support/load-case.ts'
import { fleet, getKinds, makeTarget, partner, plan, ups } from './assign-case.ts'

const make = (id: number, values: Partial<Shipment> = {}, over: Partial<AssignTarget> = {}): AssignTarget =>
  makeTarget({ id, fbaId: `FBA19TB4K${100 + id}`, carrierId: 1, palletCount: 4, ...values }, over)
const makeMany = (count: number, values: Partial<Shipment> = {}) =>
  Array.from({ length: count }, (_, index) => make(index + 1, values))

const load = (
  targets: AssignTarget[],
  over: Parameters<typeof plan>[1] = {},
  around: Parameters<typeof plan>[2] = {},
) =>
  plan(
    targets,
    { wantsPro: false, wantsLoad: true, ...over },
    {
      carriers: [fleet, partner, ups],
      loadNumbers: (around?.loads ?? []).map(({ number }) => number),
      ...around,
    },
  )

/** Shipments of each load, by number. */
const getLoads = ({ loads }: AssignPlan) =>
  Object.fromEntries(loads.loads.map(({ number, shipmentIds }) => [number, shipmentIds]))
const getConflicts = ({ rows }: AssignPlan) => rows.map(getKinds)

/** With as many shipments as pallets are named. */
const makeLoad = (values: Partial<StandingLoad> = {}, pallets: number[] = []): StandingLoad => ({
  ...makeStoredLoad({ id: 7, ...values }),
  sharedPro: values.sharedPro ?? null,
  fill: pallets.map((each) => ({ pallets: each, boxes: 10, kg: 100 })).reduce(addToFill, emptyFill),
})

const vehicle = makeVehicle()
const driver = makeDriver()
const crew = { vehicles: [vehicle, { ...vehicle, id: 2, plate: '粤B22222' }], drivers: [driver] }
const choose = (key: string, values: object = {}) => ({
  key,
  vehicleId: null,
  driverId: null,
  isa: null,
  appointmentAt: null,
  ...values,
})

test('a load goes to one FC on one day, under one appointment', () => {
  const planned = load([
    make(1),
    make(2, { fc: 'LAX9' }),
    make(3, { etaOn: '2026-11-28' }),
    make(4, { isa: '5012345685', appointmentAt: '2026-11-27T10:00' }),
    make(5),
  ])
  expect(getLoads(planned)).toEqual({
    'L261127-01': [1, 5],
    'L261127-02': [2],
    'L261128-01': [3],
    'L261127-03': [4],
  })
})

test('shipments of one appointment ride together, also where only one of them has its time', () => {
  const timed = { isa: '5012345685', appointmentAt: '2026-11-28T10:00' }
  const planned = load([make(1, { isa: '5012345685' }), make(2, timed)])
  expect(getLoads(planned)).toEqual({ 'L261128-01': [1, 2] })
  expect(planned.loads.loads[0]).toMatchObject({
    appointmentAt: '2026-11-28T10:00',
    departsAt: '2026-11-28T08:00',
    returnsAt: '2026-11-28T12:00',
  })
})

test('of two times for one appointment none is taken', () => {
  const planned = load([
    make(1, { isa: '5012345685', appointmentAt: '2026-11-28T10:00' }),
    make(2, { isa: '5012345685', appointmentAt: '2026-11-28T11:00' }),
  ])
  expect(planned.loads.loads).toMatchObject([{ appointmentAt: null, departsAt: null, shipmentIds: [1, 2] }])
})

test('a day that nobody gave is said to be assumed', () => {
  const planned = load([make(1), make(2, { fc: 'LAX9', etaOn: '2026-11-28' })])
  expect(planned.loads.loads.map((each) => [each.day, each.isDayAssumed])).toEqual([
    ['2026-11-27', true],
    ['2026-11-28', false],
  ])
})

test('an ETA that has passed goes today', () => {
  expect(getLoads(load([make(1, { etaOn: '2026-11-20' })]))).toEqual({ 'L261127-01': [1] })
})

test('an appointment that has passed gets no load, and is said', () => {
  const planned = load([make(1, { appointmentAt: '2026-11-20T10:00' })])
  expect(planned.loads.loads).toEqual([])
  expect(getConflicts(planned)).toEqual([['load-appointment-past']])
})

test('only the trucks of fleets are loaded here', () => {
  const ltl = { ...fleet, id: 5, name: 'XPO', kind: 'ltl' as const }
  const planned = load(
    [make(1, { carrierId: 5 }), make(2, { carrierId: 2, amazonMode: 'SPD' }), make(3, { carrierId: 3 })],
    {},
    { carriers: [fleet, partner, ups, ltl] },
  )
  expect(getLoads(planned)).toEqual({ 'L261127-01': [3] })
})

test('goods that go by parcel in truth take no truck', () => {
  expect(load([make(1, { roadMode: 'parcel' })]).loads.loads).toEqual([])
})

test('without an FC there is no load, and that is said', () => {
  expect(getConflicts(load([make(1, { fc: null })]))).toEqual([['load-needs-fc']])
})

test('a dead or unverified ID is not booked', () => {
  const planned = load([make(1, {}, { isIdRefused: true })])
  expect(planned.loads.loads).toEqual([])
  expect(getConflicts(planned)).toEqual([['load-id-not-valid']])
})

test('what does not fit starts a new load, and every row of the group says so', () => {
  const planned = load(makeMany(8))
  expect(planned.loads.loads.map((each) => each.fill.pallets)).toEqual([24, 8])
  expect(getConflicts(planned)).toEqual(Array.from({ length: 8 }, () => ['load-over']))
})

test('a shipment can be moved to the next load, so that another fits', () => {
  const rowChoices = [{ id: 1, kind: 'load-over' as const, choice: 'move' as const }]
  expect(getLoads(load(makeMany(8), { rowChoices }))).toEqual({
    'L261127-01': [2, 3, 4, 5, 6, 7],
    'L261127-02': [8, 1],
  })
})

test('over the caps is let through for all or for one, and wants a reason', () => {
  const all = load(makeMany(8), { resolutions: { 'load-over': 'allow' } })
  expect(all.loads.loads).toMatchObject([{ needsReason: true, fill: { pallets: 32 } }])
  const rowChoices = [{ id: 7, kind: 'load-over' as const, choice: 'allow' as const }]
  const one = load(makeMany(7), { rowChoices })
  expect(one.loads.loads).toMatchObject([{ needsReason: true, fill: { pallets: 28 } }])
})

test('what no truck takes is left without a load unless that is chosen', () => {
  const targets = [make(1, { palletCount: 30 }), make(2)]
  const left = load(targets)
  expect(getLoads(left)).toEqual({ 'L261127-01': [2] })
  expect(getConflicts(left)).toEqual([['load-too-big'], []])
  const allowed = load(targets, { resolutions: { 'load-too-big': 'allow' } })
  expect(getLoads(allowed)).toEqual({ 'L261127-01': [2], 'L261127-02': [1] })
  expect(allowed.loads.loads.map((each) => each.needsReason)).toEqual([false, true])
})

test('where the sheet gives no weight the boxes do, all of them weighed', () => {
  const targets = [
    make(1, { grossWeightKg: 300.5 }, { boxesKg: 280 }),
    make(2, {}, { boxesKg: 120.25 }),
    make(3, {}, { boxesKg: null }),
  ]
  expect(load(targets).loads.loads[0]!.fill).toMatchObject({ kg: 420.75, withoutKg: 1, withoutPallets: 0 })
})

test('a load on file is filled up where it goes to the same FC on the day', () => {
  const loads = [makeLoad({}, [20])]
  const planned = load([make(1), make(2)], {}, { loads })
  expect(planned.loads.loads).toMatchObject([
    { standing: { id: 7 }, shipmentIds: [1], fill: { pallets: 24, shipments: 2 } },
    { standing: null, number: 'L261127-02', shipmentIds: [2] },
  ])
})

test('a load with an appointment takes nothing else unless it is asked for', () => {
  const loads = [makeLoad({ isa: '5012345685', appointmentAt: '2026-11-27T10:00' }, [4])]
  expect(load([make(1)], {}, { loads }).loads.loads).toMatchObject([{ standing: null }])
  const asked = load([make(1)], { loadId: 7 }, { loads })
  expect(asked.loads.loads).toMatchObject([{ standing: { id: 7 } }])
  const { cells } = writeLoads(asked.loads, asked.rows, 0, '', () => ({ isa: null, appointmentAt: null }))
  expect(cells.map(({ field, after }) => [field, after])).toEqual([
    ['loadId', 7],
    ['isa', '5012345685'],
    ['appointmentAt', '2026-11-27T10:00'],
  ])
})

test('a load on file takes what its vehicle takes', () => {
  const loads = [makeLoad({ vehicleId: 1 }, [8])]
  const planned = load([make(1), make(2)], {}, { loads, vehicles: [{ ...vehicle, maxPallets: 12 }] })
  expect(planned.loads.loads).toMatchObject([
    { standing: { id: 7 }, shipmentIds: [1], needsReason: false },
    { standing: null, shipmentIds: [2] },
  ])
})

test('what does not fit onto a load under an appointment goes under none', () => {
  const loads = [makeLoad({ isa: '5012345685', appointmentAt: '2026-11-27T10:00' }, [24])]
  const planned = load([make(1), make(2, { palletCount: 2 })], { loadId: 7 }, { loads })
  expect(planned.loads.loads).toMatchObject([
    { isa: '5012345685', shipmentIds: [2] },
    { isa: null, appointmentAt: null, shipmentIds: [1] },
  ])
})

test('another FC, carrier or appointment than the load asked for gets a load of its own', () => {
  const planned = load(
    [make(1, { fc: 'LAX9' }), make(2, { carrierId: 3 }), make(3, { isa: '5099999999' }), make(4)],
    { loadId: 7 },
    { loads: [makeLoad()] },
  )
  expect(getConflicts(planned)).toEqual([
    ['load-fc-differs'],
    ['load-carrier-differs'],
    ['load-appointment-differs'],
    [],
  ])
  expect(getLoads(planned)).toEqual({
    'L261127-02': [1],
    'L261127-03': [2],
    'L261127-04': [3],
    'L261127-01': [4],
  })
})

test('a shipment stays on its load unless replacing is chosen', () => {
  const targets = [make(1, { loadId: 7 }), make(2)]
  const loads = [makeLoad({ day: '2026-11-28' }, [4])]
  const kept = load(targets, {}, { loads })
  expect(kept.rows.map((row) => [row.load, row.keepsLoad])).toMatchObject([
    [null, true],
    [{ before: null }, false],
  ])
  const replaced = load(targets, { resolutions: { 'load-kept': 'replace' } }, { loads })
  expect(getLoads(replaced)).toEqual({ 'L261127-02': [1, 2] })
  expect(replaced.rows[0]!.load).toEqual({ before: 7, key: '1 ONT8 2026-11-27 1' })
})

test('what is put anew takes no room where it was, and staying is no change', () => {
  const loads = [makeLoad({}, [24])]
  const targets = [make(1, { loadId: 7, palletCount: 24 }), make(2, { palletCount: 2 })]
  const planned = load(targets, { resolutions: { 'load-kept': 'replace' } }, { loads })
  expect(planned.loads.loads).toMatchObject([
    { standing: { id: 7 }, shipmentIds: [2], fill: { pallets: 26, shipments: 2 } },
  ])
  expect(planned.rows[0]!.load).toBe(null)
})

test('a load that loses its last shipment is taken back, and its truck is free', () => {
  const loads = [makeLoad({ fc: 'LAX9', vehicleId: 1 }, [4])]
  const loadChoices = [choose('1 ONT8 2026-11-27 1', { vehicleId: 1 })]
  const planned = load(
    [make(1, { loadId: 7 })],
    { resolutions: { 'load-kept': 'replace' }, loadChoices },
    { ...crew, loads },
  )
  expect(planned.loads).toMatchObject({ emptied: [{ id: 7 }], loads: [{ vehicleId: 1 }], takenOff: [] })
  expect(writeLoads(planned.loads, planned.rows, 8, '', () => make(1).shipment).removes).toEqual([
    { entity: 'load', ids: [7] },
  ])
  const stays = load(
    [make(1, { loadId: 7 })],
    { resolutions: { 'load-kept': 'replace' } },
    {
      loads: [makeLoad({ fc: 'LAX9' }, [4, 4])],
    },
  )
  expect(stays.loads.emptied).toEqual([])
})

test('a shipment whose FC is no longer that of its load says so', () => {
  const planned = load([make(1, { loadId: 7, fc: 'LAX9' })], {}, { loads: [makeLoad({}, [4])] })
  expect(getConflicts(planned)).toEqual([['load-kept']])
})

test('the number of a load that was taken back is not given again', () => {
  expect(getLoads(load([make(1)], {}, { loadNumbers: ['L261127-03'] }))).toEqual({ 'L261127-04': [1] })
})

test('a load asked for that is full says so, and takes more with a reason', () => {
  const loads = [makeLoad({ reason: '叠放' }, [24])]
  const full = load([make(1)], { loadId: 7 }, { loads })
  expect(getConflicts(full)).toEqual([['load-over']])
  expect(full.loads.loads).toMatchObject([{ standing: null, shipmentIds: [1] }])
  const more = load([make(1)], { loadId: 7, resolutions: { 'load-over': 'allow' } }, { loads })
  expect(more.loads.loads).toMatchObject([{ standing: { id: 7 }, needsReason: true }])
  const { cells } = writeLoads(more.loads, more.rows, 0, '板很矮', () => make(1).shipment)
  expect(cells[0]).toMatchObject({ field: 'reason', before: '叠放', after: '叠放 · 板很矮' })
})

test('a load whose day has passed takes nothing', () => {
  const loads = [makeLoad({ number: 'L261120-01', day: '2026-11-20' })]
  const planned = load([make(1)], { loadId: 7 }, { loads })
  expect(getConflicts(planned)).toEqual([['load-past']])
  expect(planned.loads.loads).toMatchObject([{ standing: null }])
})

test('a load under another time does not take a shipment that has one', () => {
  const loads = [makeLoad({ appointmentAt: '2026-11-27T10:00' })]
  const planned = load([make(1, { appointmentAt: '2026-11-28T10:00' })], { loadId: 7 }, { loads })
  expect(getConflicts(planned)).toEqual([['load-appointment-differs']])
})

test('a load that goes before the goods are there is flagged', () => {
  const early = load([make(1, { etaOn: '2026-11-30' })], { loadId: 7 }, { loads: [makeLoad()] })
  expect(getConflicts(early)).toEqual([['appointment-before-eta']])
  const key = '1 ONT8 2026-11-30 1'
  const chosen = load([make(1, { etaOn: '2026-11-30' })], {
    loadChoices: [choose(key, { appointmentAt: '2026-11-29T10:00' })],
  })
  expect(getConflicts(chosen)).toEqual([['appointment-before-eta']])
})

test('an appointment in the past is not taken for a load', () => {
  const loadChoices = [choose('1 ONT8 2026-11-27 1', { appointmentAt: '2026-11-20T10:00' })]
  const planned = load([make(1)], { loadChoices })
  expect(planned.loads.loads).toMatchObject([{ appointmentAt: null, day: '2026-11-27' }])
  expect(getConflicts(planned)).toEqual([['load-appointment-past']])
})

test('a vehicle that is too small is left off its load, which keeps all else', () => {
  const vehicles = [{ ...vehicle, maxPallets: 3 }]
  const loadChoices = [choose('1 ONT8 2026-11-27 1', { vehicleId: 1, driverId: 1, isa: 'A1' })]
  const left = load([make(1)], { loadChoices }, { ...crew, vehicles })
  expect(left.loads.loads).toMatchObject([{ vehicleId: null, driverId: 1, isa: 'A1', needsReason: false }])
  expect(getConflicts(left)).toEqual([['vehicle-too-small']])
  const taken = load(
    [make(1)],
    { loadChoices, resolutions: { 'vehicle-too-small': 'allow' } },
    { ...crew, vehicles },
  )
  expect(taken.loads.loads).toMatchObject([{ vehicleId: 1, needsReason: true }])
})

test('a vehicle or driver that is gone, out of use or another carrier’s is left off, and that is said', () => {
  const loadChoices = [choose('1 ONT8 2026-11-27 1', { vehicleId: 1, driverId: 77 })]
  for (const change of [{ isActive: false }, { carrierId: 3 }]) {
    const planned = load([make(1)], { loadChoices }, { ...crew, vehicles: [{ ...vehicle, ...change }] })
    expect(planned.loads.loads).toMatchObject([{ vehicleId: null, driverId: null }])
    expect(getConflicts(planned)).toEqual([['crew-not-available']])
  }
})

test('a choice for a load on file changes nothing of it', () => {
  const loadChoices = [choose('load 7', { vehicleId: 1 })]
  const planned = load([make(1)], { loadChoices }, { ...crew, loads: [makeLoad({}, [4])] })
  expect(planned.loads.loads).toMatchObject([{ standing: { id: 7 }, vehicleId: null }])
})

test('a carrier’s card counts on the day the truck goes', () => {
  const carriers = [{ ...fleet, cardUntil: '2026-11-20' }]
  expect(getConflicts(load([make(1, { etaOn: '2026-11-10' })], {}, { carriers }))).toEqual([
    ['carrier-card-expired'],
  ])
  const later = [{ ...fleet, cardUntil: '2026-11-30' }]
  const key = '1 ONT8 2026-11-28 1'
  const loadChoices = [choose(key, { appointmentAt: '2026-12-05T10:00' })]
  const planned = load([make(1, { etaOn: '2026-11-28' })], { loadChoices }, { carriers: later })
  expect(planned.loads.loads).toEqual([])
  expect(getConflicts(planned)).toEqual([['carrier-card-expired']])
})

test('a new carrier gets a number of its own unless the old one is kept on purpose', () => {
  const replacing = { 'carrier-kept': 'replace' } as const
  const blocks = [makeBlock({ carrierId: 3 })]
  const target = [make(1, { pro: 'OLD-1' })]
  const context = { carriers: [fleet, partner], blocks }
  const drawn = plan(target, { carrier: 3, resolutions: replacing }, context)
  expect(drawn.rows[0]).toMatchObject({ pro: { before: 'OLD-1', after: '8100200008' } })
  expect(getConflicts(drawn)).toEqual([['carrier-kept', 'pro-of-former-carrier']])
  const kept = plan(
    target,
    { carrier: 3, resolutions: { ...replacing, 'pro-of-former-carrier': 'keep' } },
    context,
  )
  expect(kept.rows[0]).toMatchObject({ pro: null, keepsPro: true })
})

test('who comes onto a load that shares a PRO takes that one, and never across carriers', () => {
  const carriers = [
    { ...fleet, proPolicy: 'per_load' as const },
    { ...partner, proPolicy: 'per_load' as const },
  ]
  const loads = [makeLoad({ sharedPro: '8100200990' }, [4])]
  const joined = load([make(1)], { wantsPro: true, sharesPro: true }, { carriers, loads })
  expect(joined.rows[0]).toMatchObject({ pro: { after: '8100200990' }, isProShared: true })
  expect(joined.draws).toEqual([])
  const blocks = [makeBlock(), makeBlock({ id: 2, carrierId: 3, first: 820_000_000, last: 820_000_099 })]
  const apart = plan(
    [make(1, { loadId: 7 }), make(2, { loadId: 7, carrierId: 3 })],
    { wantsCarrier: false, sharesPro: true },
    { carriers, blocks, loads: [makeLoad({}, [4, 4])] },
  )
  expect(new Set(apart.rows.map((row) => row.pro!.after)).size).toBe(2)
})

test('one shared PRO that comes to stand on two loads is flagged', () => {
  const shared = { pro: '8100200990', isProShared: true }
  const planned = load([make(1, shared), make(2, { ...shared, palletCount: 25 })])
  expect(getConflicts(planned)).toEqual([
    ['load-over', 'pro-on-two-loads'],
    ['load-over', 'pro-on-two-loads'],
  ])
})

test("a smaller truck's own caps go for the load it takes", () => {
  const small = { ...vehicle, maxPallets: 8 }
  const key = '1 ONT8 2026-11-27 1'
  const planned = load(
    makeMany(4),
    { loadChoices: [choose(key, { vehicleId: 1 })] },
    { ...crew, vehicles: [small] },
  )
  expect(planned.loads.loads.map((each) => [each.vehicleId, each.fill.pallets])).toEqual([
    [1, 8],
    [null, 8],
  ])
})

const twoTrips = [
  make(1, { isa: 'A1', appointmentAt: '2026-11-27T10:00' }),
  make(2, { isa: 'B2', appointmentAt: '2026-11-27T12:00' }),
]
const keys = ['1 ONT8 A1 1', '1 ONT8 B2 1']

test('nobody is in two places at once: the second is left blank', () => {
  const loadChoices = keys.map((key) => choose(key, { vehicleId: 1, driverId: 1 }))
  const planned = load(twoTrips, { loadChoices }, crew)
  expect(planned.loads.loads.map((each) => [each.vehicleId, each.driverId])).toEqual([
    [1, 1],
    [null, null],
  ])
  expect(getConflicts(planned)).toEqual([[], ['vehicle-overlaps', 'driver-overlaps']])
})

test('a truck may leave again at the minute it is back', () => {
  const later = [twoTrips[0]!, make(2, { isa: 'B2', appointmentAt: '2026-11-27T14:00' })]
  const loadChoices = keys.map((key) => choose(key, { vehicleId: 1 }))
  expect(load(later, { loadChoices }, crew).loads.loads.map((each) => each.vehicleId)).toEqual([1, 1])
})

test('a vehicle is taken over from the other load, of the plan or on file', () => {
  const loadChoices = keys.map((key) => choose(key, { vehicleId: 1 }))
  const resolutions = { 'vehicle-overlaps': 'swap' as const }
  const swapped = load(twoTrips, { loadChoices, resolutions }, crew)
  expect(swapped.loads.loads.map((each) => each.vehicleId)).toEqual([null, 1])
  const loads = [makeLoad({ fc: 'LAX9', vehicleId: 1 })]
  const taken = load([twoTrips[0]!], { loadChoices, resolutions }, { ...crew, loads })
  expect(taken.loads.loads.map((each) => each.vehicleId)).toEqual([1])
  expect(writeLoads(taken.loads, taken.rows, 8, '', () => twoTrips[0]!.shipment).cells[0]).toEqual({
    entity: 'load',
    id: 7,
    field: 'vehicleId',
    before: 1,
    after: null,
  })
})

test('twice at once is let through with a reason', () => {
  const loadChoices = keys.map((key) => choose(key, { driverId: 1 }))
  const planned = load(twoTrips, { loadChoices, resolutions: { 'driver-overlaps': 'allow' } }, crew)
  expect(planned.loads.loads.map((each) => [each.driverId, each.needsReason])).toEqual([
    [1, false],
    [1, true],
  ])
  const { inserts } = writeLoads(planned.loads, planned.rows, 8, '两人轮班', () => ({
    isa: 'A1',
    appointmentAt: null,
  }))
  expect(inserts[0]!.rows.map((row) => row.at(-1))).toEqual([null, '两人轮班'])
})

test('a driver whose card has run out is left blank, and that is said', () => {
  const drivers = [{ ...driver, cardUntil: '2026-11-26' }]
  const planned = load([twoTrips[0]!], { loadChoices: [choose(keys[0]!, { driverId: 1 })] }, { drivers })
  expect(planned.loads.loads[0]!.driverId).toBe(null)
  expect(getConflicts(planned)).toEqual([['driver-card-expired']])
  const lastDay = { drivers: [{ ...driver, cardUntil: '2026-11-27' }] }
  const good = load([twoTrips[0]!], { loadChoices: [choose(keys[0]!, { driverId: 1 })] }, lastDay)
  expect(good.loads.loads[0]!.driverId).toBe(1)
})

test('a carrier whose card has run out gets no shipment, no number and no load', () => {
  const carriers = [{ ...fleet, cardUntil: '2026-11-26' }]
  const planned = plan([make(1, { carrierId: null }), make(2)], { wantsLoad: true, carrier: 1 }, { carriers })
  expect(getConflicts(planned)).toEqual([['carrier-card-expired'], ['carrier-card-expired']])
  expect([planned.cells, planned.draws, planned.loads.loads]).toEqual([[], [], []])
})

test('one PRO for a load follows the loads', () => {
  const carriers = [{ ...fleet, proPolicy: 'per_load' as const }]
  const planned = load(makeMany(8), { wantsPro: true, sharesPro: true }, { carriers })
  const pros = planned.rows.map((row) => row.pro!.after)
  expect(new Set(pros).size).toBe(2)
  for (const each of planned.loads.loads)
    expect(new Set(each.shipmentIds.map((id) => pros[id - 1])).size).toBe(1)
})

test('over any shipments each is on one load at most, of its carrier and FC, and no load is over its caps unasked', () => {
  const target = fc.record({
    fc: fc.constantFrom('ONT8', 'LAX9', null),
    carrierId: fc.constantFrom(1, 3, null),
    palletCount: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
    isa: fc.constantFrom(null, null, 'A1'),
    etaOn: fc.constantFrom(null, '2026-11-28', '2026-11-20'),
    loadId: fc.constantFrom(null, null, 7),
  })
  fc.assert(
    fc.property(
      fc.array(target, { maxLength: 30 }),
      fc.constantFrom('keep' as const, 'replace' as const),
      fc.constantFrom('new-load' as const, 'move' as const),
      (values, kept, over) => {
        const targets = values.map((each, index) => make(index + 1, each))
        const onFile = values.filter((each) => each.loadId === 7).map((each) => each.palletCount ?? 0)
        const loads = [makeLoad({ maxPallets: null }, onFile)]
        const planned = load(targets, { resolutions: { 'load-kept': kept, 'load-over': over } }, { loads })
        const placed = planned.loads.loads.flatMap(({ shipmentIds }) => shipmentIds)
        expect(new Set(placed).size).toBe(placed.length)
        expect(new Set(planned.loads.loads.map(({ number }) => number)).size).toBe(planned.loads.loads.length)
        for (const each of planned.loads.loads) {
          for (const id of each.shipmentIds) {
            expect(targets[id - 1]!.shipment.fc).toBe(each.fc)
            expect(targets[id - 1]!.shipment.isa ?? each.isa).toBe(each.isa)
            expect(planned.rows[id - 1]!.load!.key).toBe(each.key)
          }
          expect(each.needsReason).toBe(false)
          if (!each.standing) expect(each.fill.pallets).toBeLessThanOrEqual(26)
        }
      },
    ),
  )
})

test('over any choices of crew and appointments nobody is in two places at once, and no load goes in the past', () => {
  const target = fc.record({
    fc: fc.constantFrom('ONT8', 'LAX9'),
    palletCount: fc.integer({ min: 1, max: 26 }),
    isa: fc.constantFrom(null, 'A1', 'B2'),
  })
  const chosen = fc.record({
    vehicleId: fc.constantFrom(null, 1, 2, 77),
    driverId: fc.constantFrom(null, 1, 2),
    isa: fc.constantFrom(null, 'C3'),
    appointmentAt: fc.constantFrom(null, '2026-11-27T10:00', '2026-11-27T13:00', '2026-11-20T10:00'),
  })
  const drivers = [driver, { ...driver, id: 2, name: '王师傅', cardUntil: '2026-11-01' }]
  const choice = fc.constantFrom('leave-blank' as const, 'swap' as const)
  fc.assert(
    fc.property(
      fc.array(target, { minLength: 1, maxLength: 12 }),
      fc.array(chosen, { minLength: 12, maxLength: 12 }),
      fc.constantFrom(null, 7),
      choice,
      choice,
      (values, crews, loadId, ofVehicles, ofDrivers) => {
        const targets = values.map((each, index) => make(index + 1, each))
        const loads = [makeLoad({ vehicleId: 1, driverId: 1 }, [4])]
        const around = { ...crew, drivers, loads }
        const proposed = load(targets, { loadId }, around).loads.loads
        const loadChoices = proposed.map(({ key }, index) => ({ key, ...crews[index % crews.length]! }))
        const resolutions = { 'vehicle-overlaps': ofVehicles, 'driver-overlaps': ofDrivers }
        const { loads: planned } = load(targets, { loadId, loadChoices, resolutions }, around)
        const fresh = planned.loads.filter((each) => !each.standing)
        for (const each of fresh) {
          expect(each.day >= '2026-11-27').toBe(true)
          expect([null, 1, 2]).toContain(each.vehicleId)
          expect([null, 1]).toContain(each.driverId)
          expect(each.needsReason).toBe(false)
        }
        for (const field of ['vehicleId', 'driverId'] as const) {
          const isGone = planned.takenOff.some((off) => off.field === field)
          const all = [...fresh, ...(isGone ? [] : loads)].filter((each) => each[field] !== null)
          for (const [index, one] of all.entries())
            for (const other of all.slice(index + 1))
              if (one[field] === other[field]) expect(isAtOnce(one, other)).toBe(false)
        }
      },
    ),
  )
})
