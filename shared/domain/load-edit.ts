import type { Day } from './calendar-day.ts'
import type { LoadSurroundings } from './judge-load.ts'
import { isAtOnce, isCardExpired, type Load } from './load.ts'
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
  const { departsAt, returnsAt } = after
  if ((departsAt === null) !== (returnsAt === null) || (departsAt ?? '') > (returnsAt ?? ''))
    return fail({ kind: 'trip-order', departsAt, returnsAt })
  // A new appointment says the day, where nobody says another.
  if (edit.day === undefined && edit.appointmentAt) after.day = edit.appointmentAt.slice(0, 10)
  const refusal = checkCrew(load, after, surroundings)
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
  { vehicles, drivers, loads }: LoadSurroundings,
): LoadEditProblem | null {
  const vehicle = after.vehicleId === null ? null : vehicles.get(after.vehicleId)
  const driver = after.driverId === null ? null : drivers.get(after.driverId)
  if (vehicle === undefined || (vehicle && vehicle.carrierId !== after.carrierId))
    return { kind: 'vehicle-unknown', name: vehicle?.plate ?? String(after.vehicleId) }
  if (driver === undefined || (driver && driver.carrierId !== after.carrierId))
    return { kind: 'driver-unknown', name: driver?.name ?? String(after.driverId) }
  const isTripOther = after.day !== before.day || after.departsAt !== before.departsAt
  const isDriverOther = after.driverId !== before.driverId || isTripOther
  if (driver && isDriverOther && isCardExpired(driver.cardUntil, after.day))
    return { kind: 'load-card-expired', name: driver.name, until: driver.cardUntil! }
  if (after.reason !== null) return null
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
