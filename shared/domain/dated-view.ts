import type { Day } from './calendar-day.ts'
import type { Shipment } from './shipment.ts'
import type { ValidityClock } from './validity-clock.ts'
import { getDueCheck, type DueCheck } from './verify-due.ts'

type DatedFacts = Pick<
  Shipment,
  | 'createdOn'
  | 'origin'
  | 'planId'
  | 'etaOn'
  | 'appointmentAt'
  | 'windowFrom'
  | 'windowTo'
  | 'deliveredOn'
  | 'palletCount'
  | 'finding'
  | 'verifiedOn'
  | 'verifiedBy'
>

/** What the days on file say of a shipment today. */
export interface DatedView extends DatedFacts {
  clock: ValidityClock
  /** The ID has to be looked up at Amazon now. */
  dueCheck: DueCheck | null
  /** FBA shipment IDs of the same goods, the first one first; empty where it was never issued anew. */
  chain: string[]
  /** The next of the chain. */
  replacedBy: string | null
}

export function makeDatedView(
  shipment: Shipment,
  clock: ValidityClock,
  chain: readonly string[],
  today: Day,
): DatedView {
  const { createdOn, origin, planId, etaOn, appointmentAt, windowFrom, windowTo, deliveredOn } = shipment
  const { palletCount, finding, verifiedOn, verifiedBy } = shipment
  return {
    createdOn,
    origin,
    planId,
    etaOn,
    appointmentAt,
    windowFrom,
    windowTo,
    deliveredOn,
    palletCount,
    finding,
    verifiedOn,
    verifiedBy,
    clock,
    dueCheck: getDueCheck(shipment, today),
    chain: [...chain],
    replacedBy: shipment.replacedBy === null ? null : (chain[chain.indexOf(shipment.fbaId) + 1] ?? null),
  }
}

/** What to look at first: `closed` by the clock, `urgent` and `soon` to close, `verify` now, clock `unknown`. */
export const clockFacets = ['closed', 'urgent', 'soon', 'verify', 'unknown'] as const
export type ClockFacet = (typeof clockFacets)[number]

export function listClockFacets({ clock, dueCheck, finding }: DatedView): ClockFacet[] {
  const facets: ClockFacet[] = clock.level === null ? [] : [clock.level]
  if (dueCheck !== null || finding === 'not_found') facets.push('verify')
  if (clock.state === 'unknown') facets.push('unknown')
  return facets
}
