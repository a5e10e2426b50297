import { describe, expect, test } from 'vitest'
import { type LoadDraft, readLoad, startLoad } from '../../../renderer/loads/load-draft.ts'
import type { LoadView } from '../../../shared/contract/outputs.ts'
import { makeDriverView, makeLoadView, makeVehicleView } from './make-load-view.ts'

const today = '2026-11-27'
const crew = {
  vehicles: [
    makeVehicleView(),
    makeVehicleView({ id: 2, carrierId: 2, plate: '粤B22222' }),
    makeVehicleView({ id: 3, plate: '粤B33333', isActive: false }),
  ],
  drivers: [makeDriverView()],
}
const booked = makeLoadView({
  isa: '5012345685',
  appointmentAt: '2026-11-27T10:00',
  departsAt: '2026-11-27T08:00',
  returnsAt: '2026-11-27T12:00',
})

const read = (load: LoadView, typed: Partial<LoadDraft> = {}) =>
  readLoad({ ...startLoad(load), ...typed }, load, crew, today)
const getWrong = (typed: Partial<LoadDraft>) => {
  const { edit, wrong } = read(booked, typed)
  expect(edit).toBeNull()
  return [...wrong]
}

test('a form nobody typed in changes nothing', () => {
  expect(read(booked).edit).toEqual({})
  expect(read(makeLoadView({ vehicleId: 3, vehicle: '粤B33333', reason: '同仓' })).edit).toEqual({})
})

test('a load on another day than its appointment stays there when something else is changed', () => {
  const atMidnight = { ...booked, day: '2026-11-26' }
  expect(read(atMidnight, { maxKg: '900.5' }).edit).toEqual({ maxKg: 900.5 })
})

test('what is typed is read, and only that is sent', () => {
  const typed = {
    vehicle: ' 粤b12345 ',
    driver: '李师傅',
    isa: '5012345777',
    maxPallets: '',
    reason: ' 同仓 ',
  }
  expect(read(booked, typed).edit).toEqual({
    vehicleId: 1,
    driverId: 1,
    isa: '5012345777',
    maxPallets: null,
    reason: '同仓',
  })
  expect(read({ ...booked, vehicleId: 1, vehicle: '粤B12345' }, { vehicle: '' }).edit).toEqual({
    vehicleId: null,
  })
})

describe('an appointment', () => {
  test('is typed short; the hours go along and are shown, not sent', () => {
    expect(read(booked, { appointment: '28 14:30' })).toMatchObject({
      edit: { appointmentAt: '2026-11-28T14:30', day: '2026-11-28' },
      departsAt: '2026-11-28T12:30',
      returnsAt: '2026-11-28T16:30',
    })
    expect(read(booked, { appointment: '28 14:30' }).edit).not.toHaveProperty('departsAt')
  })

  test('as a time alone is on the day of the load', () =>
    expect(read(makeLoadView(), { appointment: '9:15' }).edit).toEqual({ appointmentAt: '2026-11-27T09:15' }))

  test('hours typed beside it stand, as times on its day', () =>
    expect(read(booked, { appointment: '28 14:30', leaves: '12:00' })).toMatchObject({
      edit: { departsAt: '2026-11-28T12:00' },
      returnsAt: '2026-11-28T16:30',
    }))

  test('hours typed back to what they were before it moved are sent', () =>
    expect(read(booked, { appointment: '27 11:00', leaves: '08:00' }).edit).toMatchObject({
      departsAt: '2026-11-27T08:00',
    }))

  test('is taken off by a blank; the day stays and can be typed then', () => {
    expect(read(booked, { appointment: '', isa: '' }).edit).toEqual({ appointmentAt: null, isa: null })
    expect(read(booked, { appointment: '', day: '29' }).edit).toEqual({
      appointmentAt: null,
      day: '2026-11-29',
    })
  })
})

test('a field that cannot be read is named, and nothing is saved', () => {
  expect(getWrong({ vehicle: '粤B22222' })).toEqual(['vehicle'])
  expect(getWrong({ vehicle: '粤B33333' })).toEqual(['vehicle'])
  expect(getWrong({ driver: '王师傅' })).toEqual(['driver'])
  expect(getWrong({ isa: 'ISA 5' })).toEqual(['isa'])
  expect(getWrong({ appointment: 'soon' })).toContain('appointment')
  expect(getWrong({ appointment: '', day: '' })).toEqual(['day'])
  expect(getWrong({ leaves: '8' })).toEqual(['leaves'])
  expect(getWrong({ back: '25:00' })).toEqual(['back'])
  expect(getWrong({ maxPallets: '0' })).toEqual([])
})
