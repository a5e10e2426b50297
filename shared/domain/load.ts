import type { Day, Moment } from './calendar-day.ts'

/** How much a truck takes, null where nobody set a limit; kg are kilograms gross. */
export interface LoadCaps {
  maxPallets: number | null
  maxBoxes: number | null
  maxKg: number | null
}

export interface Vehicle extends LoadCaps {
  id: number
  carrierId: number
  plate: string
  isActive: boolean
}

export interface Driver {
  id: number
  carrierId: number
  name: string
  phone: string | null
  /** Last day the driver's card is good, `YYYY-MM-DD`; null where nobody said. */
  cardUntil: Day | null
  isActive: boolean
}

/** Of an appointment, as the column takes it. */
export const isIsa = (text: string): boolean => /^[0-9A-Z-]{1,32}$/.test(text)

/** One truck, one trip, one FC. Its caps are those it was made with. */
export interface Load extends LoadCaps {
  id: number
  /** Ours, as `L261127-01`: day and count. */
  number: string
  carrierId: number
  fc: string
  day: Day
  isa: string | null
  /** At the dock, by the FC's clock. */
  appointmentAt: Moment | null
  /** When truck and driver leave and are free again; null: not known, so the whole day. */
  departsAt: Moment | null
  returnsAt: Moment | null
  vehicleId: number | null
  driverId: number | null
  /** Why something was let through: over the caps, or a vehicle or driver twice at once. */
  reason: string | null
}

/** What a shipment takes up; null where the sheet does not say. */
export interface ShipmentSize {
  pallets: number | null
  boxes: number
  kg: number | null
}

export interface LoadFill {
  shipments: number
  pallets: number
  boxes: number
  kg: number
  /** Shipments whose pallets, or whose weight, are not known: the sums are too low by theirs. */
  withoutPallets: number
  withoutKg: number
}

/** One operator's plan caps a trip at 28 pallets (read November 2026). */
export const usualPallets = 28
export const usualTripHours = 4

export const noCaps: LoadCaps = { maxPallets: null, maxBoxes: null, maxKg: null }
export const emptyFill: LoadFill = {
  shipments: 0,
  pallets: 0,
  boxes: 0,
  kg: 0,
  withoutPallets: 0,
  withoutKg: 0,
}

/** Kilograms are kept to the gram, so that sums do not drift. */
const addKg = (a: number, b: number): number => Math.round((a + b) * 1_000) / 1_000

export const addToFill = (fill: LoadFill, { pallets, boxes, kg }: ShipmentSize): LoadFill => ({
  shipments: fill.shipments + 1,
  pallets: fill.pallets + (pallets ?? 0),
  boxes: fill.boxes + boxes,
  kg: addKg(fill.kg, kg ?? 0),
  withoutPallets: fill.withoutPallets + (pallets === null ? 1 : 0),
  withoutKg: fill.withoutKg + (kg === null ? 1 : 0),
})

export const takeFromFill = (fill: LoadFill, { pallets, boxes, kg }: ShipmentSize): LoadFill => ({
  shipments: fill.shipments - 1,
  pallets: fill.pallets - (pallets ?? 0),
  boxes: fill.boxes - boxes,
  kg: addKg(fill.kg, -(kg ?? 0)),
  withoutPallets: fill.withoutPallets - (pallets === null ? 1 : 0),
  withoutKg: fill.withoutKg - (kg === null ? 1 : 0),
})

export const fits = (fill: LoadFill, { maxPallets, maxBoxes, maxKg }: LoadCaps): boolean =>
  (maxPallets === null || fill.pallets <= maxPallets) &&
  (maxBoxes === null || fill.boxes <= maxBoxes) &&
  (maxKg === null || fill.kg <= maxKg)

const getLower = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b)

export const getLowerCaps = (a: LoadCaps, b: LoadCaps): LoadCaps => ({
  maxPallets: getLower(a.maxPallets, b.maxPallets),
  maxBoxes: getLower(a.maxBoxes, b.maxBoxes),
  maxKg: getLower(a.maxKg, b.maxKg),
})

type Trip = Pick<Load, 'day' | 'departsAt' | 'returnsAt'>

/** A trip whose hours are not known takes the whole of its day. */
const getHours = ({ day, departsAt, returnsAt }: Trip): readonly [Moment, Moment] => [
  departsAt ?? `${day}T00:00`,
  returnsAt ?? `${day}T24:00`,
]

/** Whether one truck cannot do both: one may leave at the minute the other is back. */
export function isAtOnce(a: Trip, b: Trip): boolean {
  const [fromA, toA] = getHours(a)
  const [fromB, toB] = getHours(b)
  return fromA < toB && fromB < toA
}

/** The hours around an appointment that truck and driver are away, half of them before it. */
export function getTripAround(
  appointmentAt: Moment | null,
  hours: number,
): Pick<Load, 'departsAt' | 'returnsAt'> {
  if (appointmentAt === null) return { departsAt: null, returnsAt: null }
  return {
    departsAt: addMinutes(appointmentAt, -hours * 30),
    returnsAt: addMinutes(appointmentAt, hours * 30),
  }
}

export const addMinutes = (moment: Moment, minutes: number): Moment =>
  new Date(Date.parse(`${moment}:00Z`) + minutes * 60_000).toISOString().slice(0, 16)

/** The next number of a day, behind the highest that was ever given on it. */
export function createLoadNumbers(taken: Iterable<string>): (day: Day) => string {
  const highest = new Map<string, number>()
  for (const number of taken) {
    const [, head, count] = /^(L\d{6})-(\d+)$/.exec(number) ?? []
    if (head) highest.set(head, Math.max(highest.get(head) ?? 0, Number(count)))
  }
  return (day) => {
    const head = `L${day.slice(2).replaceAll('-', '')}`
    const count = (highest.get(head) ?? 0) + 1
    highest.set(head, count)
    return `${head}-${String(count).padStart(2, '0')}`
  }
}

/** A card counts to the end of its last day. */
export const isCardExpired = (cardUntil: Day | null, day: Day): boolean =>
  cardUntil !== null && cardUntil < day
