import type { LoadSurroundings } from '../../shared/domain/judge-load.ts'
import { noCaps, type Driver, type Load, type Vehicle } from '../../shared/domain/load.ts'

export const makeLoad = (values: Partial<Load> = {}): Load => ({
  id: 7,
  number: 'L261127-01',
  carrierId: 1,
  fc: 'ONT8',
  day: '2026-11-27',
  isa: null,
  appointmentAt: null,
  departsAt: null,
  returnsAt: null,
  vehicleId: null,
  driverId: null,
  maxPallets: 26,
  maxBoxes: null,
  maxKg: null,
  reason: null,
  ...values,
})

export const makeVehicle = (values: Partial<Vehicle> = {}): Vehicle => ({
  id: 1,
  carrierId: 1,
  plate: '粤B12345',
  isActive: true,
  ...noCaps,
  ...values,
})

export const makeDriver = (values: Partial<Driver> = {}): Driver => ({
  id: 1,
  carrierId: 1,
  name: '李师傅',
  phone: null,
  cardUntil: null,
  isActive: true,
  ...values,
})

/** A vehicle and a driver of carrier 1, and a vehicle of carrier 2. */
export const surround = (values: Partial<LoadSurroundings> = {}): LoadSurroundings => ({
  carriers: new Map(),
  vehicles: new Map([
    [1, makeVehicle()],
    [2, makeVehicle({ id: 2, carrierId: 2, plate: '粤B22222' })],
  ]),
  drivers: new Map([[1, makeDriver()]]),
  loads: [],
  ...values,
})
