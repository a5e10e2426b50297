import { manLoads } from './assign-load-crew.ts'
import { groupForLoads, type LoadRequest } from './assign-load-group.ts'
import { getSize } from './assign-load-place.ts'
import { loadGroup } from './assign-load-plan.ts'
import {
  meet,
  type AssignDesk,
  type AssignRow,
  type PlannedLoad,
  type StandingLoad,
  type TakenOff,
} from './assign-row.ts'
import { createLoadNumbers, isCardExpired, takeFromFill } from './load.ts'

export interface LoadPlan {
  loads: PlannedLoad[]
  takenOff: TakenOff[]
  /** Loads on file whose last shipment goes to another one: they are taken back. */
  emptied: StandingLoad[]
}

/**
 * Puts shipments onto as few loads as it can: a load goes from one carrier to one FC on one day, and under one appointment.
 * Loads on file that go there are filled up first.
 */
export function giveLoads(requests: readonly LoadRequest[], desk: AssignDesk): LoadPlan {
  const { context } = desk
  const getNumber = createLoadNumbers(context.loadNumbers)
  const onFile = withoutMoving(requests, context.loads)
  const groups = groupForLoads(requests, onFile, desk)
  const rows = new Map(requests.map(({ row }) => [row.id, row]))
  const loads = groups
    .flatMap((group) => loadGroup(group, desk, getNumber))
    .filter((load) => checkCard(load, rows, desk))
  const emptied = listEmptied(requests, onFile, loads)
  const takenOff = manLoads(loads, rows, { ...desk, context: { ...context, loads: leave(onFile, emptied) } })
  return { loads, takenOff, emptied }
}

/** What is put anew takes no room where it was. */
function withoutMoving(
  requests: readonly LoadRequest[],
  loads: readonly StandingLoad[],
): readonly StandingLoad[] {
  const moving = requests.filter(({ target }) => target.shipment.loadId !== null)
  if (moving.length === 0) return loads
  const byLoad = Map.groupBy(moving, ({ target }) => target.shipment.loadId)
  return loads.map((load) => ({
    ...load,
    fill: (byLoad.get(load.id) ?? []).map(getSize).reduce(takeFromFill, load.fill),
  }))
}

/** The carrier's card may run out before the day the truck goes: then it does not. */
function checkCard(load: PlannedLoad, rows: ReadonlyMap<number, AssignRow>, desk: AssignDesk): boolean {
  if (!isCardExpired(desk.carriers.get(load.carrierId)?.cardUntil ?? null, load.day)) return true
  for (const id of load.shipmentIds) {
    const row = rows.get(id)!
    row.load = null
    meet(row, 'carrier-card-expired', desk)
  }
  return false
}

function listEmptied(
  requests: readonly LoadRequest[],
  onFile: readonly StandingLoad[],
  loads: readonly PlannedLoad[],
): StandingLoad[] {
  const left = new Set(requests.flatMap(({ row }) => row.load?.before ?? []))
  const staying = requests.filter(({ row }) => row.load === null).map(({ target }) => target.shipment.loadId)
  const taken = new Set([...staying, ...loads.map((load) => load.standing?.id ?? null)])
  return onFile.filter((load) => left.has(load.id) && load.fill.shipments === 0 && !taken.has(load.id))
}

const leave = (loads: readonly StandingLoad[], out: readonly StandingLoad[]): readonly StandingLoad[] =>
  out.length === 0 ? loads : loads.filter((load) => !out.includes(load))
