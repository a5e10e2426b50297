import type { LoadGroup, LoadRequest } from './assign-load-group.ts'
import { meet, type AssignDesk } from './assign-row.ts'
import { addToFill, emptyFill, fits, type LoadCaps, type ShipmentSize } from './load.ts'
import { packLoads, type Bin } from './load-packing.ts'

export const getSize = ({ target: { shipment, boxes, boxesKg } }: LoadRequest): ShipmentSize => ({
  pallets: shipment.palletCount,
  boxes,
  kg: shipment.grossWeightKg ?? boxesKg,
})

export const fitsAlone = (request: LoadRequest, caps: LoadCaps): boolean =>
  fits(addToFill(emptyFill, getSize(request)), caps)

/** Loads on file first, then new ones. */
export interface Places {
  bins: readonly Bin[]
  getNewCaps: (n: number) => LoadCaps
}

export interface Placed {
  request: LoadRequest
  place: number
}

/** Decides what is done where not all fits onto one load; what is too big for any load goes only on purpose. */
export function placeRequests(group: LoadGroup, places: Places, desk: AssignDesk): Placed[] {
  const { caps } = desk.choice
  const inRoom: LoadRequest[] = []
  const alone: LoadRequest[] = []
  for (const request of group.requests) {
    if (fitsAlone(request, caps)) inRoom.push(request)
    else if (meet(request.row, 'load-too-big', desk) === 'allow') alone.push(request)
  }
  const packed = pack(inRoom, places, caps)
  const used = new Set(packed.map(({ place }) => place))
  const isOver = used.size > 1 || (group.isAskedFor && used.size === 1 && !used.has(0))
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
