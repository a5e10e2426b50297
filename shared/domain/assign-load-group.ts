import { meet, type AssignDesk, type AssignRow, type AssignTarget, type StandingLoad } from './assign-row.ts'
import type { Day, Moment } from './calendar-day.ts'
import type { Carrier } from './carrier.ts'

/** A shipment that is to go on a load of its carrier. */
export interface LoadRequest {
  target: AssignTarget
  carrier: Carrier
  row: AssignRow
}

/** Shipments that one truck could take together. */
export interface LoadGroup {
  key: string
  carrierId: number
  fc: string
  day: Day
  isa: string | null
  appointmentAt: Moment | null
  requests: LoadRequest[]
  /** Loads on file that they may go on. */
  standing: StandingLoad[]
}

/** The day a truck goes: by appointment, else by ETA, which may be past, else today. */
export function getLoadDay({ shipment }: Pick<AssignTarget, 'shipment'>, today: Day): Day {
  const day = shipment.appointmentAt?.slice(0, 10) ?? shipment.etaOn ?? today
  return day < today ? today : day
}

export function groupForLoads(requests: readonly LoadRequest[], desk: AssignDesk): LoadGroup[] {
  const groups = new Map<string, LoadGroup>()
  const wanted = desk.context.loads.find((load) => load.id === desk.choice.loadId)
  for (const request of requests) {
    const load = wanted && joins(request, wanted, desk) ? wanted : null
    const group = load ? toLoad(load) : toNewGroup(request, desk)
    if (!group) continue
    const known = groups.get(group.key) ?? group
    groups.set(group.key, known)
    known.requests.push(request)
  }
  return [...groups.values()].map(setTime)
}

/** Of two times for one appointment nobody knows which is right. */
function setTime(group: LoadGroup): LoadGroup {
  const times = new Set(group.requests.map(({ target }) => target.shipment.appointmentAt))
  times.delete(null)
  const [time] = times
  if (group.isa === null || time === undefined || time === null) return group
  return { ...group, appointmentAt: times.size === 1 ? time : null, day: time.slice(0, 10) }
}

/** Whether it may go on the load that was asked for; why not is said, and it gets one of its own. */
function joins({ target, carrier, row }: LoadRequest, load: StandingLoad, desk: AssignDesk): boolean {
  const { fc, isa } = target.shipment
  if (fc !== null && fc !== load.fc) meet(row, 'load-fc-differs', desk)
  else if (carrier.id !== load.carrierId) meet(row, 'load-carrier-differs', desk)
  else if (isa !== null && isa !== load.isa) meet(row, 'load-appointment-differs', desk)
  else return fc !== null
  return false
}

const toLoad = (load: StandingLoad): LoadGroup => ({
  key: `load ${load.id}`,
  carrierId: load.carrierId,
  fc: load.fc,
  day: load.day,
  isa: load.isa,
  appointmentAt: load.appointmentAt,
  requests: [],
  standing: [load],
})

/** Loads on file are filled up where they go to the same FC on the day, under the same appointment or none as well. */
function toNewGroup({ target, carrier, row }: LoadRequest, desk: AssignDesk): LoadGroup | null {
  const { fc, isa, appointmentAt } = target.shipment
  if (fc === null) {
    meet(row, 'load-needs-fc', desk)
    return null
  }
  const day = getLoadDay(target, desk.context.today)
  const { id: carrierId } = carrier
  const standing = desk.context.loads.filter(
    (load) =>
      load.id !== desk.choice.loadId &&
      load.carrierId === carrierId &&
      load.fc === fc &&
      (isa === null
        ? load.isa === null && load.day === day && load.appointmentAt === appointmentAt
        : load.isa === isa),
  )
  const key = [carrierId, fc, isa ?? `${day} ${appointmentAt ?? ''}`].join(' ').trimEnd()
  return { key, carrierId, fc, day, isa, appointmentAt, requests: [], standing }
}
