import type { Store } from './store.ts'

export interface BoxQuery {
  shipmentIds?: number[] | undefined
  missingOnly?: boolean | undefined
  /** Any of these texts in a box ID, one it had before, or tracking ID, or an FBA shipment ID or the number of its load. */
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
  formerBoxIds: string | null
}

/** More than these are whole numbers that somebody pasted. */
const fewTerms = 5

/** Boxes by shipment and position, a page at a time. */
export function getBoxPage(store: Store, query: BoxQuery): { total: number; rows: BoxPageRow[] } {
  const conditions: string[] = []
  if (query.shipmentIds) conditions.push('b.shipment_id IN (SELECT value FROM json_each(@shipmentIds))')
  if (query.missingOnly)
    conditions.push(
      'b.tracking_id IS NULL AND b.shipment_id NOT IN (SELECT id FROM shipments WHERE is_history = 1)',
    )
  if (query.terms.length > 0) {
    // None of these looks at one box after another but the last, which is for a few typed characters only.
    const matches = [
      'b.box_id IN (SELECT value FROM json_each(@terms))',
      'b.tracking_id IN (SELECT value FROM json_each(@terms))',
      `b.id IN (SELECT f.id FROM boxes f, json_each(@terms) t
        WHERE f.former_box_ids IS NOT NULL AND instr(f.former_box_ids, t.value))`,
      'b.shipment_id IN (SELECT s.id FROM shipments s, json_each(@terms) t WHERE instr(s.fba_id, t.value))',
      `b.shipment_id IN (SELECT s.id FROM shipments s JOIN loads l ON l.id = s.load_id, json_each(@terms) t
        WHERE instr(upper(l.number), t.value))`,
    ]
    if (query.terms.length <= fewTerms) {
      const parts = "instr(coalesce(b.box_id, ''), t.value) OR instr(coalesce(b.tracking_id, ''), t.value)"
      matches.push(`EXISTS (SELECT 1 FROM json_each(@terms) t WHERE ${parts})`)
    }
    conditions.push(`(${matches.join(' OR ')})`)
  }
  const values = {
    ...(query.shipmentIds ? { shipmentIds: JSON.stringify(query.shipmentIds) } : {}),
    ...(query.terms.length > 0 ? { terms: JSON.stringify(query.terms) } : {}),
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const total = store.prepare(`SELECT count(*) FROM boxes b ${where}`).pluck().get(values) as number
  const rows = store
    .prepare(
      `SELECT b.id, b.shipment_id AS shipmentId, b.position, b.box_id AS boxId, b.tracking_id AS trackingId,
         b.is_tracking_shared AS isTrackingShared, b.weight_kg AS weightKg, b.former_box_ids AS formerBoxIds
       FROM boxes b ${where} ORDER BY b.shipment_id, b.position LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as BoxPageRow[]
  return { total, rows }
}
