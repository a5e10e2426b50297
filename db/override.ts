import { getOverrideKey, type Override } from '../shared/domain/override.ts'
import type { CellValue, RowInserts } from '../shared/domain/patch.ts'
import { takeRowIds } from './row-ids.ts'
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

/** Rows for those that are not on file; a reason once given stands. Only inside applyChange. */
export function insertOverrides(
  store: Store,
  overrides: readonly Override[],
  { who, nowMs }: { who: string; nowMs: number },
): RowInserts[] {
  const stored = getOverrides(
    store,
    overrides.map(({ shipmentId }) => shipmentId),
  )
  const known = new Set([...stored.values()].flat().map(getOverrideKey))
  const fresh = overrides.filter((override) => !known.has(getOverrideKey(override)))
  if (fresh.length === 0) return []
  const firstId = takeRowIds(store, 'override', fresh.length)
  return [
    {
      entity: 'override',
      fields: ['id', 'shipmentId', 'rule', 'value', 'reason', 'who', 'atMs'],
      rows: fresh.map(({ shipmentId, rule, value, reason }, i): CellValue[] => [
        firstId + i,
        shipmentId,
        rule,
        value,
        reason,
        who,
        nowMs,
      ]),
    },
  ]
}
