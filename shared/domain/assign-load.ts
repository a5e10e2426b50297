import { groupForLoads, type LoadGroup, type LoadRequest } from './assign-load-group.ts'
import { manLoads } from './assign-load-crew.ts'
import { meet, type AssignDesk, type LoadChoice, type PlannedLoad, type TakenOff } from './assign-row.ts'
import {
  addToFill,
  createLoadNumbers,
  emptyFill,
  fits,
  getLowerCaps,
  getTripAround,
  noCaps,
  takeFromFill,
  type LoadCaps,
  type ShipmentSize,
} from './load.ts'
import { packLoads, type Bin } from './load-packing.ts'

export interface LoadPlan {
  loads: PlannedLoad[]
  takenOff: TakenOff[]
}

/**
 * Puts shipments onto as few loads as it can: a load goes from one carrier to one FC on one day, and under one appointment.
 * Loads on file that go there are filled up first.
 */
export function giveLoads(requests: readonly LoadRequest[], desk: AssignDesk): LoadPlan {
  const getNumber = createLoadNumbers(desk.context.loads.map((load) => load.number))
  const groups = groupForLoads(requests, { ...desk, context: withoutMoving(requests, desk) })
  const loads = groups.flatMap((group) => loadGroup(group, desk, getNumber))
  const takenOff = manLoads(loads, new Map(requests.map(({ row }) => [row.id, row])), desk)
  return { loads, takenOff }
}

/** What is put anew takes no room where it was. */
function withoutMoving(requests: readonly LoadRequest[], { context }: AssignDesk): AssignDesk['context'] {
  const moving = requests.filter(({ target }) => target.shipment.loadId !== null)
  if (moving.length === 0) return context
  const byLoad = Map.groupBy(moving, ({ target }) => target.shipment.loadId)
  return {
    ...context,
    loads: context.loads.map((load) => ({
      ...load,
      fill: (byLoad.get(load.id) ?? []).map(getSize).reduce(takeFromFill, load.fill),
    })),
  }
}

const getSize = ({ target: { shipment, boxes } }: LoadRequest): ShipmentSize => ({
  pallets: shipment.palletCount,
  boxes,
  kg: shipment.grossWeightKg,
})

interface Places {
  bins: readonly Bin[]
  getNewCaps: (n: number) => LoadCaps
}

function loadGroup(group: LoadGroup, desk: AssignDesk, getNumber: (day: string) => string): PlannedLoad[] {
  const choices = new Map(desk.choice.loadChoices.map((each) => [each.key, each]))
  const getChoice = (place: number) => choices.get(getKey(group, place))
  const { caps } = desk.choice
  const places: Places = {
    bins: group.standing.map((load) => ({
      fill: load.fill,
      caps: getLowerCaps(load, getVehicleCaps(load.vehicleId, desk)),
    })),
    getNewCaps: (n) =>
      getLowerCaps(caps, getVehicleCaps(getChoice(group.standing.length + n)?.vehicleId, desk)),
  }
  const placed = placeRequests(group, places, desk)
  const byPlace = Map.groupBy(placed, ({ place }) => place)
  return [...byPlace.keys()]
    .toSorted((a, b) => a - b)
    .map((place) =>
      planLoad(
        group,
        place,
        byPlace.get(place)!.map(({ request }) => request),
        getChoice(place),
        desk,
        getNumber,
      ),
    )
}

interface Placed {
  request: LoadRequest
  place: number
}

/** Decides what is done where not all fits onto the first load; what is too big for any load goes only on purpose. */
function placeRequests(group: LoadGroup, places: Places, desk: AssignDesk): Placed[] {
  const { caps } = desk.choice
  const inRoom: LoadRequest[] = []
  const alone: LoadRequest[] = []
  for (const request of group.requests) {
    if (fits(addToFill(emptyFill, getSize(request)), caps)) inRoom.push(request)
    else if (meet(request.row, 'load-too-big', desk) === 'allow') alone.push(request)
  }
  const packed = pack(inRoom, places, caps)
  const isOver = new Set(packed.map(({ place }) => place)).size > 1
  if (isOver) for (const { row } of inRoom) meet(row, 'load-over', desk)
  const placed = isOver ? placeByChoice(inRoom, packed, places, desk) : packed
  const next = Math.max(places.bins.length - 1, ...placed.map(({ place }) => place)) + 1
  return [...placed, ...alone.map((request, index) => ({ request, place: next + index }))]
}

/** Allowed ones go on the first load over its caps, moved ones on those behind it. */
function placeByChoice(
  requests: readonly LoadRequest[],
  packed: readonly Placed[],
  places: Places,
  desk: AssignDesk,
): readonly Placed[] {
  const { caps } = desk.choice
  const by = Map.groupBy(requests, ({ row }) => desk.resolve('load-over', row.id))
  const [moved, allowed] = [by.get('move') ?? [], by.get('allow') ?? []]
  if (moved.length + allowed.length === 0 || moved.length === requests.length) return packed
  const kept = pack(by.get('new-load') ?? [], places, caps)
  const getCaps = (place: number) => places.bins[place]?.caps ?? places.getNewCaps(place - places.bins.length)
  const last = Math.max(places.bins.length - 1, 0, ...kept.map(({ place }) => place))
  const bins = Array.from({ length: last }, (_, index): Bin => {
    const onIt = kept.filter(({ place }) => place === index + 1).map(({ request }) => getSize(request))
    const fill = onIt.reduce(addToFill, places.bins[index + 1]?.fill ?? emptyFill)
    return { fill, caps: getCaps(index + 1) }
  })
  const behind = pack(moved, { bins, getNewCaps: (n) => getCaps(last + 1 + n) }, caps)
  return [
    ...kept,
    ...allowed.map((request) => ({ request, place: 0 })),
    ...behind.map(({ request, place }) => ({ request, place: place + 1 })),
  ]
}

function pack(requests: readonly LoadRequest[], places: Places, usualCaps: LoadCaps): Placed[] {
  const packed = packLoads(requests.map(getSize), { ...places, usualCaps })
  return requests.map((request, index) => ({ request, place: packed[index]! }))
}

function planLoad(
  group: LoadGroup,
  place: number,
  requests: readonly LoadRequest[],
  chosen: LoadChoice | undefined,
  desk: AssignDesk,
  getNumber: (day: string) => string,
): PlannedLoad {
  const { choice } = desk
  const standing = group.standing[place] ?? null
  const key = getKey(group, place)
  for (const { row, target } of requests) row.load = { before: target.shipment.loadId, key }
  const ownCaps = standing ?? choice.caps
  const vehicleId = standing?.vehicleId ?? chosen?.vehicleId ?? null
  const caps = getLowerCaps(ownCaps, getVehicleCaps(vehicleId, desk))
  const fill = requests.map(getSize).reduce(addToFill, standing?.fill ?? emptyFill)
  // What does not fit onto a load under an appointment is not under it, unless its own sheet says so.
  const isBooked = requests.some(({ target }) => target.shipment.isa ?? target.shipment.appointmentAt)
  const { isa, appointmentAt: time } = isBooked ? group : { isa: null, appointmentAt: null }
  const appointmentAt = standing?.appointmentAt ?? time ?? chosen?.appointmentAt ?? null
  // An appointment that was chosen says the day too.
  const day = standing?.day ?? appointmentAt?.slice(0, 10) ?? group.day
  return {
    key,
    standing,
    number: standing?.number ?? getNumber(day),
    carrierId: group.carrierId,
    fc: group.fc,
    day,
    isa: standing?.isa ?? isa ?? chosen?.isa ?? null,
    appointmentAt,
    ...(standing
      ? { departsAt: standing.departsAt, returnsAt: standing.returnsAt }
      : getTripAround(appointmentAt, choice.tripHours)),
    vehicleId,
    driverId: standing?.driverId ?? chosen?.driverId ?? null,
    maxPallets: ownCaps.maxPallets,
    maxBoxes: ownCaps.maxBoxes,
    maxKg: ownCaps.maxKg,
    shipmentIds: requests.map(({ row }) => row.id),
    fill,
    needsReason: !fits(fill, caps),
  }
}

const getVehicleCaps = (id: number | null | undefined, { context }: AssignDesk): LoadCaps =>
  context.vehicles.find((vehicle) => vehicle.id === id) ?? noCaps

const getKey = ({ key, standing }: LoadGroup, place: number): string =>
  standing[place] ? `load ${standing[place].id}` : `${key} ${place - standing.length + 1}`
