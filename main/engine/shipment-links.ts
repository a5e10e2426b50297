import type { LinkedShipment } from '../../db/linked-shipment.ts'
import {
  getArrival,
  getFirstTwo,
  goesToSeveralFcs,
  noPlan,
  type PlanFacts,
} from '../../shared/domain/validity-clock.ts'

/** What shipments say of each other: those of one plan, and the IDs that the same goods had before and after. */
export interface ShipmentLinks {
  /** When the others of its plan first arrived or are due, and whether it goes to several FCs. */
  getPlanFacts(id: number): PlanFacts
  /** FBA shipment IDs of the same goods, the first one first; empty for one that stands alone. */
  getChain(id: number): string[]
}

export function createShipmentLinks(shipments: readonly LinkedShipment[]): ShipmentLinks {
  const byId = new Map(shipments.map((shipment) => [shipment.id, shipment]))
  const predecessors = new Map<number, number>()
  for (const { id, replacedBy } of shipments) if (replacedBy !== null) predecessors.set(replacedBy, id)
  const plans = Map.groupBy(
    shipments.filter((shipment) => shipment.planId !== null),
    (shipment) => shipment.planId,
  )
  const summaries = new Map(
    [...plans].map(([planId, members]) => [
      planId,
      { firstTwo: getFirstTwo(members.map(getArrival)), isSplit: goesToSeveralFcs(members) },
    ]),
  )
  return {
    getPlanFacts(id) {
      const shipment = byId.get(id)
      const plan = shipment && summaries.get(shipment.planId)
      if (!plan) return noPlan
      const own = getArrival(shipment)
      const [earliest, next] = plan.firstTwo
      // Its own day is no day of the others, unless another has the same.
      return {
        arrivedOn: own.arrivedOn === earliest.arrivedOn ? next.arrivedOn : earliest.arrivedOn,
        dueOn: own.dueOn === earliest.dueOn ? next.dueOn : earliest.dueOn,
        isSplit: plan.isSplit,
      }
    },
    getChain(id) {
      let first = id
      for (let before = predecessors.get(id); before !== undefined; before = predecessors.get(before))
        first = before
      const chain: string[] = []
      for (let at = byId.get(first); at; at = at.replacedBy === null ? undefined : byId.get(at.replacedBy))
        chain.push(at.fbaId)
      return chain.length > 1 ? chain : []
    },
  }
}
