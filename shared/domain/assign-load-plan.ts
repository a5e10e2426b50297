import type { LoadGroup, LoadRequest } from './assign-load-group.ts'
import { fitsAlone, getSize, placeRequests, type Places } from './assign-load-place.ts'
import { meet, type AssignDesk, type LoadChoice, type PlannedLoad } from './assign-row.ts'
import { addToFill, emptyFill, fits, getLowerCaps, getTripAround, noCaps, type LoadCaps } from './load.ts'

/** The loads of shipments that one truck could take together, in order. */
export function loadGroup(
  group: LoadGroup,
  desk: AssignDesk,
  getNumber: (day: string) => string,
): PlannedLoad[] {
  const choices = new Map(desk.choice.loadChoices.map((each) => [each.key, each]))
  const getChoice = (place: number) => choices.get(getKey(group, place))
  const { caps } = desk.choice
  const places: Places = {
    bins: group.standing.map((load) => ({
      fill: load.fill,
      caps: getLowerCaps(load, getVehicleCaps(load.vehicleId, desk)),
    })),
    getNewCaps(n) {
      const own = getLowerCaps(caps, getVehicleCaps(getChoice(group.standing.length + n)?.vehicleId, desk))
      // A vehicle that none of them fits into would leave its load empty; that is said below instead.
      return group.requests.some((request) => fitsAlone(request, own)) ? own : caps
    },
  }
  const byPlace = Map.groupBy(placeRequests(group, places, desk), ({ place }) => place)
  return [...byPlace.keys()]
    .toSorted((a, b) => a - b)
    .flatMap((place) => {
      const requests = byPlace.get(place)!.map(({ request }) => request)
      return group.standing[place]
        ? joinLoad(group, place, requests, desk)
        : [startLoad(group, place, requests, getChoice(place), desk, getNumber)]
    })
}

const getKey = ({ key, standing }: LoadGroup, place: number): string =>
  standing[place] ? `load ${standing[place].id}` : `${key} ${place - standing.length + 1}`

const getVehicleCaps = (id: number | null | undefined, { context }: AssignDesk): LoadCaps =>
  context.vehicles.find((vehicle) => vehicle.id === id) ?? noCaps

/** Those that come onto a load on file; who is on it already is no change. */
function joinLoad(
  group: LoadGroup,
  place: number,
  requests: readonly LoadRequest[],
  desk: AssignDesk,
): PlannedLoad[] {
  const standing = group.standing[place]!
  const key = getKey(group, place)
  const joining = requests.filter(({ target }) => target.shipment.loadId !== standing.id)
  for (const { row, target } of joining) row.load = { before: target.shipment.loadId, key }
  if (joining.length === 0) return []
  const fill = requests.map(getSize).reduce(addToFill, standing.fill)
  const caps = getLowerCaps(standing, getVehicleCaps(standing.vehicleId, desk))
  return [
    {
      ...standing,
      key,
      standing,
      shipmentIds: joining.map(({ row }) => row.id),
      fill,
      needsReason: !fits(fill, caps),
      isDayAssumed: false,
    },
  ]
}

function startLoad(
  group: LoadGroup,
  place: number,
  requests: readonly LoadRequest[],
  chosen: LoadChoice | undefined,
  desk: AssignDesk,
  getNumber: (day: string) => string,
): PlannedLoad {
  const { caps, tripHours } = desk.choice
  const key = getKey(group, place)
  const rows = requests.map(({ row }) => row)
  for (const { row, target } of requests) row.load = { before: target.shipment.loadId, key }
  const fill = requests.map(getSize).reduce(addToFill, emptyFill)
  // What does not fit onto a load under an appointment is not under it, unless its own sheet says so.
  const isBooked = requests.some(({ target }) => target.shipment.isa ?? target.shipment.appointmentAt)
  const { isa, appointmentAt: time } = isBooked ? group : { isa: null, appointmentAt: null }
  const wanted = time ?? chosen?.appointmentAt ?? null
  const isPast = wanted !== null && wanted.slice(0, 10) < desk.context.today
  if (isPast) for (const row of rows) meet(row, 'load-appointment-past', desk)
  const appointmentAt = isPast ? null : wanted
  // An appointment that was chosen says the day too.
  const day = appointmentAt?.slice(0, 10) ?? group.day
  for (const { row, target } of requests)
    if (target.shipment.etaOn !== null && day < target.shipment.etaOn)
      meet(row, 'appointment-before-eta', desk)
  const vehicle = settleVehicle(chosen?.vehicleId ?? null, fill, rows, desk)
  return {
    key,
    standing: null,
    number: getNumber(day),
    carrierId: group.carrierId,
    fc: group.fc,
    day,
    isa: isa ?? chosen?.isa ?? null,
    appointmentAt,
    ...getTripAround(appointmentAt, tripHours),
    vehicleId: vehicle.id,
    driverId: chosen?.driverId ?? null,
    ...caps,
    shipmentIds: rows.map((row) => row.id),
    fill,
    needsReason: !fits(fill, caps) || vehicle.isOver,
    isDayAssumed: group.isDayAssumed && appointmentAt === null,
  }
}

/** A vehicle too small for its load is left off, or taken on purpose. */
function settleVehicle(
  id: number | null,
  fill: PlannedLoad['fill'],
  rows: readonly LoadRequest['row'][],
  desk: AssignDesk,
): { id: number | null; isOver: boolean } {
  if (fits(fill, getVehicleCaps(id, desk))) return { id, isOver: false }
  const choices = rows.map((row) => meet(row, 'vehicle-too-small', desk))
  return choices[0] === 'allow' ? { id, isOver: true } : { id: null, isOver: false }
}
