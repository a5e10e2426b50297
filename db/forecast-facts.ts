import type { DueFacts } from '../shared/domain/forecast-shipment.ts'
import type { NumberChange } from '../shared/domain/tracking-gap.ts'
import type { Store } from './store.ts'

export interface StoredDueFacts extends DueFacts {
  id: number
  replacedBy: number | null
}

export const getDueFacts = (store: Store): StoredDueFacts[] =>
  store
    .prepare(
      `SELECT s.id, s.eta_on AS etaOn, s.appointment_at AS appointmentAt,
         s.delivered_on AS deliveredOn, s.replaced_by AS replacedBy
       FROM shipments s ORDER BY s.id`,
    )
    .all() as StoredDueFacts[]

export interface DeliveredShipment {
  id: number
  deliveredOn: string
  isParcel: boolean
}

const proChanges = `
  SELECT 'pro' AS cell, h.at_ms AS atMs, c.before IS NULL AS wasBlank
  FROM change_cells c CROSS JOIN changes h ON h.id = c.change_id
  WHERE c.entity = 'shipment' AND c.row_id = @id AND c.field = 'pro' AND c.change_id >= @first AND h.state = 'done'`
const trackingChanges = `
  SELECT 'box ' || b.id AS cell, h.at_ms AS atMs, c.before IS NULL AS wasBlank
  FROM boxes b CROSS JOIN change_cells c ON c.entity = 'box' AND c.row_id = b.id AND c.field = 'trackingId'
    AND c.change_id >= @first
  CROSS JOIN changes h ON h.id = c.change_id
  WHERE b.shipment_id = @id AND h.state = 'done'`

/**
 * Reads the standing changes of a shipment's numbers (the PRO of freight, the tracking IDs of a parcel shipment) since
 * its delivery. Some of the day of the delivery itself may be among them.
 */
export function readNumberChanges(store: Store): (shipment: DeliveredShipment) => NumberChange[] {
  const findFirst = readFirstChanges(store)
  const freight = store.prepare(proChanges)
  const parcel = store.prepare(trackingChanges)
  return ({ id, deliveredOn, isParcel }) => {
    const first = findFirst(deliveredOn)
    if (first === null) return []
    const rows = (isParcel ? parcel : freight).all({ id, first }) as {
      cell: string
      atMs: number
      wasBlank: number
    }[]
    return rows.map((row) => ({ ...row, wasBlank: row.wasBlank === 1 }))
  }
}

/** A day begins this long before midnight UTC where it begins first. */
const earliestMs = 14 * 3_600_000

/** The first change that may have been made on a day or later; a clock that was set back does not hide one. */
function readFirstChanges(store: Store): (day: string) => number | null {
  const changes = store.prepare('SELECT id, at_ms AS atMs FROM changes ORDER BY id').all() as {
    id: number
    atMs: number
  }[]
  const known = new Map<string, number | null>()
  return (day) => {
    let first = known.get(day)
    if (first === undefined) {
      const sinceMs = Date.parse(day) - earliestMs
      first = changes.find(({ atMs }) => atMs >= sinceMs)?.id ?? null
      known.set(day, first)
    }
    return first
  }
}
