import { modeMarks, type ModeMark } from '../shared/domain/mode-desk.ts'
import type { Store } from './store.ts'

export interface StoredModeMark {
  id: number
  shipmentId: number
  mark: ModeMark
  /** Of `same-number`: the number; else empty. */
  value: string
  reason: string
  who: string
  atMs: number
}

/** Kept among the overrides, the oldest first. */
export const getModeMarks = (store: Store): StoredModeMark[] =>
  store
    .prepare(
      `SELECT id, shipment_id AS shipmentId, rule AS mark, value, reason, who, at_ms AS atMs FROM overrides
       WHERE rule IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify(modeMarks)) as StoredModeMark[]
