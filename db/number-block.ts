import { asc } from 'drizzle-orm'
import type { NumberBlock } from '../shared/domain/pro-number.ts'
import { numberBlocks } from './schema.ts'
import { getAllPros } from './shipment.ts'
import type { Store } from './store.ts'

/** Blocks in the order they are drawn from. */
export const getNumberBlocks = (store: Store): NumberBlock[] =>
  store.orm.select().from(numberBlocks).orderBy(asc(numberBlocks.id)).all()

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
  const standing = getAllPros(store)
  return drawn.filter((number) => !standing.has(number))
}

/** How many numbers each block has given out. */
export function countIssued(store: Store): Map<number, number> {
  const rows = store.prepare('SELECT block_id, count(*) FROM issued_numbers GROUP BY block_id').raw().all()
  return new Map(rows as [number, number][])
}
