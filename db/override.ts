import { asc, inArray } from 'drizzle-orm'
import { overrides } from './schema.ts'
import type { Store } from './store.ts'

export type StoredOverride = typeof overrides.$inferSelect

/** By shipment, in the order they were given; of all shipments, or of those named. */
export function getOverrides(store: Store, shipmentIds?: readonly number[]): Map<number, StoredOverride[]> {
  const query = store.orm.select().from(overrides).orderBy(asc(overrides.id))
  const rows = (shipmentIds ? query.where(inArray(overrides.shipmentId, [...shipmentIds])) : query).all()
  return Map.groupBy(rows, (row) => row.shipmentId)
}
