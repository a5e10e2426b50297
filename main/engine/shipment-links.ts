import type { LinkedShipment } from '../../db/linked-shipment.ts'
import { getArrival, getFirstTwo, noArrival, type PlanArrival } from '../../shared/domain/validity-clock.ts'

/** What shipments say of each other: those of one plan, and the IDs that the same goods had before and after. */
export interface ShipmentLinks {
  /** When the others of its plan first arrived or are due. */
  getPlanArrival(id: number): PlanArrival
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
  const firstArrivals = new Map(
    [...plans].map(([planId, members]) => [planId, getFirstTwo(members.map(getArrival))]),
  )
  return {
    getPlanArrival(id) {
      const shipment = byId.get(id)
      const first = shipment && firstArrivals.get(shipment.planId)
      if (!first) return noArrival
      const own = getArrival(shipment)
      const [earliest, next] = first
      // Its own day is no day of the others, unless another has the same.
      return {
        arrivedOn: own.arrivedOn === earliest.arrivedOn ? next.arrivedOn : earliest.arrivedOn,
        dueOn: own.dueOn === earliest.dueOn ? next.dueOn : earliest.dueOn,
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
