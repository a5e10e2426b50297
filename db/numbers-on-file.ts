import { formatProNumber, type NumberRange } from '../shared/domain/pro-number.ts'
import type { NumbersOnFile } from '../shared/domain/stand-in.ts'
import { getTakenPros } from './number-block.ts'
import type { Store } from './store.ts'

/**
 * Where these numbers stand in the database now, read in one go; none else is known. `except` are shipments whose ISA
 * counts for nothing.
 */
export function readNumbersOnFile(
  store: Store,
  numbers: readonly string[],
  except: ReadonlySet<number> = new Set(),
): NumbersOnFile {
  const list = JSON.stringify(numbers)
  const isas = new Map<string, string>()
  const trackings = new Map<string, Holder[]>()
  if (numbers.length > 0) {
    for (const { number, id, fbaId } of readIsas(store).all(list) as Holder[])
      if (!except.has(id) && !isas.has(number)) isas.set(number, fbaId)
    for (const holder of readTrackings(store).all({ list }) as Holder[]) {
      const known = trackings.get(holder.number)
      if (known) known.push(holder)
      else trackings.set(holder.number, [holder])
    }
  }
  return {
    findIsa: (value) => isas.get(value) ?? null,
    findTracking: (value, { id }) => trackings.get(value)?.find((holder) => holder.id !== id)?.fbaId ?? null,
  }
}

interface Holder {
  number: string
  /** Of the shipment. */
  id: number
  fbaId: string
}

const readIsas = (store: Store) =>
  store.prepare(
    `SELECT isa AS number, id, fba_id AS fbaId FROM shipments
     WHERE isa IN (SELECT value FROM json_each(?)) ORDER BY id`,
  )

const readTrackings = (store: Store) =>
  store.prepare(
    `WITH wanted AS MATERIALIZED (SELECT value FROM json_each(@list))
     SELECT b.tracking_id AS number, s.id, s.fba_id AS fbaId FROM
       (SELECT tracking_id, shipment_id FROM boxes
          WHERE tracking_id IN (SELECT value FROM wanted) AND is_tracking_shared = 0
        UNION ALL SELECT tracking_id, shipment_id FROM boxes
          WHERE tracking_id IN (SELECT value FROM wanted) AND is_tracking_shared = 1) b
     JOIN shipments s ON s.id = b.shipment_id`,
  )

/** Numbers of the blocks that no draw and no lease may give: they stand or went out as PRO, or are an appointment or a tracking ID. */
export function readTakenNumbers(store: Store, blocks: readonly NumberRange[]): Set<string> {
  const numbers = getTakenPros(store)
  const isas = store.prepare('SELECT isa FROM shipments WHERE isa IS NOT NULL').pluck().all() as string[]
  for (const isa of isas) numbers.add(isa)
  const readTracking = store.prepare(
    `SELECT tracking_id FROM boxes WHERE tracking_id BETWEEN @first AND @last AND is_tracking_shared = 0
     UNION SELECT tracking_id FROM boxes WHERE tracking_id BETWEEN @first AND @last AND is_tracking_shared = 1`,
  )
  for (const block of blocks) {
    const range = { first: formatProNumber(block, block.first), last: formatProNumber(block, block.last) }
    for (const number of readTracking.pluck().all(range) as string[]) numbers.add(number)
  }
  return numbers
}
