import { meet, type AssignDesk, type AssignRow, type PlannedLoad, type TakenOff } from './assign-row.ts'
import { isAtOnce, isCardExpired, type Load } from './load.ts'

type CrewField = TakenOff['field']

const overlapKinds = { vehicleId: 'vehicle-overlaps', driverId: 'driver-overlaps' } as const
const crewFields = Object.keys(overlapKinds) as CrewField[]

/**
 * Checks the vehicles and drivers that were chosen for new loads: nobody is in two places at once unless that is let through.
 * Answers what goes from loads on file to these.
 */
export function manLoads(
  loads: readonly PlannedLoad[],
  rows: ReadonlyMap<number, AssignRow>,
  desk: AssignDesk,
): TakenOff[] {
  const takenOff: TakenOff[] = []
  loads.forEach((load, index) => {
    if (load.standing) return
    const ownRows = load.shipmentIds.map((id) => rows.get(id)!)
    checkCrew(load, ownRows, desk)
    for (const field of crewFields) {
      if (load[field] === null) continue
      const isTaken = (other: Pick<Load, CrewField | 'day' | 'departsAt' | 'returnsAt'>) =>
        other[field] === load[field] && isAtOnce(other, load)
      const isGone = (id: number) => takenOff.some((each) => each.load.id === id && each.field === field)
      const onFile = desk.context.loads.filter((other) => !isGone(other.id) && isTaken(other))
      const planned = loads.slice(0, index).filter((other) => !other.standing && isTaken(other))
      if (onFile.length + planned.length === 0) continue
      const choices = ownRows.map((row) => meet(row, overlapKinds[field], desk))
      if (choices[0] === 'allow') load.needsReason = true
      else if (choices[0] === 'swap') {
        takenOff.push(...onFile.map((other) => ({ load: other, field })))
        for (const other of planned) other[field] = null
      } else load[field] = null
    }
  })
  return takenOff
}

/** Of another carrier, out of use or with an expired card: not taken, and that is said. */
function checkCrew(load: PlannedLoad, rows: readonly AssignRow[], desk: AssignDesk): void {
  const { vehicles, drivers } = desk.context
  const leaveOff = (field: CrewField, kind: 'crew-not-available' | 'driver-card-expired') => {
    for (const row of rows) meet(row, kind, desk)
    load[field] = null
  }
  const isOwn = (each: { carrierId: number; isActive: boolean } | undefined) =>
    each?.isActive === true && each.carrierId === load.carrierId
  const { vehicleId, driverId } = load
  if (vehicleId !== null && !isOwn(vehicles.find(({ id }) => id === vehicleId)))
    leaveOff('vehicleId', 'crew-not-available')
  if (driverId === null) return
  const driver = drivers.find(({ id }) => id === driverId)
  if (!isOwn(driver)) leaveOff('driverId', 'crew-not-available')
  else if (isCardExpired(driver!.cardUntil, load.day)) leaveOff('driverId', 'driver-card-expired')
}
