import { findBlock } from '../shared/domain/number-state.ts'
import type { CellValue } from '../shared/domain/patch.ts'
import { getIssuedAmong, getNumberBlocks } from './number-block.ts'
import type { Store } from './store.ts'

/** Released after the change, another desk's to give out, or lent or drawn by what this database does not know. */
export const isGivenUp = (store: Store, number: CellValue, changeId: number): boolean =>
  isReleasedSince(store, number, changeId) || isElsewhere(store, String(number))

const isReleasedSince = (store: Store, number: CellValue, changeId: number): boolean =>
  store
    .prepare(
      `SELECT 1 FROM released_numbers r LEFT JOIN changes h ON h.op_id = r.op_id
       WHERE r.number = ? AND (h.id IS NULL OR h.id > ?)`,
    )
    .get(number, changeId) !== undefined

function isElsewhere(store: Store, number: string): boolean {
  const placed = findBlock(number, getNumberBlocks(store))
  if (placed?.wantedCheck !== null) return false
  const { block, seq } = placed
  if (block.isRetired) return true
  const isKnown = getIssuedAmong(store, [number]).size > 0
  return !isKnown && store.ledger.getHighest({ ...block, first: seq, last: seq }) !== null
}
