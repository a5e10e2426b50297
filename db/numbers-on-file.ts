import type { NumbersOnFile } from '../shared/domain/stand-in.ts'
import type { Store } from './store.ts'

/** Looks numbers up as they stand in the database now; `except` are shipments whose ISA counts for nothing. */
export const getNumbersOnFile = (store: Store, except: ReadonlySet<number> = new Set()): NumbersOnFile => ({
  findIsa(value) {
    const holders = store
      .prepare('SELECT id, fba_id AS fbaId FROM shipments WHERE isa = ? ORDER BY id')
      .all(value) as { id: number; fbaId: string }[]
    return holders.find(({ id }) => !except.has(id))?.fbaId ?? null
  },
  findTracking(value, shipment) {
    const holders = store
      .prepare(
        `SELECT shipment_id AS shipmentId FROM boxes WHERE tracking_id = @value AND is_tracking_shared = 0
         UNION ALL SELECT shipment_id FROM boxes WHERE tracking_id = @value AND is_tracking_shared = 1`,
      )
      .pluck()
      .all({ value }) as number[]
    const holder = holders.find((id) => id !== shipment.id)
    if (holder === undefined) return null
    return store.prepare('SELECT fba_id FROM shipments WHERE id = ?').pluck().get(holder) as string
  },
})

/** Appointments, and tracking IDs between two texts: no number of a block that is one of them is given out. */
export function readNumbersToAvoid(
  store: Store,
  ranges: readonly { first: string; last: string }[],
): Set<string> {
  const numbers = new Set(
    store.prepare('SELECT isa FROM shipments WHERE isa IS NOT NULL').pluck().all() as string[],
  )
  const readTracking = store.prepare(
    `SELECT tracking_id FROM boxes WHERE tracking_id BETWEEN @first AND @last AND is_tracking_shared = 0
     UNION SELECT tracking_id FROM boxes WHERE tracking_id BETWEEN @first AND @last AND is_tracking_shared = 1`,
  )
  for (const range of ranges)
    for (const number of readTracking.pluck().all(range) as string[]) numbers.add(number)
  return numbers
}
