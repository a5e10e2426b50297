import type { Carrier } from './carrier.ts'
import {
  fits,
  getLowerCaps,
  isAtOnce,
  isCardExpired,
  noCaps,
  type Driver,
  type Load,
  type LoadFill,
  type Vehicle,
} from './load.ts'
import type { Shipment } from './shipment.ts'

/** What speaks against a load as it stands; `let-through`: a reason is on file for it. */
export type LoadProblem =
  | { kind: 'over-caps'; isLetThrough: boolean }
  | { kind: 'vehicle-at-once' | 'driver-at-once'; number: string; isLetThrough: boolean }
  | { kind: 'same-appointment'; number: string }
  | { kind: 'other-fc' | 'other-carrier' | 'other-appointment' | 'id-not-valid'; fbaIds: string[] }
  | { kind: 'carrier-card-expired' | 'driver-card-expired'; until: string }

export type LoadedShipment = Pick<Shipment, 'fbaId' | 'fc' | 'carrierId' | 'isa' | 'appointmentAt'> & {
  isIdRefused: boolean
}

export interface LoadSurroundings {
  carriers: ReadonlyMap<number, Carrier>
  vehicles: ReadonlyMap<number, Vehicle>
  drivers: ReadonlyMap<number, Driver>
  /** At least those with its vehicle, its driver or its appointment. */
  loads: readonly Load[]
}

export function judgeLoad(
  load: Load & { fill: LoadFill },
  shipments: readonly LoadedShipment[],
  { carriers, vehicles, drivers, loads }: LoadSurroundings,
): LoadProblem[] {
  const problems: LoadProblem[] = []
  const isLetThrough = load.reason !== null
  const vehicle = load.vehicleId === null ? undefined : vehicles.get(load.vehicleId)
  const driver = load.driverId === null ? undefined : drivers.get(load.driverId)
  if (!fits(load.fill, getLowerCaps(load, vehicle ?? noCaps)))
    problems.push({ kind: 'over-caps', isLetThrough })
  for (const { kind, field } of crew)
    for (const other of load[field] === null ? [] : loads)
      if (other.id !== load.id && other[field] === load[field] && isAtOnce(load, other))
        problems.push({ kind, number: other.number, isLetThrough })
  for (const other of load.isa === null ? [] : loads)
    if (other.id !== load.id && other.isa === load.isa)
      problems.push({ kind: 'same-appointment', number: other.number })
  const name = (kind: (typeof shipmentTests)[number]['kind'], isWrong: (each: LoadedShipment) => boolean) => {
    const fbaIds = shipments.filter(isWrong).map(({ fbaId }) => fbaId)
    if (fbaIds.length > 0) problems.push({ kind, fbaIds })
  }
  for (const { kind, isWrong } of shipmentTests) name(kind, (each) => isWrong(each, load))
  const until = carriers.get(load.carrierId)?.cardUntil ?? null
  if (until !== null && isCardExpired(until, load.day)) problems.push({ kind: 'carrier-card-expired', until })
  if (driver?.cardUntil && isCardExpired(driver.cardUntil, load.day))
    problems.push({ kind: 'driver-card-expired', until: driver.cardUntil })
  return problems
}

const crew = [
  { kind: 'vehicle-at-once', field: 'vehicleId' },
  { kind: 'driver-at-once', field: 'driverId' },
] as const

const shipmentTests = [
  { kind: 'other-fc', isWrong: ({ fc }: LoadedShipment, load: Load) => fc !== load.fc },
  {
    kind: 'other-carrier',
    isWrong: ({ carrierId }: LoadedShipment, load: Load) => carrierId !== load.carrierId,
  },
  {
    kind: 'other-appointment',
    isWrong: ({ isa, appointmentAt }: LoadedShipment, load: Load) =>
      isa !== load.isa || appointmentAt !== load.appointmentAt,
  },
  { kind: 'id-not-valid', isWrong: ({ isIdRefused }: LoadedShipment) => isIdRefused },
] as const

/** A problem nobody has let through. */
export const isOpenProblem = (problem: LoadProblem): boolean =>
  !('isLetThrough' in problem) || !problem.isLetThrough
