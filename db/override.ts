import type { overrides } from './schema.ts'
import type { Store } from './store.ts'

export type StoredOverride = typeof overrides.$inferSelect

/** By shipment, in the order they were given; of all shipments, or of those named. */
export function getOverrides(store: Store, shipmentIds?: readonly number[]): Map<number, StoredOverride[]> {
  const only = shipmentIds ? 'WHERE shipment_id IN (SELECT value FROM json_each(?))' : ''
  const rows = store
    .prepare(
      `SELECT id, shipment_id AS shipmentId, rule, value, reason, who, at_ms AS atMs
       FROM overrides ${only} ORDER BY id`,
    )
    .all(...(shipmentIds ? [JSON.stringify(shipmentIds)] : [])) as StoredOverride[]
  return Map.groupBy(rows, (row) => row.shipmentId)
}
