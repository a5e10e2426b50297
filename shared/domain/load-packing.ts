import { addToFill, emptyFill, fits, type LoadCaps, type LoadFill, type ShipmentSize } from './load.ts'

export interface Bin {
  fill: LoadFill
  caps: LoadCaps
}

export interface Packing {
  /** Loads that are there already, with what is on them; they are filled first. */
  bins: readonly Bin[]
  /** Caps of the n-th new load, from 0. */
  getNewCaps: (n: number) => LoadCaps
  /** Caps that one of the new loads has sooner or later; every item fits into these alone. */
  usualCaps: LoadCaps
}

/** Beyond so many tries of one group, or for more shipments, the fewest loads found so far are taken. */
const mostTries = 5_000
const mostSearched = 40

/**
 * Puts shipments, none of them divided, into as few new loads as it can find: `bins` first, then new loads. Answers for each
 * item its place: below `bins.length` a load that is there, from there on the new ones.
 */
export function packLoads(items: readonly ShipmentSize[], packing: Packing): number[] {
  if (items.length === 0) return []
  const fewest = packing.bins.length + countAtLeast(items, packing)
  let best: number[] | null = null
  for (const order of listOrders(items, packing.usualCaps)) {
    const places = packInOrder(items, order, packing)
    if (!best || countBins(places) < countBins(best)) best = places
    if (countBins(best) <= fewest) return best
  }
  if (!best || items.length > mostSearched) return best ?? []
  return searchFewer(items, packing, best, fewest) ?? best
}

/** Up to the last load that has anything on it. */
const countBins = (places: readonly number[]): number => Math.max(...places) + 1

const measures = [
  ({ pallets }: ShipmentSize) => pallets ?? 0,
  ({ boxes }: ShipmentSize) => boxes,
  ({ kg }: ShipmentSize) => kg ?? 0,
] as const

const listCaps = ({ maxPallets, maxBoxes, maxKg }: LoadCaps) => [maxPallets, maxBoxes, maxKg] as const

/** The greatest share of any cap that a shipment takes. */
function getShare(item: ShipmentSize, caps: LoadCaps): number {
  const limits = listCaps(caps)
  return Math.max(...measures.map((measure, m) => (limits[m] === null ? 0 : measure(item) / limits[m]!)))
}

/** As they stand, and largest first by each measure and by their share of the caps. */
function* listOrders(items: readonly ShipmentSize[], caps: LoadCaps): Generator<number[]> {
  const asTheyStand = items.map((_, index) => index)
  const sortBy = (measure: (item: ShipmentSize) => number) =>
    asTheyStand.toSorted((a, b) => measure(items[b]!) - measure(items[a]!) || a - b)
  yield asTheyStand
  yield sortBy((item) => getShare(item, caps))
  for (const measure of measures) yield sortBy(measure)
}

/** Each into the first load where there is room. */
function packInOrder(
  items: readonly ShipmentSize[],
  order: readonly number[],
  { bins, getNewCaps }: Packing,
): number[] {
  const open: Bin[] = bins.map((bin) => ({ ...bin }))
  const places = items.map(() => -1)
  const smallest = getSmallest(items)
  let firstWithRoom = 0
  for (const index of order) {
    const item = items[index]!
    for (let place = firstWithRoom; places[index] === -1; place++) {
      open[place] ??= { fill: emptyFill, caps: getNewCaps(place - bins.length) }
      const fill = addToFill(open[place]!.fill, item)
      if (!fits(fill, open[place]!.caps)) continue
      open[place]!.fill = fill
      places[index] = place
      while (
        open[firstWithRoom] &&
        !fits(addToFill(open[firstWithRoom]!.fill, smallest), open[firstWithRoom]!.caps)
      )
        firstWithRoom++
    }
  }
  return places
}

/** Where this finds no room, nothing does. */
const getSmallest = (items: readonly ShipmentSize[]): ShipmentSize => ({
  pallets: Math.min(...items.map(measures[0])),
  boxes: Math.min(...items.map(measures[1])),
  kg: Math.min(...items.map(measures[2])),
})

/** New loads that no way of packing can do without, going by the sums alone. */
function countAtLeast(items: readonly ShipmentSize[], { bins, usualCaps }: Packing): number {
  const limits = listCaps(usualCaps)
  const needs = measures.map((measure, m) => {
    const limit = limits[m]!
    if (limit === null) return 0
    const room = bins.reduce((sum, { fill, caps }) => {
      const cap = listCaps(caps)[m]
      const used = [fill.pallets, fill.boxes, fill.kg][m]!
      return sum + (cap === null || cap === undefined ? Infinity : Math.max(0, cap - used))
    }, 0)
    const left = items.reduce((sum, item) => sum + measure(item), 0) - room
    return left <= 0 ? 0 : Math.ceil(left / limit - 1e-9)
  })
  return Math.max(...needs)
}

/** Tries placements, largest first, and gives up a branch that cannot come below the best; null where none is found. */
function searchFewer(
  items: readonly ShipmentSize[],
  packing: Packing,
  known: readonly number[],
  fewest: number,
): number[] | null {
  const { bins, getNewCaps, usualCaps } = packing
  const order = items
    .map((_, index) => index)
    .toSorted((a, b) => getShare(items[b]!, usualCaps) - getShare(items[a]!, usualCaps) || a - b)
  const open: Bin[] = bins.map((bin) => ({ ...bin }))
  const places = items.map(() => -1)
  let limit = countBins(known)
  let best: number[] | null = null
  let tries = 0
  const place = (depth: number): void => {
    if (depth === order.length) {
      best = [...places]
      limit = countBins(best)
      return
    }
    const index = order[depth]!
    // One new load more than are open is enough to try: those behind it stand empty.
    for (let at = 0; at <= open.length; at++) {
      if (at >= limit - 1 || limit <= fewest || tries >= mostTries) break
      const isNew = at === open.length
      const bin: Bin = isNew ? { fill: emptyFill, caps: getNewCaps(at - bins.length) } : open[at]!
      const before = bin.fill
      const fill = addToFill(before, items[index]!)
      if (!fits(fill, bin.caps)) {
        if (isNew) break
        continue
      }
      tries++
      if (isNew) open.push(bin)
      bin.fill = fill
      places[index] = at
      place(depth + 1)
      bin.fill = before
      if (isNew) open.pop()
    }
    places[index] = -1
  }
  place(0)
  return best
}
