import { describe, expect, test } from 'vitest'
import { isOpenProblem, judgeLoad, type LoadedShipment } from '../../shared/domain/judge-load.ts'
import { addToFill, emptyFill, type Load } from '../../shared/domain/load.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import {
  describeCard,
  describeLoadProblem,
  formatFill,
  formatTrip,
} from '../../shared/words/describe-load.ts'
import { makeDriver, makeLoad, makeVehicle, surround } from '../support/load-case.ts'

const ours = makeLoad({ vehicleId: 1, driverId: 1 })
const on = (load: Load, pallets: number) => ({
  ...load,
  fill: addToFill(emptyFill, { pallets, boxes: 10, kg: 100 }),
})
const shipment = (values: Partial<LoadedShipment> = {}): LoadedShipment => ({
  fbaId: 'FBA19TB4K7Q2',
  fc: 'ONT8',
  carrierId: 1,
  isa: null,
  appointmentAt: null,
  isIdRefused: false,
  ...values,
})
const carrier = {
  id: 1,
  name: '自营车队',
  kind: 'own_fleet',
  scac: null,
  amazonName: 'OTHER',
  strategy: 'per_shipment',
  courier: null,
  proPolicy: 'per_shipment',
  cardUntil: null,
  isActive: true,
} as const

const judge = (load = on(ours, 20), shipments = [shipment()], around: Parameters<typeof surround>[0] = {}) =>
  judgeLoad(load, shipments, surround(around))

test('nothing speaks against a load that is as it should be', () => expect(judge()).toEqual([]))

describe('caps', () => {
  test('full is not over', () => expect(judge(on(ours, 26))).toEqual([]))

  test('over is said', () => {
    expect(judge(on(ours, 27))).toEqual([{ kind: 'over-caps', isLetThrough: false }])
  })

  test("the vehicle's hold where they are lower, the load's where these are", () => {
    const vehicles = (maxPallets: number) => ({ vehicles: new Map([[1, makeVehicle({ maxPallets })]]) })
    expect(judge(on(ours, 20), [], vehicles(18))).toMatchObject([{ kind: 'over-caps' }])
    expect(judge(on(ours, 27), [], vehicles(30))).toMatchObject([{ kind: 'over-caps' }])
  })
})

describe('who is on another load then', () => {
  const other = makeLoad({ id: 8, number: 'L261127-02', vehicleId: 1, driverId: 1 })
  test('is said of vehicle and driver, with the number of the other', () =>
    expect(judge(on(ours, 20), [], { loads: [ours, other] })).toEqual([
      { kind: 'vehicle-at-once', number: 'L261127-02', isLetThrough: false },
      { kind: 'driver-at-once', number: 'L261127-02', isLetThrough: false },
    ]))

  test('is nobody on another day', () =>
    expect(judge(on(ours, 20), [], { loads: [{ ...other, day: '2026-11-28' }] })).toEqual([]))

  test('two loads without a vehicle do not share one', () =>
    expect(judge(on(makeLoad(), 20), [], { loads: [{ ...other, vehicleId: null, driverId: null }] })).toEqual(
      [],
    ))
})

test('shipments of another FC, carrier or appointment and dead IDs are named', () =>
  expect(
    judge(on(ours, 20), [
      shipment({ fbaId: 'FBA1', fc: 'LAX9' }),
      shipment({ fbaId: 'FBA2', carrierId: 3 }),
      shipment({ fbaId: 'FBA3', isa: '5012345685' }),
      shipment({ fbaId: 'FBA4', isIdRefused: true }),
    ]),
  ).toEqual([
    { kind: 'other-fc', fbaIds: ['FBA1'] },
    { kind: 'other-carrier', fbaIds: ['FBA2'] },
    { kind: 'other-appointment', fbaIds: ['FBA3'] },
    { kind: 'id-not-valid', fbaIds: ['FBA4'] },
  ]))

test('a card is good to the end of its last day', () => {
  const withCards = (cardUntil: string) => ({
    carriers: new Map([[1, { ...carrier, cardUntil }]]),
    drivers: new Map([[1, makeDriver({ cardUntil })]]),
  })
  expect(judge(on(ours, 20), [], withCards('2026-11-27'))).toEqual([])
  expect(judge(on(ours, 20), [], withCards('2026-11-26'))).toEqual([
    { kind: 'carrier-card-expired', until: '2026-11-26' },
    { kind: 'driver-card-expired', until: '2026-11-26' },
  ])
})

test('a reason lets caps and overlaps through, and nothing else', () => {
  const other = makeLoad({ id: 8, number: 'L261127-02', vehicleId: 1 })
  const withReason = { ...ours, reason: '板很矮' }
  const problems = judge(on(withReason, 27), [shipment({ fc: 'LAX9' })], { loads: [other] })
  expect(problems.map((problem) => [problem.kind, isOpenProblem(problem)])).toEqual([
    ['over-caps', false],
    ['vehicle-at-once', false],
    ['other-fc', true],
  ])
  const said = problems.map((problem) => describeLoadProblem(problem, '板很矮', getTranslate('zh-CN')))
  expect(said).toEqual([
    '超过限额（已放行：板很矮）',
    '车辆与L261127-02重叠（已放行：板很矮）',
    '仓库不同：FBA19TB4K7Q2',
  ])
})

describe('in words', () => {
  test('more than three IDs are counted', () =>
    expect(
      describeLoadProblem(
        { kind: 'other-fc', fbaIds: ['FBA1', 'FBA2', 'FBA3', 'FBA4'] },
        null,
        getTranslate('en'),
      ),
    ).toBe('Another FC: FBA1, FBA2, FBA3 and others, 4 in all'))

  test('a sum says what it is of, and that it is at least so much where something has no size', () => {
    const known = on(ours, 26).fill
    const unknown = addToFill(known, { pallets: null, boxes: 5, kg: 0.04 })
    const caps = { maxPallets: 28, maxBoxes: null, maxKg: 19_500 }
    expect([
      formatFill('pallets', known, caps),
      formatFill('pallets', unknown, caps),
      formatFill('boxes', unknown, caps),
      formatFill('kg', unknown, caps),
    ]).toEqual(['26/28', '≥26/28', '15', '100/19500'])
  })

  test('hours on the day of the load stand without it', () =>
    expect([
      formatTrip({ ...ours, departsAt: '2026-11-27T08:00', returnsAt: '2026-11-27T12:00' }),
      formatTrip({ ...ours, departsAt: '2026-11-26T22:00', returnsAt: '2026-11-27T03:00' }),
      formatTrip(ours),
    ]).toEqual(['08:00–12:00', '11-26 22:00–03:00', '']))

  test('a card that has run out is said to have', () =>
    expect([
      describeCard('2026-11-26', '2026-11-27', getTranslate('en')),
      describeCard('2026-11-27', '2026-11-27', getTranslate('en')),
    ]).toEqual(['2026-11-26, run out', '2026-11-27']))
})
