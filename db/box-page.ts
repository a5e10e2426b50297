import type { Store } from './store.ts'

export interface BoxQuery {
  shipmentIds?: number[] | undefined
  missingOnly?: boolean | undefined
  /** Any of these texts in a box ID or tracking ID, or an FBA shipment ID. */
  terms: string[]
  offset: number
  limit: number
}

export interface BoxPageRow {
  id: number
  shipmentId: number
  position: number
  boxId: string | null
  trackingId: string | null
  isTrackingShared: number
  weightKg: number | null
}

/** Boxes by shipment and position, a page at a time. */
export function getBoxPage(store: Store, query: BoxQuery): { total: number; rows: BoxPageRow[] } {
  const conditions: string[] = []
  const values: (string | number)[] = []
  if (query.shipmentIds) {
    conditions.push('b.shipment_id IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(query.shipmentIds))
  }
  if (query.missingOnly) conditions.push('b.tracking_id IS NULL')
  if (query.terms.length > 0) {
    const match = `instr(coalesce(b.box_id, ''), t.value) OR instr(coalesce(b.tracking_id, ''), t.value)
      OR b.shipment_id IN (SELECT id FROM shipments s WHERE instr(s.fba_id, t.value))`
    conditions.push(`EXISTS (SELECT 1 FROM json_each(?) t WHERE ${match})`)
    values.push(JSON.stringify(query.terms))
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const total = store.prepare(`SELECT count(*) FROM boxes b ${where}`).pluck().get(values) as number
  const rows = store
    .prepare(
      `SELECT b.id, b.shipment_id AS shipmentId, b.position, b.box_id AS boxId, b.tracking_id AS trackingId,
         b.is_tracking_shared AS isTrackingShared, b.weight_kg AS weightKg
       FROM boxes b ${where} ORDER BY b.shipment_id, b.position LIMIT ? OFFSET ?`,
    )
    .all([...values, query.limit, query.offset]) as BoxPageRow[]
  return { total, rows }
}
