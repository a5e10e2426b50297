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
  /** Its sheets say no day: it goes today. */
  isDayAssumed: boolean
  key: string
  carrierId: number
  fc: string
  day: Day
  isa: string | null
  appointmentAt: Moment | null
  requests: LoadRequest[]
  /** It is the load that was asked for. */
  isAskedFor: boolean
  /** Loads on file that they may go on. */
  standing: StandingLoad[]
}

/** The day a truck goes: by appointment, else by ETA, which may be past, else today. */
export function getLoadDay({ shipment }: Pick<AssignTarget, 'shipment'>, today: Day): Day {
  const day = shipment.appointmentAt?.slice(0, 10) ?? shipment.etaOn ?? today
  return day < today ? today : day
}

export function groupForLoads(
  requests: readonly LoadRequest[],
  onFile: readonly StandingLoad[],
  desk: AssignDesk,
): LoadGroup[] {
  const groups = new Map<string, LoadGroup>()
  const wanted = onFile.find((load) => load.id === desk.choice.loadId)
  const others = onFile.filter((load) => load !== wanted && load.day >= desk.context.today)
  const byWay = Map.groupBy(others, getWay)
  for (const request of requests) {
    const load = wanted && joins(request, wanted, desk) ? wanted : null
    const group = load ? toLoad(load) : toNewGroup(request, byWay, desk)
    if (!group) continue
    const known = groups.get(group.key) ?? group
    groups.set(group.key, known)
    known.isDayAssumed &&= group.isDayAssumed
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
  const { fc, isa, appointmentAt, etaOn } = target.shipment
  const isOtherTime = appointmentAt !== null && appointmentAt !== load.appointmentAt
  if (load.day < desk.context.today) meet(row, 'load-past', desk)
  else if (fc !== null && fc !== load.fc) meet(row, 'load-fc-differs', desk)
  else if (carrier.id !== load.carrierId) meet(row, 'load-carrier-differs', desk)
  else if ((isa !== null && isa !== load.isa) || isOtherTime) meet(row, 'load-appointment-differs', desk)
  else {
    if (etaOn !== null && load.day < etaOn) meet(row, 'appointment-before-eta', desk)
    return fc !== null
  }
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
  isDayAssumed: false,
  isAskedFor: true,
  standing: [load],
})

/** Where a load goes and when: what goes the same way may go on it. An appointment says more than a day. */
function getWay({
  carrierId,
  fc,
  day,
  isa,
  appointmentAt,
}: Pick<StandingLoad, 'carrierId' | 'fc' | 'day' | 'isa' | 'appointmentAt'>): string {
  return [carrierId, fc, isa ?? `${day} ${appointmentAt ?? ''}`].join(' ').trimEnd()
}

/** Loads on file are filled up where they go the same way. */
function toNewGroup(
  { target, carrier, row }: LoadRequest,
  byWay: ReadonlyMap<string, StandingLoad[]>,
  desk: AssignDesk,
): LoadGroup | null {
  const { fc, isa, appointmentAt } = target.shipment
  if (fc === null) {
    meet(row, 'load-needs-fc', desk)
    return null
  }
  const way = {
    carrierId: carrier.id,
    fc,
    day: getLoadDay(target, desk.context.today),
    isa,
    appointmentAt,
  }
  const key = getWay(way)
  const isDayAssumed = appointmentAt === null && target.shipment.etaOn === null
  return { key, ...way, requests: [], isDayAssumed, isAskedFor: false, standing: byWay.get(key) ?? [] }
}
