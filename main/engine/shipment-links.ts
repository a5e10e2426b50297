import type { StoredShipment } from '../../db/shipment.ts'
import { getArrival, getFirstTwo, noArrival, type PlanArrival } from '../../shared/domain/validity-clock.ts'

type LinkedShipment = Pick<
  StoredShipment,
  | 'id'
  | 'fbaId'
  | 'planId'
  | 'replacedBy'
  | 'amazonStatus'
  | 'finding'
  | 'deliveredOn'
  | 'appointmentAt'
  | 'etaOn'
>

interface Link {
  fbaId: string
  planId: string | null
  replacedBy: number | null
  arrival: PlanArrival
}

interface Plan {
  ids: Set<number>
  /** The two earliest arrivals of its shipments; null until asked for. */
  first: readonly [PlanArrival, PlanArrival] | null
}

/** What one shipment says of others: those of its plan, and the IDs that the same goods had before and after it. */
export interface ShipmentLinks {
  load(shipments: readonly LinkedShipment[]): void
  /** Takes these as they are now, and answers all that have to be judged again: they and those they speak of. */
  update(ids: readonly number[], shipments: readonly LinkedShipment[]): Set<number>
  /** When the others of its plan first arrived or are due. */
  getPlanArrival(id: number): PlanArrival
  /** FBA shipment IDs of the same goods, the first one first; empty for one that stands alone. */
  getChain(id: number): string[]
}

export function createShipmentLinks(): ShipmentLinks {
  const links = new Map<number, Link>()
  const plans = new Map<string, Plan>()
  const predecessors = new Map<number, number>()

  const changePlan = (planId: string, change: (plan: Plan) => void): void => {
    const plan = plans.get(planId) ?? { ids: new Set(), first: null }
    plans.set(planId, plan)
    change(plan)
    plan.first = null
  }

  const remove = (id: number, link: Link): void => {
    links.delete(id)
    if (link.planId !== null) changePlan(link.planId, ({ ids }) => ids.delete(id))
    if (link.replacedBy !== null) predecessors.delete(link.replacedBy)
  }

  const add = (id: number, link: Link): void => {
    links.set(id, link)
    if (link.replacedBy !== null) predecessors.set(link.replacedBy, id)
    if (link.planId !== null) changePlan(link.planId, ({ ids }) => ids.add(id))
  }

  const listChain = (id: number): number[] => {
    let first = id
    for (let before = predecessors.get(id); before !== undefined; before = predecessors.get(before))
      first = before
    const chain: number[] = []
    for (let at: number | null | undefined = first; at != null; at = links.get(at)?.replacedBy) chain.push(at)
    return chain
  }

  const listOthers = (id: number, link: Link | undefined): number[] => {
    const plan = link && link.planId !== null ? plans.get(link.planId) : undefined
    return [...(plan?.ids ?? []), ...listChain(id)]
  }

  return {
    load(shipments) {
      for (const shipment of shipments) add(shipment.id, toLink(shipment))
    },
    update(ids, shipments) {
      const now = new Map(shipments.map((shipment) => [shipment.id, toLink(shipment)]))
      const touched = new Set(ids)
      for (const id of ids) {
        const [before, after] = [links.get(id), now.get(id)]
        if (before && after && isSame(before, after)) continue
        for (const other of listOthers(id, before)) touched.add(other)
        if (before) remove(id, before)
        if (after) add(id, after)
        for (const other of listOthers(id, after)) touched.add(other)
      }
      return touched
    },
    getPlanArrival(id) {
      const link = links.get(id)
      const plan = link?.planId == null ? undefined : plans.get(link.planId)
      if (!link || !plan) return noArrival
      plan.first ??= getFirstTwo(Array.from(plan.ids, (each) => links.get(each)!.arrival))
      const [first, second] = plan.first
      // Its own day is no day of the others, unless another has the same.
      return {
        arrivedOn: link.arrival.arrivedOn === first.arrivedOn ? second.arrivedOn : first.arrivedOn,
        dueOn: link.arrival.dueOn === first.dueOn ? second.dueOn : first.dueOn,
      }
    },
    getChain(id) {
      const chain = listChain(id)
      return chain.length > 1 ? chain.map((each) => links.get(each)?.fbaId ?? '') : []
    },
  }
}

const toLink = (shipment: LinkedShipment): Link => ({
  fbaId: shipment.fbaId,
  planId: shipment.planId,
  replacedBy: shipment.replacedBy,
  arrival: getArrival(shipment),
})

const isSame = (one: Link, other: Link): boolean =>
  one.planId === other.planId &&
  one.replacedBy === other.replacedBy &&
  one.arrival.arrivedOn === other.arrival.arrivedOn &&
  one.arrival.dueOn === other.arrival.dueOn
