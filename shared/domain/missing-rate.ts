import type { ReadinessReason, ShipmentStatus } from './readiness.ts'

export interface CheckedShipment {
  clientId: number
  client: string
  status: ShipmentStatus
  reasons: readonly ReadinessReason[]
  warnings: readonly ReadinessReason[]
  infos: readonly ReadinessReason[]
  letThrough: readonly ReadinessReason[]
  isOpen: boolean
  hasGap: boolean
  isHistory: boolean
}

export type ReasonCounts = Partial<Record<ReadinessReason, number>>

export interface ClientCheck {
  clientId: number
  client: string
  shipments: number
  ready: number
  incomplete: number
  error: number
  exported: number
  changed: number
  exempt: number
  /** Open shipments with a gap ÷ open shipments that are not exempt; `rate` is null where there are none. */
  missingNow: { withGap: number; open: number; rate: number | null }
  /** How many shipments each rule holds, asks to look at, speaks of, and was let through for. */
  reasons: ReasonCounts
  warnings: ReasonCounts
  infos: ReasonCounts
  letThrough: ReasonCounts
}

const emptyCheck = (clientId: number, client: string): ClientCheck => ({
  clientId,
  client,
  shipments: 0,
  ready: 0,
  incomplete: 0,
  error: 0,
  exported: 0,
  changed: 0,
  exempt: 0,
  missingNow: { withGap: 0, open: 0, rate: null },
  reasons: {},
  warnings: {},
  infos: {},
  letThrough: {},
})

/**
 * Readiness per client and its rate of missing tracking, counted per shipment as Amazon counts it: a parcel
 * shipment has a gap if one box lacks a tracking ID, an LTL or FTL shipment if it has no PRO. History is left out.
 */
export function checkClients(shipments: Iterable<CheckedShipment>): {
  clients: ClientCheck[]
  totals: ClientCheck
} {
  const clients = new Map<number, ClientCheck>()
  const totals = emptyCheck(0, '')
  for (const shipment of shipments) {
    if (shipment.isHistory) continue
    let client = clients.get(shipment.clientId)
    if (!client) clients.set(shipment.clientId, (client = emptyCheck(shipment.clientId, shipment.client)))
    count(client, shipment)
    count(totals, shipment)
  }
  const all = [...clients.values()]
  for (const check of [...all, totals]) {
    const { withGap, open } = check.missingNow
    check.missingNow.rate = open === 0 ? null : withGap / open
  }
  return { clients: all, totals }
}

function count(check: ClientCheck, shipment: CheckedShipment): void {
  check.shipments++
  check[shipment.status]++
  if (shipment.isOpen) check.missingNow.open++
  if (shipment.hasGap) check.missingNow.withGap++
  for (const list of ['reasons', 'warnings', 'infos', 'letThrough'] as const)
    for (const reason of shipment[list]) check[list][reason] = (check[list][reason] ?? 0) + 1
}
