import { describe, expect, test } from 'vitest'
import { nextOpId } from '../../support/engine-process.ts'
import { openLoadDesk } from '../../support/load-desk.ts'
import { ownFleet } from '../../support/sample-files.ts'

const undo = { opId: '' }
const withId = () => ({ ...undo, opId: nextOpId() })

describe('batch assign with loads', () => {
  test('shows the loads first and stores nothing, then stores exactly these, and reads them back', async () => {
    const desk = await openLoadDesk(5)
    const before = await desk.dump()
    const preview = await desk.preview()
    expect(preview.loads.map((load) => [load.isNew, load.fc, load.shipments, load.fill.pallets])).toEqual([
      [true, 'ONT8', 2, 20],
      [true, 'ONT8', 2, 20],
      [true, 'ONT8', 1, 10],
    ])
    expect(await desk.dump()).toBe(before)
    expect(await desk.apply()).toMatchObject({ shipments: 5, carriers: 5, pros: 5, loads: 3 })
    const loads = await desk.loads()
    expect(loads.map((load) => [load.number, load.fbaIds.length, load.problems])).toEqual(
      preview.loads.map((load) => [load.number, load.shipments, []]),
    )
    const rows = await desk.rows()
    expect(rows.map((row) => row.load)).toEqual(preview.rows.map((row) => row.load!.after))
    expect((await desk.call('history.list', {})).entries[0]).toMatchObject({ label: { loads: 3 } })
  })

  test('is one undo: the loads are gone and redo brings the same ones back', async () => {
    const desk = await openLoadDesk(3)
    const before = {
      rows: (await desk.rows()).map((row) => [row.carrier, row.load]),
      loads: await desk.loads(),
    }
    await desk.apply()
    const after = { rows: await desk.rows(), loads: await desk.loads() }
    await desk.call('history.undo', withId())
    expect({
      rows: (await desk.rows()).map((row) => [row.carrier, row.load]),
      loads: await desk.loads(),
    }).toEqual(before)
    await desk.call('history.redo', withId())
    expect({ rows: await desk.rows(), loads: await desk.loads() }).toEqual(after)
  })

  test('a second run fills up the loads that stand and keeps who is on one', async () => {
    const desk = await openLoadDesk(3)
    await desk.apply({ filter: { ids: [1] } })
    const second = await desk.apply()
    expect(second).toMatchObject({ loads: 2 })
    expect((await desk.loads()).map((load) => load.fbaIds.length)).toEqual([2, 1])
    expect(await desk.preview()).toMatchObject({ loads: [], kept: { loads: 3 } })
  })

  test('going over the caps wants a reason, which is kept with the load', async () => {
    const desk = await openLoadDesk(3)
    const options = { resolutions: { 'load-over': 'allow' } } as const
    expect(await desk.preview(options)).toMatchObject({ needsLoadReason: true, loads: [{ isOver: true }] })
    const before = await desk.dump()
    const refused = await desk.engine.call('assign.apply', {
      carrier: 'auto',
      blockId: null,
      wantsCarrier: true,
      wantsPro: true,
      wantsLoad: true,
      caps: { maxPallets: 26, maxBoxes: null, maxKg: null },
      filter: {},
      except: [],
      opId: nextOpId(),
      ...options,
    })
    expect(refused).toEqual({ ok: false, problem: { kind: 'load-reason-missing' } })
    expect(await desk.dump()).toBe(before)
    await desk.apply({ ...options, loadReason: '板很矮，叠放' })
    expect(await desk.loads()).toMatchObject([
      {
        reason: '板很矮，叠放',
        fill: { pallets: 30 },
        problems: [{ kind: 'over-caps', isLetThrough: true }],
      },
    ])
  })

  test('an appointment chosen for a load goes to its shipments', async () => {
    const desk = await openLoadDesk(1)
    const [load] = (await desk.preview()).loads
    await desk.apply({
      loadChoices: [
        { key: load!.key, vehicleId: 1, driverId: 1, isa: '5012345685', appointmentAt: '2026-12-01T10:00' },
      ],
    })
    expect(await desk.loads()).toMatchObject([
      {
        number: 'L261201-01',
        vehicle: '粤B12345',
        driver: '李师傅',
        isa: '5012345685',
        departsAt: '2026-12-01T08:00',
        returnsAt: '2026-12-01T12:00',
      },
    ])
    expect(await desk.rows()).toMatchObject([{ isa: '5012345685', appointmentAt: '2026-12-01T10:00' }])
  })

  test('an ID that was not found at Amazon is not booked', async () => {
    const desk = await openLoadDesk(2)
    const [row] = await desk.rows()
    await desk.call('shipment.verify', { opId: nextOpId(), fbaIds: [row!.fbaId], finding: 'not_found' })
    const preview = await desk.preview()
    expect(preview.conflicts).toContainEqual({ kind: 'load-id-not-valid', count: 1 })
    expect(preview.loads).toMatchObject([{ shipments: 1 }])
  })
})

test('boxes are found by the number of the load of their shipment', async () => {
  const desk = await openLoadDesk(3)
  await desk.apply()
  const [one, two] = await desk.loads()
  const find = async (search: string) => {
    const { rows } = await desk.call('box.page', { filter: { search }, offset: 0, limit: 100 })
    return [...new Set(rows.map(({ fbaId }) => fbaId))]
  }
  expect(await find(one!.number)).toEqual(one!.fbaIds)
  expect(await find(two!.number.toLowerCase())).toEqual(two!.fbaIds)
  await desk.call('load.remove', { opId: nextOpId(), id: one!.id })
  expect(await find(one!.number)).toEqual([])
})

describe('a load on file', () => {
  test('takes a vehicle, a driver and an appointment, which goes to its shipments', async () => {
    const desk = await openLoadDesk(2)
    await desk.apply()
    const [load] = await desk.loads()
    await desk.call('load.save', {
      opId: nextOpId(),
      id: load!.id,
      vehicleId: 1,
      isa: '5012345685',
      appointmentAt: '2026-12-01T10:00',
      departsAt: '2026-12-01T08:00',
      returnsAt: '2026-12-01T13:00',
    })
    expect(await desk.loads()).toMatchObject([{ vehicle: '粤B12345', day: '2026-12-01', problems: [] }])
    expect((await desk.rows()).map((row) => row.isa)).toEqual(['5012345685', '5012345685'])
  })

  test('does not take a vehicle that is on another load then, except with a reason', async () => {
    const desk = await openLoadDesk(3)
    await desk.apply()
    const [one, two] = await desk.loads()
    await desk.call('load.save', { opId: nextOpId(), id: one!.id, vehicleId: 1 })
    const wanted = { id: two!.id, vehicleId: 1 }
    expect(await desk.refused('load.save', { opId: nextOpId(), ...wanted })).toEqual({
      kind: 'load-at-once',
      what: 'vehicle',
      name: '粤B12345',
      number: one!.number,
    })
    await desk.call('load.save', { opId: nextOpId(), ...wanted, reason: '同仓两趟，上下午' })
    expect((await desk.loads()).map((load) => load.problems)).toEqual([
      [{ kind: 'vehicle-at-once', number: two!.number, isLetThrough: false }],
      [{ kind: 'vehicle-at-once', number: one!.number, isLetThrough: true }],
    ])
  })

  test('refuses a driver of another carrier, one whose card has run out, and half a trip', async () => {
    const desk = await openLoadDesk(1)
    await desk.apply()
    const [load] = await desk.loads()
    const driver = { name: '王师傅', phone: null, isActive: true }
    const partner = { ...ownFleet, name: '合作车队', kind: 'partner_fleet', scac: 'PART' } as const
    const { id: partnerId } = await desk.call('carrier.save', { opId: nextOpId(), ...partner })
    await desk.call('driver.save', { opId: nextOpId(), ...driver, carrierId: partnerId, cardUntil: null })
    await desk.call('driver.save', { opId: nextOpId(), ...driver, carrierId: 1, cardUntil: '2020-01-31' })
    const save = (values: object) => desk.refused('load.save', { opId: nextOpId(), id: load!.id, ...values })
    expect(await save({ driverId: 2 })).toEqual({ kind: 'driver-unknown', name: '王师傅' })
    expect(await save({ driverId: 3 })).toMatchObject({ kind: 'load-card-expired', until: '2020-01-31' })
    expect(await save({ departsAt: '2026-12-01T08:00' })).toMatchObject({ kind: 'trip-order' })
  })

  test('is taken back once, however often the same operation is asked for', async () => {
    const desk = await openLoadDesk(1)
    await desk.apply()
    const [load] = await desk.loads()
    const removal = { opId: nextOpId(), id: load!.id }
    expect(await desk.call('load.remove', removal)).toEqual({ shipments: 1 })
    expect(await desk.call('load.remove', removal)).toEqual({ shipments: 1 })
    expect(await desk.refused('load.remove', { ...removal, opId: nextOpId() })).toMatchObject({
      kind: 'load-unknown',
    })
  })

  test('that was taken back leaves its number to nobody else', async () => {
    const desk = await openLoadDesk(1)
    await desk.apply()
    const [load] = await desk.loads()
    await desk.call('load.remove', { opId: nextOpId(), id: load!.id })
    await desk.apply()
    const [next] = await desk.loads()
    expect(next!.number).not.toBe(load!.number)
  })

  test('under the appointment of another load says so', async () => {
    const desk = await openLoadDesk(3)
    await desk.apply()
    const [one, two] = await desk.loads()
    for (const load of [one!, two!])
      await desk.call('load.save', { opId: nextOpId(), id: load.id, isa: '5012345685' })
    expect((await desk.loads()).map((load) => load.problems)).toEqual([
      [{ kind: 'same-appointment', number: two!.number }],
      [{ kind: 'same-appointment', number: one!.number }],
    ])
  })

  test('is taken back with one undo, its shipments stand on none', async () => {
    const desk = await openLoadDesk(2)
    await desk.apply()
    const before = await desk.dump()
    const [load] = await desk.loads()
    expect(await desk.call('load.remove', { opId: nextOpId(), id: load!.id })).toEqual({ shipments: 2 })
    expect([await desk.loads(), (await desk.rows()).map((row) => row.load)]).toEqual([[], [null, null]])
    await desk.call('history.undo', withId())
    expect(await desk.dump()).toBe(before)
  })

  test('says what speaks against it after a shipment was changed', async () => {
    const desk = await openLoadDesk(2)
    await desk.apply()
    await desk.edit('fc', 'LAX9')
    const [first] = await desk.rows()
    expect(await desk.loads()).toMatchObject([{ problems: [{ kind: 'other-fc', fbaIds: [first!.fbaId] }] }])
  })
})

describe('the load column', () => {
  test('takes the number of a load, and blank takes off', async () => {
    const desk = await openLoadDesk(2)
    await desk.apply({ filter: { ids: [1] } })
    const [load] = await desk.loads()
    await desk.edit('load', '', load!.number.toLowerCase())
    expect((await desk.rows()).map((row) => row.load)).toEqual([null, load!.number])
  })

  test('refuses a load that is not there', async () => {
    const desk = await openLoadDesk(1)
    const edits = [{ id: 1, field: 'load' as const, text: 'L260101-09' }]
    expect(await desk.refused('shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })).toEqual({
      kind: 'load-unknown',
      number: 'L260101-09',
    })
  })

  test('a load number is found by the search', async () => {
    const desk = await openLoadDesk(2)
    await desk.apply({ filter: { ids: [2] } })
    const [load] = await desk.loads()
    const found = await desk.call('shipment.ids', { filter: { search: load!.number }, sort: null })
    expect(found.ids).toEqual([2])
  })
})

test('a plate is kept in capitals, stands once, and adding it can be undone', async () => {
  const desk = await openLoadDesk(1)
  await desk.call('vehicle.save', {
    opId: nextOpId(),
    carrierId: 1,
    plate: '粤B99999',
    maxPallets: 12,
    maxBoxes: null,
    maxKg: null,
    isActive: true,
  })
  expect(
    await desk.refused('vehicle.save', {
      opId: nextOpId(),
      carrierId: 1,
      plate: '粤b99999',
      maxPallets: 12,
      maxBoxes: null,
      maxKg: null,
      isActive: true,
    }),
  ).toEqual({ kind: 'name-taken', name: '粤B99999' })
  await desk.call('history.undo', withId())
  expect((await desk.call('vehicle.list', {})).vehicles.map((vehicle) => vehicle.plate)).toEqual(['粤B12345'])
})

test('a parcel courier has no vehicles and no drivers here', async () => {
  const desk = await openLoadDesk(1)
  const driver = { name: '王师傅', phone: null, cardUntil: null, isActive: true, carrierId: 2 }
  expect(await desk.refused('driver.save', { opId: nextOpId(), ...driver })).toEqual({
    kind: 'carrier-no-fleet',
    name: 'UPS',
  })
})
