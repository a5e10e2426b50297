import { addDays, countDays, type Day, getDayOf, getEarliest } from './calendar-day.ts'
import { deadStatuses, endedStatuses, isAwdId, type Origin, type Shipment } from './shipment.ts'

/**
 * How long Amazon keeps an unarrived shipment open: several public copies of one notice, in force from 2024-02-01, read
 * November 2026. Whether the last day itself still counts is uncertain, so the earlier reading is taken: from the closing
 * day on the ID is closed.
 */
export const validityRules = {
  effectiveFrom: '2024-02-01',
  daysOpen: { domestic: 45, international: 75 } satisfies Record<Origin, number>,
  daysAfterFirstArrival: 30,
  warnDays: 14,
  urgentDays: 7,
} as const

export const exposedStatuses: ReadonlySet<string> = new Set(['WORKING', 'READY_TO_SHIP', 'SHIPPED'])
export const arrivedStatuses: ReadonlySet<string> = new Set([
  'IN_TRANSIT',
  'CHECKED_IN',
  'DELIVERED',
  'RECEIVING',
])

/**
 * arrived and dead shipments (closed at Amazon, found dead, replaced) have no clock, nor has what the notice does not speak
 * of (none); unknown: what it is counted from is not on file.
 */
export const clockStates = ['running', 'closed', 'unknown', 'arrived', 'dead', 'none'] as const
export type ClockState = (typeof clockStates)[number]

/** soon: 14 days or fewer · urgent: 7 or fewer · closed: on or after the closing day. */
export type ClockLevel = 'soon' | 'urgent' | 'closed'

/** First arrival among some shipments of a plan: as it was, and as it is planned. */
export interface PlanArrival {
  arrivedOn: Day | null
  dueOn: Day | null
}
export const noArrival: PlanArrival = { arrivedOn: null, dueOn: null }

/** What a plan says of one of its shipments: when the others arrive, and whether it goes to several FCs. */
export interface PlanFacts extends PlanArrival {
  /** Null: an FC is not on file, and no two differ. */
  isSplit: boolean | null
}
export const noPlan: PlanFacts = { ...noArrival, isSplit: false }

export interface ValidityClock {
  state: ClockState
  /** The earliest day it can close by what is known; null where nothing is. */
  closesOn: Day | null
  daysLeft: number | null
  /** `plan-if-split`: of a plan that may go to one FC only, where the notice does not speak of it. */
  cause: Origin | 'plan' | 'plan-if-split' | null
  level: ClockLevel | null
  /** False: the day may be a later one (origin or FCs not known, arrival only planned). Such a clock warns and never blocks. */
  isCertain: boolean
  missing: ('createdOn' | 'origin')[]
}

export type ClockedShipment = Pick<
  Shipment,
  'fbaId' | 'amazonStatus' | 'deliveredOn' | 'createdOn' | 'origin' | 'replacedBy' | 'finding'
>

const withoutClock = (state: ClockState): ValidityClock => ({
  state,
  closesOn: null,
  daysLeft: null,
  cause: null,
  level: null,
  isCertain: true,
  missing: [],
})

/** When Amazon closes a shipment by itself, judged on `today`. */
export function getValidityClock(shipment: ClockedShipment, plan: PlanFacts, today: Day): ValidityClock {
  const { effectiveFrom, daysOpen, daysAfterFirstArrival } = validityRules
  const { createdOn, origin } = shipment
  if (isDeadShipment(shipment)) return withoutClock('dead')
  if (shipment.deliveredOn !== null || arrivedStatuses.has(shipment.amazonStatus ?? ''))
    return withoutClock('arrived')
  if (isAwdId(shipment.fbaId) || today < effectiveFrom) return withoutClock('none')
  const byAge = createdOn && addDays(createdOn, daysOpen[origin ?? 'domestic'])
  const { arrivedOn, dueOn } = plan.isSplit === false ? noArrival : plan
  const byArrival = arrivedOn && addDays(arrivedOn, daysAfterFirstArrival)
  const byPlan = dueOn && addDays(dueOn, daysAfterFirstArrival)
  const missing = (['createdOn', 'origin'] as const).filter((field) => shipment[field] === null)
  const closing = getEarliest([byAge, byArrival, byPlan])
  if (closing === null) return { ...withoutClock('unknown'), isCertain: false, missing }
  // Of an unknown origin the longer term is certain.
  const byAgeAtMost = createdOn && addDays(createdOn, daysOpen[origin ?? 'international'])
  const certain = getEarliest([byAgeAtMost, plan.isSplit === null ? null : byArrival])
  // What was old already when the rule came was closed by it then, not before.
  const closesOn = closing < effectiveFrom ? effectiveFrom : closing
  const daysLeft = countDays(today, closesOn)
  const isClosed = certain !== null && certain <= today
  return {
    state: isClosed ? 'closed' : missing.length > 0 ? 'unknown' : 'running',
    closesOn,
    daysLeft,
    cause: byAge === closing ? origin : plan.isSplit === null ? 'plan-if-split' : 'plan',
    level: getClockLevel(daysLeft),
    isCertain: isClosed || (missing.length === 0 && certain === closing),
    missing,
  }
}

/** Closed or deleted at Amazon, found dead by a dispatcher, or replaced by another ID. */
export const isDeadShipment = ({
  amazonStatus,
  finding,
  replacedBy,
}: Pick<Shipment, 'amazonStatus' | 'finding' | 'replacedBy'>): boolean =>
  deadStatuses.has(amazonStatus ?? '') || finding === 'dead' || replacedBy !== null

/** Neither delivered nor closed, whether Amazon's status says so or somebody here. */
export const isStillOpen = (
  shipment: Pick<Shipment, 'amazonStatus' | 'deliveredOn' | 'finding' | 'replacedBy'>,
): boolean =>
  shipment.deliveredOn === null &&
  !endedStatuses.has(shipment.amazonStatus ?? '') &&
  !isDeadShipment(shipment)

function getClockLevel(daysLeft: number): ClockLevel | null {
  if (daysLeft <= 0) return 'closed'
  if (daysLeft <= validityRules.urgentDays) return 'urgent'
  return daysLeft <= validityRules.warnDays ? 'soon' : null
}

/** A shipment's part in when its plan first arrived: a status without a day counts as planned, of two days the earlier. */
export function getArrival(
  shipment: Pick<
    Shipment,
    'amazonStatus' | 'finding' | 'replacedBy' | 'deliveredOn' | 'appointmentAt' | 'etaOn'
  >,
): PlanArrival {
  const { deliveredOn, appointmentAt, etaOn } = shipment
  if (deliveredOn !== null) return { arrivedOn: deliveredOn, dueOn: null }
  if (isDeadShipment(shipment)) return noArrival
  return { arrivedOn: null, dueOn: getEarliest([etaOn, appointmentAt && getDayOf(appointmentAt)]) }
}

/** By the FCs of its shipments on file; an ID that was issued anew is no destination beside the one in its place. */
export function goesToSeveralFcs(members: readonly Pick<Shipment, 'fc' | 'replacedBy'>[]): boolean | null {
  const fcs = new Set(members.filter((member) => member.replacedBy === null).map((member) => member.fc))
  const isUnknown = fcs.delete(null)
  if (fcs.size > 1) return true
  return isUnknown ? null : false
}

/** The earliest day of each kind, and the earliest but one. */
export function getFirstTwo(arrivals: readonly PlanArrival[]): readonly [PlanArrival, PlanArrival] {
  const list = (kind: keyof PlanArrival): Day[] =>
    arrivals
      .map((arrival) => arrival[kind])
      .filter((day) => day !== null)
      .toSorted()
  const [arrived, due] = [list('arrivedOn'), list('dueOn')]
  const pick = (place: number): PlanArrival => ({
    arrivedOn: arrived[place] ?? null,
    dueOn: due[place] ?? null,
  })
  return [pick(0), pick(1)]
}
