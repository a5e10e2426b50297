import { deadStatuses, endedStatuses, type Finding, type Programme } from './shipment.ts'
import { findTrackingGap, type NumberedShipment, type TrackingGap } from './tracking-gap.ts'

/** The best that is known of the day by which the numbers must be there. */
export interface Due {
  on: string
  /** `arrived`: Amazon says it is there, and nobody said since when. */
  basis: 'delivered' | 'appointment' | 'eta' | 'arrived'
}

export interface DueFacts {
  etaOn: string | null
  appointmentAt: string | null
  deliveredOn: string | null
}

/** The day of the delivery, else of the appointment, else the expected one. */
export function getDue({ deliveredOn, appointmentAt, etaOn }: DueFacts): Due | null {
  if (deliveredOn !== null) return { on: deliveredOn, basis: 'delivered' }
  if (appointmentAt !== null) return { on: appointmentAt.slice(0, 10), basis: 'appointment' }
  return etaOn === null ? null : { on: etaOn, basis: 'eta' }
}

/** A shipment as Amazon's rate of missing tracking sees it. */
export interface ForecastShipment {
  id: number
  fbaId: string
  clientId: number
  client: string
  /** Empty where it is not known. */
  marketplace: string
  fc: string | null
  isExempt: boolean
  /** Of an old sheet: whether its numbers were uploaded in time nobody knows. */
  isHistory: boolean
  /** Closed at Amazon, and nobody said when it was delivered, if it was: it stands in no rate. */
  isClosedUndated: boolean
  /** Counts in what is missing now, and as what. */
  isOpen: boolean
  hasGap: boolean
  due: Due | null
  /** Null where the numbers are there, or were when they had to be. */
  gap: TrackingGap | null
}

/** What the list of shipments knows, and what stands beside it. */
export interface ForecastFacts extends NumberedShipment, DueFacts {
  id: number
  clientId: number
  client: string
  marketplace: string
  fc: string | null
  programme: Programme
  amazonStatus: string | null
  finding: Finding | null
  isOpen: boolean
  hasGap: boolean
  isTrackingAsked: boolean
  wasBlankAtDelivery: boolean
  isReplaced: boolean
  isHistory: boolean
}

/**
 * Null for a shipment that never arrives: dead or replaced before a delivery. One that Amazon closed may have arrived;
 * without its day it is only counted as left out.
 */
export function toForecastShipment(facts: ForecastFacts, on: string): ForecastShipment | null {
  const status = facts.amazonStatus ?? ''
  const isDead = deadStatuses.has(status) || facts.finding === 'dead'
  const isClosedUndated =
    facts.deliveredOn === null &&
    status === 'CLOSED' &&
    facts.finding !== 'dead' &&
    !facts.isReplaced &&
    !facts.isHistory
  if (facts.deliveredOn === null && (isDead || facts.isReplaced) && !isClosedUndated) return null
  const { id, fbaId, clientId, client, marketplace, fc, programme, isOpen, hasGap, isHistory } = facts
  return {
    id,
    fbaId,
    clientId,
    client,
    marketplace,
    fc,
    isExempt: programme !== 'own',
    isHistory,
    isClosedUndated,
    isOpen,
    hasGap,
    due: getArrival(getDue(facts), endedStatuses.has(status) && !isDead, on),
    gap: getGap(facts),
  }
}

/** What has arrived is not due on a later day. */
function getArrival(due: Due | null, hasArrived: boolean, on: string): Due | null {
  if (!hasArrived || due === null || due.basis === 'delivered') return due
  return { on: due.on > on ? on : due.on, basis: 'arrived' }
}

function getGap(facts: ForecastFacts): TrackingGap | null {
  if (facts.programme !== 'own' || !facts.isTrackingAsked) return null
  return findTrackingGap(facts) ?? (facts.wasBlankAtDelivery ? { kind: 'late' } : null)
}

/**
 * `defect`: delivered without. `overdue`: its day has passed, and nobody said that it arrived. `due`: there is time.
 * `undated`: no day is known.
 */
export type DefectState = 'defect' | 'overdue' | 'due' | 'undated'

/** Of a shipment with a gap. The day of the delivery itself counts as delivered. */
export function getDefectState({ due }: Pick<ForecastShipment, 'due'>, on: string): DefectState {
  if (due === null) return 'undated'
  if (due.on > on) return 'due'
  if (due.basis === 'delivered' || due.basis === 'arrived') return 'defect'
  return due.on === on ? 'due' : 'overdue'
}
