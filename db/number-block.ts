import { asc } from 'drizzle-orm'
import type { NumberBlock } from '../shared/domain/pro-number.ts'
import { numberBlocks } from './schema.ts'
import type { Store } from './store.ts'

/** Blocks in the order they are drawn from. */
export function getNumberBlocks(store: Store): NumberBlock[] {
  const released = getReleased(store)
  const rows = store.orm.select().from(numberBlocks).orderBy(asc(numberBlocks.position), asc(numberBlocks.id))
  return rows.all().map((row) => ({ ...row, released: released.get(row.id) ?? [] }))
}

/** Released numbers that were not given out again, by block, lowest first. */
function getReleased(store: Store): Map<number, number[]> {
  const rows = store
    .prepare(
      `SELECT i.block_id, i.seq FROM released_numbers r JOIN issued_numbers i ON i.number = r.number
       WHERE NOT EXISTS (SELECT 1 FROM reissued_numbers a WHERE a.release_id = r.id) ORDER BY i.seq`,
    )
    .raw()
    .all() as [number, number][]
  const released = new Map<number, number[]>()
  for (const [blockId, seq] of rows) {
    const own = released.get(blockId)
    if (own) own.push(seq)
    else released.set(blockId, [seq])
  }
  return released
}

/** Numbers no draw may give: on a shipment now, or typed by hand and exported before they were drawn. */
export function getTakenPros(store: Store): Set<string> {
  const rows = store
    .prepare(
      `SELECT pro FROM shipments WHERE pro IS NOT NULL UNION ALL
       SELECT number FROM exported_numbers e
       WHERE NOT EXISTS (SELECT 1 FROM issued_numbers i WHERE i.number = e.number)`,
    )
    .pluck()
    .all()
  return new Set(rows as string[])
}

/** Which of these numbers were ever issued from a block. */
export function getIssuedAmong(store: Store, numbers: readonly string[]): Set<string> {
  const statement = store.prepare('SELECT 1 FROM issued_numbers WHERE number = ?')
  return new Set(numbers.filter((number) => statement.get(number) !== undefined))
}

/** Numbers that a change drew and that stand on no shipment now, in the order they were drawn. */
export function getVoidNumbers(store: Store, changeId: number): string[] {
  const drawn = store
    .prepare(
      `SELECT number FROM issued_numbers WHERE op_id = (SELECT op_id FROM changes WHERE id = ?)
       ORDER BY block_id, seq`,
    )
    .pluck()
    .all(changeId) as string[]
  if (drawn.length === 0) return drawn
  const standing = getTakenPros(store)
  return drawn.filter((number) => !standing.has(number))
}

/** How many of the numbers stood in an export once. */
export const countExported = (store: Store, numbers: readonly string[]): number =>
  store
    .prepare('SELECT count(*) FROM exported_numbers WHERE number IN (SELECT value FROM json_each(?))')
    .pluck()
    .get(JSON.stringify(numbers)) as number

/** How many numbers each block has given out. */
export function countIssued(store: Store): Map<number, number> {
  const rows = store.prepare('SELECT block_id, count(*) FROM issued_numbers GROUP BY block_id').raw().all()
  return new Map(rows as [number, number][])
}
