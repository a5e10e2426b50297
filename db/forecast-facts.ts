import type { DueFacts } from '../shared/domain/forecast-shipment.ts'
import type { NumberChange } from '../shared/domain/tracking-gap.ts'
import type { Store } from './store.ts'

export interface StoredDueFacts extends DueFacts {
  id: number
  marketplace: string
  replacedBy: number | null
}

export const getDueFacts = (store: Store): StoredDueFacts[] =>
  store
    .prepare(
      `SELECT s.id, a.marketplace, s.eta_on AS etaOn, s.appointment_at AS appointmentAt,
         s.delivered_on AS deliveredOn, s.replaced_by AS replacedBy
       FROM shipments s JOIN accounts a ON a.id = s.account_id ORDER BY s.id`,
    )
    .all() as StoredDueFacts[]

/**
 * Standing changes of numbers on or after the day of the delivery, by shipment: PRO numbers of freight and tracking IDs
 * of parcel shipments that were delivered from `from` on.
 */
export function getNumberChangesSinceDelivery(store: Store, from: string): Map<number, NumberChange[]> {
  // From the first hour that is that day anywhere on earth; which day it was here is a rule's question.
  const since = "h.state = 'done' AND h.at_ms >= (unixepoch(s.delivered_on) - 50400) * 1000"
  const rows = store
    .prepare(
      `SELECT s.id, 'pro' AS cell, h.at_ms AS atMs, c.before IS NULL AS wasBlank FROM shipments s
         JOIN change_cells c ON c.entity = 'shipment' AND c.row_id = s.id AND c.field = 'pro'
         JOIN changes h ON h.id = c.change_id
       WHERE s.delivered_on >= @from AND s.amazon_mode IS NOT 'SPD' AND ${since}
       UNION ALL
       SELECT s.id, 'box ' || b.id, h.at_ms, c.before IS NULL FROM shipments s
         JOIN boxes b ON b.shipment_id = s.id
         JOIN change_cells c ON c.entity = 'box' AND c.row_id = b.id AND c.field = 'trackingId'
         JOIN changes h ON h.id = c.change_id
       WHERE s.delivered_on >= @from AND s.amazon_mode = 'SPD' AND ${since}`,
    )
    .all({ from }) as { id: number; cell: string; atMs: number; wasBlank: number }[]
  const changes = new Map<number, NumberChange[]>()
  for (const { id, cell, atMs, wasBlank } of rows) {
    const own = changes.get(id)
    const change = { cell, atMs, wasBlank: wasBlank === 1 }
    if (own) own.push(change)
    else changes.set(id, [change])
  }
  return changes
}
