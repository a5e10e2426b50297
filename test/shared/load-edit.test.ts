import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeLoad, type LoadProblem, type LoadSurroundings } from '../../shared/domain/judge-load.ts'
import { planLoadEdit, type LoadEdit } from '../../shared/domain/load-edit.ts'
import { emptyFill, type Load } from '../../shared/domain/load.ts'
import { invertCells, type CellChange } from '../../shared/domain/patch.ts'
import { makeDriver, makeLoad, makeVehicle, surround } from '../support/load-case.ts'

const ours = makeLoad({
  isa: '5012345685',
  appointmentAt: '2026-11-27T10:00',
  departsAt: '2026-11-27T08:00',
  returnsAt: '2026-11-27T12:00',
})
const withIsa = { id: 11, isa: '5012345685', appointmentAt: '2026-11-27T10:00' }
const other = makeLoad({ id: 8, number: 'L261127-02', vehicleId: 1, driverId: 1 })

type Loaded = Parameters<typeof planLoadEdit>[2]

const edit = (
  load: Load,
  values: LoadEdit,
  around: Partial<LoadSurroundings> = {},
  shipments: Loaded = [withIsa],
) => planLoadEdit(load, values, shipments, surround(around))

/** What the fields of a row become. */
const after = (planned: ReturnType<typeof edit>, entity: CellChange['entity'] = 'load', id = 7) => {
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem))
  const cells = planned.value.filter((cell) => cell.entity === entity && cell.id === id)
  return Object.fromEntries(cells.map((cell) => [cell.field, cell.after]))
}
const refusal = (planned: ReturnType<typeof edit>) => (planned.ok ? null : planned.problem)

describe('a new appointment', () => {
  test('goes to the shipments that have the old one, not to one that has its own', () => {
    const own = { id: 12, isa: '5099999999', appointmentAt: null }
    const planned = edit(ours, { isa: '5012345777' }, {}, [withIsa, own])
    expect([after(planned), after(planned, 'shipment', 11), after(planned, 'shipment', 12)]).toEqual([
      { isa: '5012345777' },
      { isa: '5012345777' },
      {},
    ])
  })

  test('says the day, and truck and driver go along by as much', () =>
    expect(after(edit(ours, { appointmentAt: '2026-11-28T14:30' }))).toEqual({
      day: '2026-11-28',
      appointmentAt: '2026-11-28T14:30',
      departsAt: '2026-11-28T12:30',
      returnsAt: '2026-11-28T16:30',
    }))

  test('leaves the hours that are given with it', () =>
    expect(
      after(edit(ours, { appointmentAt: '2026-11-27T11:00', returnsAt: '2026-11-27T12:00' })),
    ).toMatchObject({ departsAt: '2026-11-27T09:00' }))

  test('does not say the day where a day is given', () =>
    expect(after(edit(ours, { appointmentAt: '2026-11-28T00:30', day: '2026-11-27' }))).not.toHaveProperty(
      'day',
    ))
})

test('another day without an appointment takes the hours along', () =>
  expect(after(edit({ ...ours, appointmentAt: null }, { day: '2026-11-30' }))).toEqual({
    day: '2026-11-30',
    departsAt: '2026-11-30T08:00',
    returnsAt: '2026-11-30T12:00',
  }))

describe('hours', () => {
  test('are both there or neither', () =>
    expect(refusal(edit(makeLoad(), { departsAt: '2026-11-27T08:00' }))).toEqual({
      kind: 'trip-order',
      departsAt: '2026-11-27T08:00',
      returnsAt: null,
    }))

  test('begin before they end', () =>
    expect(refusal(edit(ours, { returnsAt: '2026-11-27T07:00' }))).toMatchObject({ kind: 'trip-order' }))
})

describe('a vehicle or driver', () => {
  const around = { loads: [ours, other] }

  test('is not in two places at once', () => {
    expect(refusal(edit(ours, { vehicleId: 1 }, around))).toEqual({
      kind: 'load-at-once',
      what: 'vehicle',
      name: '粤B12345',
      number: 'L261127-02',
    })
    expect(refusal(edit(ours, { driverId: 1 }, around))).toMatchObject({ what: 'driver', name: '李师傅' })
  })

  test('may leave at the minute the other trip is back', () => {
    const early = { ...other, departsAt: '2026-11-27T05:00', returnsAt: '2026-11-27T08:00' }
    expect(after(edit(ours, { vehicleId: 1 }, { loads: [early] }))).toEqual({ vehicleId: 1 })
  })

  test('is in two places at once with a reason', () =>
    expect(after(edit(ours, { vehicleId: 1, reason: '同仓' }, around))).toEqual({
      vehicleId: 1,
      reason: '同仓',
    }))

  test('that is in two places already keeps nobody from changing something else', () =>
    expect(after(edit({ ...ours, vehicleId: 1 }, { maxPallets: 20 }, around))).toEqual({ maxPallets: 20 }))

  test('of another carrier is not taken', () =>
    expect(refusal(edit(ours, { vehicleId: 2 }))).toEqual({ kind: 'vehicle-unknown', name: '粤B22222' }))

  test('that is out of use is not taken, and stays where it was', () => {
    const vehicles = new Map([[1, makeVehicle({ isActive: false })]])
    expect(refusal(edit(ours, { vehicleId: 1 }, { vehicles }))).toMatchObject({ kind: 'vehicle-unknown' })
    expect(after(edit({ ...ours, vehicleId: 1 }, { maxKg: 900 }, { vehicles }))).toEqual({ maxKg: 900 })
  })

  test('whose card runs out before the day is refused, on its last day not', () => {
    const withCard = (cardUntil: string) => ({ drivers: new Map([[1, makeDriver({ cardUntil })]]) })
    expect(refusal(edit(ours, { driverId: 1 }, withCard('2026-11-26')))).toEqual({
      kind: 'load-card-expired',
      name: '李师傅',
      until: '2026-11-26',
    })
    expect(after(edit(ours, { driverId: 1 }, withCard('2026-11-27')))).toEqual({ driverId: 1 })
  })
})

const day = fc.constantFrom('2026-11-26', '2026-11-27', '2026-11-28')
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }))
  .map(([on, hour]) => `${on}T${String(hour).padStart(2, '0')}:00`)
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const crewId = orNull(fc.constantFrom(1, 3))
const isa = orNull(fc.constantFrom('5012345685', '5012345777'))

const load = fc
  .record({
    day,
    isa,
    appointmentAt: orNull(moment),
    trip: orNull(fc.tuple(moment, moment).map((pair) => pair.toSorted())),
    vehicleId: crewId,
    driverId: crewId,
    reason: orNull(fc.constant('同仓')),
  })
  .map(({ trip, ...values }) =>
    makeLoad({ ...values, departsAt: trip?.[0] ?? null, returnsAt: trip?.[1] ?? null }),
  )
const loadEdit = fc.record(
  {
    day,
    isa,
    appointmentAt: orNull(moment),
    departsAt: orNull(moment),
    returnsAt: orNull(moment),
    vehicleId: crewId,
    driverId: crewId,
    reason: orNull(fc.constant('两趟')),
    maxPallets: orNull(fc.integer({ min: 1, max: 30 })),
  },
  { requiredKeys: [] },
)
const shipments = fc
  .array(fc.record({ isa, appointmentAt: orNull(moment) }), { maxLength: 4 })
  .map((rows) => rows.map((row, index) => ({ id: index + 11, ...row })))
const situation = fc.record({ load, loadEdit, shipments, others: fc.array(load, { maxLength: 3 }) })

const everyone = {
  vehicles: new Map([1, 3].map((id) => [id, makeVehicle({ id, plate: `粤B0000${id}` })])),
  drivers: new Map([1, 3].map((id) => [id, makeDriver({ id, name: `司机${id}` })])),
}
const place = (others: readonly Load[]) =>
  others.map((each, index) => ({ ...each, id: index + 20, number: `L261127-${index + 20}` }))

/** The row with its cells written, each only where `before` stands. */
function write<T extends { id: number }>(
  entity: CellChange['entity'],
  row: T,
  cells: readonly CellChange[],
): T {
  const written = { ...row } as T & Record<string, unknown>
  for (const cell of cells) {
    if (cell.entity !== entity || cell.id !== row.id) continue
    expect(written[cell.field]).toBe(cell.before)
    Object.assign(written, { [cell.field]: cell.after })
  }
  return written
}

test('whatever is edited: what was named stands, trips keep their order, and the inverse brings all back', () => {
  fc.assert(
    fc.property(situation, ({ load: before, loadEdit: wanted, shipments: rows, others }) => {
      const planned = planLoadEdit(before, wanted, rows, surround({ ...everyone, loads: place(others) }))
      if (!planned.ok) return
      const written = write('load', before, planned.value)
      expect(written).toMatchObject(wanted)
      expect(written.departsAt === null).toBe(written.returnsAt === null)
      expect((written.departsAt ?? '') <= (written.returnsAt ?? '')).toBe(true)
      expect(write('load', written, invertCells(planned.value))).toEqual(before)
      for (const row of rows) {
        const changed = write('shipment', row, planned.value)
        for (const field of ['isa', 'appointmentAt'] as const)
          expect(changed[field]).toBe(row[field] === before[field] ? written[field] : row[field])
      }
    }),
  )
})

const isOverlap = ({ kind }: LoadProblem) => kind === 'vehicle-at-once' || kind === 'driver-at-once'

test('without a reason of its own no edit ever puts a vehicle or driver in one more place at once', () => {
  fc.assert(
    fc.property(situation, ({ load: before, loadEdit: wanted, others }) => {
      const around = surround({ ...everyone, loads: place(others) })
      const planned = planLoadEdit(before, wanted, [], around)
      if (!planned.ok) return
      const written = write('load', before, planned.value)
      if (wanted.reason != null) return
      const overlaps = (each: Load) =>
        judgeLoad({ ...each, fill: emptyFill }, [], around)
          .filter(isOverlap)
          .map((problem) => ({ ...problem, isLetThrough: false }))
      const known = overlaps(before)
      for (const overlap of overlaps(written)) expect(known).toContainEqual(overlap)
    }),
    { numRuns: 500 },
  )
})
