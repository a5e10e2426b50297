import { getOverrideKey, type Override } from '../shared/domain/override.ts'
import type { CellValue, RowInserts } from '../shared/domain/patch.ts'
import { takeRowIds } from './row-ids.ts'
import type { Store } from './store.ts'

const columns = 'shipment_id AS shipmentId, rule, value, reason'

export const getOverrides = (store: Store, shipmentIds: readonly number[]): Override[] =>
  store
    .prepare(
      `SELECT ${columns} FROM overrides WHERE shipment_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify(shipmentIds)) as Override[]

export const getAllOverrides = (store: Store): Override[] =>
  store.prepare(`SELECT ${columns} FROM overrides ORDER BY id`).all() as Override[]

/** Rows for those that are not on file; a reason once given stands. Only inside applyChange. */
export function insertOverrides(
  store: Store,
  overrides: readonly Override[],
  { who, nowMs }: { who: string; nowMs: number },
): RowInserts[] {
  const known = new Set(
    getOverrides(
      store,
      overrides.map(({ shipmentId }) => shipmentId),
    ).map(getOverrideKey),
  )
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
