import { countDays, type Day } from './calendar-day.ts'
import type { LoadSurroundings } from './judge-load.ts'
import { addMinutes, isAtOnce, isCardExpired, type Load } from './load.ts'
import { diffFields, type CellChange } from './patch.ts'
import type { Shipment } from './shipment.ts'
import { fail, ok, type Result } from '../result.ts'

export type LoadEdit = { [K in keyof Omit<Load, 'id' | 'number' | 'carrierId' | 'fc'>]?: Load[K] | undefined }

export type LoadEditProblem =
  | { kind: 'load-at-once'; what: 'vehicle' | 'driver'; name: string; number: string }
  | { kind: 'load-card-expired'; name: string; until: Day }
  | { kind: 'vehicle-unknown'; name: string }
  | { kind: 'driver-unknown'; name: string }
  | { kind: 'trip-order'; departsAt: string | null; returnsAt: string | null }

type Loaded = Pick<Shipment, 'id' | 'isa' | 'appointmentAt'>

/** Truck and driver go along with a new appointment, or with a new day, by as much. */
export function moveTrip(
  before: Pick<Load, 'day' | 'appointmentAt' | 'departsAt' | 'returnsAt'>,
  { day, appointmentAt }: Pick<Load, 'day' | 'appointmentAt'>,
): Pick<Load, 'departsAt' | 'returnsAt'> {
  const { departsAt, returnsAt } = before
  const isTimed = before.appointmentAt !== null && appointmentAt !== null
  const minutes = isTimed
    ? (Date.parse(`${appointmentAt}:00Z`) - Date.parse(`${before.appointmentAt}:00Z`)) / 60_000
    : countDays(before.day, day) * 24 * 60
  return {
    departsAt: departsAt && addMinutes(departsAt, minutes),
    returnsAt: returnsAt && addMinutes(returnsAt, minutes),
  }
}

/**
 * Changes a load on file. Shipments that have its appointment get the new one; another of their own they keep. Nobody is put in
 * two places at once without a reason.
 */
export function planLoadEdit(
  load: Load,
  edit: LoadEdit,
  shipments: readonly Loaded[],
  surroundings: LoadSurroundings,
): Result<CellChange[], LoadEditProblem> {
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  const after: Load = { ...load, ...given }
  // A new appointment says the day, where nobody says another.
  if (edit.day === undefined && edit.appointmentAt) after.day = edit.appointmentAt.slice(0, 10)
  const moved = moveTrip(load, after)
  if (edit.departsAt === undefined) after.departsAt = moved.departsAt
  if (edit.returnsAt === undefined) after.returnsAt = moved.returnsAt
  const { departsAt, returnsAt } = after
  if ((departsAt === null) !== (returnsAt === null) || (departsAt ?? '') > (returnsAt ?? ''))
    return fail({ kind: 'trip-order', departsAt, returnsAt })
  const refusal = checkCrew(load, after, edit.reason != null, surroundings)
  if (refusal) return fail(refusal)
  const cells = diffFields('load', load, after)
  for (const shipment of shipments)
    for (const field of ['isa', 'appointmentAt'] as const)
      if (after[field] !== load[field] && shipment[field] === load[field])
        cells.push(...diffFields('shipment', shipment, { [field]: after[field] }))
  return ok(cells)
}

function checkCrew(
  before: Load,
  after: Load,
  hasReason: boolean,
  { vehicles, drivers, loads }: LoadSurroundings,
): LoadEditProblem | null {
  const vehicle = after.vehicleId === null ? null : vehicles.get(after.vehicleId)
  const driver = after.driverId === null ? null : drivers.get(after.driverId)
  // One that went out of use or to another carrier stays on the loads it was on.
  const isTaken = (each: { id: number; carrierId: number; isActive: boolean }, idBefore: number | null) =>
    each.id === idBefore || (each.carrierId === after.carrierId && each.isActive)
  if (vehicle === undefined || (vehicle && !isTaken(vehicle, before.vehicleId)))
    return { kind: 'vehicle-unknown', name: vehicle?.plate ?? String(after.vehicleId) }
  if (driver === undefined || (driver && !isTaken(driver, before.driverId)))
    return { kind: 'driver-unknown', name: driver?.name ?? String(after.driverId) }
  const isTripOther = after.day !== before.day || after.departsAt !== before.departsAt
  const isDriverOther = after.driverId !== before.driverId || isTripOther
  if (driver && isDriverOther && isCardExpired(driver.cardUntil, after.day))
    return { kind: 'load-card-expired', name: driver.name, until: driver.cardUntil! }
  // A reason of before was for something else.
  if (hasReason) return null
  const others = loads.filter((other) => other.id !== after.id && isAtOnce(other, after))
  const isVehicleOther =
    after.vehicleId !== before.vehicleId || isTripOther || after.returnsAt !== before.returnsAt
  const byVehicle = vehicle && isVehicleOther && others.find((other) => other.vehicleId === vehicle.id)
  if (byVehicle)
    return { kind: 'load-at-once', what: 'vehicle', name: vehicle.plate, number: byVehicle.number }
  const byDriver =
    driver &&
    (isDriverOther || after.returnsAt !== before.returnsAt) &&
    others.find((other) => other.driverId === driver.id)
  return byDriver
    ? { kind: 'load-at-once', what: 'driver', name: driver.name, number: byDriver.number }
    : null
}
