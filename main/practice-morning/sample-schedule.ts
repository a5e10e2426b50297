import { addDays, type Day, type Moment } from '../../shared/domain/calendar-day.ts'
import type { SampleShipment } from './sample-shipments.ts'
import { createRandom, type SeededRandom } from './seeded-random.ts'

/** When and how a shipment goes, whatever the client's file says of it. */
export interface SampleSchedule {
  createdOn: Day
  planId: string
  etaOn: Day
  /** By truck: when the FC takes the truck in. */
  appointmentAt: Moment | null
  /** The truck's, so the same for all that ride on it. */
  isa: string | null
  pallets: number | null
}

export type SampleSchedules = ReadonlyMap<string, SampleSchedule>

/** What a trailer takes, and how many shipments fill one. */
export const trailerPallets = 26
const shipmentsPerTruck = 15
/** Days from the morning on which trucks and parcels are expected; a week off, an ID has to be looked up. */
const truckDays = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15]
const dockTimes = ['08:00', '10:30', '13:00', '15:30'] as const

/** Days are counted from `day`, so that the morning says the same whenever somebody practises. */
export function makeSchedules(seed: number, day: Day, shipments: readonly SampleShipment[]): SampleSchedules {
  // Apart from the shipments' own numbers, which stay what they are.
  const random = createRandom(seed + 2)
  const plans = makePlans(random, day, shipments)
  const schedules = new Map<string, SampleSchedule>()
  for (const [at, truck] of loadTrucks(shipments).entries()) {
    const appointmentDay = addDays(day, truckDays[at % truckDays.length]!)
    const appointmentAt = `${appointmentDay}T${random.pick(dockTimes)}`
    const pallets = spreadPallets(random, truck)
    for (const { fbaId } of truck) {
      schedules.set(fbaId, {
        ...plans.get(fbaId)!,
        etaOn: appointmentDay,
        appointmentAt,
        isa: truck[0]!.isa,
        pallets: pallets.get(fbaId)!,
      })
    }
  }
  for (const { fbaId, mode } of shipments) {
    if (mode !== 'SPD') continue
    const etaOn = addDays(day, 3 + random.below(12))
    schedules.set(fbaId, { ...plans.get(fbaId)!, etaOn, appointmentAt: null, isa: null, pallets: null })
  }
  plantDays(day, shipments, schedules)
  return schedules
}

/** A plan of Amazon's has a few shipments of one client, created on one day. */
function makePlans(
  random: SeededRandom,
  day: Day,
  shipments: readonly SampleShipment[],
): Map<string, Pick<SampleSchedule, 'createdOn' | 'planId'>> {
  const plans = new Map<string, Pick<SampleSchedule, 'createdOn' | 'planId'>>()
  for (const own of Map.groupBy(shipments, ({ client }) => client.name).values()) {
    let left = 0
    let plan = { createdOn: day, planId: '' }
    for (const { fbaId } of own) {
      if (left === 0) {
        left = 1 + random.below(3)
        plan = { createdOn: addDays(day, -5 - random.below(20)), planId: makePlanId(random) }
      }
      plans.set(fbaId, plan)
      left -= 1
    }
  }
  return plans
}

const makePlanId = (random: SeededRandom): string => {
  const hex = (length: number) => Array.from({ length }, () => random.below(16).toString(16)).join('')
  return `wf${[8, 4, 4, 4, 12].map(hex).join('-')}`
}

/** An FC with many shipments gets two trucks, on different days. */
function loadTrucks(shipments: readonly SampleShipment[]): SampleShipment[][] {
  const trucked = shipments.filter(({ mode }) => mode !== 'SPD')
  const byFc = [...Map.groupBy(trucked, ({ fc }) => fc)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return byFc.flatMap(([, own]) => {
    const count = Math.max(1, Math.round(own.length / shipmentsPerTruck))
    return Array.from({ length: count }, (_, truck) => own.filter((_each, at) => at % count === truck))
  })
}

/** Their lists of boxes say nothing of pallets; a shipment of theirs takes one. */
const boxListers: ReadonlySet<string> = new Set([
  '深圳拓海',
  '广州南岭',
  '青岛海晟',
  'Bright Harbor Toys',
  'Alder Finch Home',
])

const getMostPallets = ({ mode, client }: SampleShipment): number =>
  boxListers.has(client.name) ? 1 : mode === 'FTL' ? 8 : 5

/** A pallet for each and the rest of the trailer as it comes; whole truckloads take the most. */
function spreadPallets(random: SeededRandom, truck: readonly SampleShipment[]): Map<string, number> {
  const pallets = new Map(truck.map(({ fbaId }) => [fbaId, 1]))
  const takers = truck.flatMap((each) => Array.from({ length: each.mode === 'FTL' ? 4 : 1 }, () => each))
  const room = truck.reduce((sum, each) => sum + getMostPallets(each), 0)
  for (let left = Math.min(trailerPallets - random.below(3), room) - truck.length; left > 0;) {
    const taker = random.pick(takers)
    const own = pallets.get(taker.fbaId)!
    if (own === getMostPallets(taker)) continue
    pallets.set(taker.fbaId, own + 1)
    left -= 1
  }
  return pallets
}

/** The days that somebody has to notice. */
function plantDays(
  day: Day,
  shipments: readonly SampleShipment[],
  schedules: Map<string, SampleSchedule>,
): void {
  const plant = (
    client: string,
    kind: 'truck' | 'parcel',
    places: readonly number[],
    change: (schedule: SampleSchedule) => Partial<SampleSchedule>,
  ): void => {
    const own = shipments.filter(
      (each) => each.client.name === client && (each.mode === 'SPD') === (kind === 'parcel'),
    )
    for (const { fbaId } of places.map((place) => own[place]!)) {
      const schedule = schedules.get(fbaId)!
      schedules.set(fbaId, { ...schedule, ...change(schedule) })
    }
  }
  // Five days before Amazon closes it, if it comes from within the country.
  plant('广州南岭', 'truck', [2], () => ({ createdOn: addDays(day, -40) }))
  plant('宁波星野', 'truck', [3], ({ appointmentAt }) => ({ etaOn: addDays(appointmentAt!.slice(0, 10), 2) }))
  plant('厦门鹭远', 'parcel', [0, 1], () => ({ etaOn: addDays(day, 1) }))
  plant('Alder Finch Home', 'parcel', [0, 1, 2], () => ({ etaOn: addDays(day, 1) }))
}
