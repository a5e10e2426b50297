import { findBlock } from '../shared/domain/number-state.ts'
import type { CellValue } from '../shared/domain/patch.ts'
import type { NumberSpan } from '../shared/domain/pro-number.ts'
import { getIssuedAmong, getNumberBlocks } from './number-block.ts'
import { getLeases } from './number-lease.ts'
import type { Store } from './store.ts'

/** Released after the change, another desk's to give out, or taken out of its block by what this database does not know. */
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
  return (
    block.isRetired ||
    isLost(store, number, { ...block, first: seq, last: seq }) ||
    getLeases(store).some(
      ({ direction, blockId, first, last }) =>
        direction === 'lent' && blockId === block.id && seq >= first && seq <= last,
    )
  )
}

/** Typed by hand, undone, and drawn since by a newer state of this database. */
const isLost = (store: Store, number: string, place: NumberSpan): boolean =>
  store.ledger.getHighest(place) !== null && getIssuedAmong(store, [number]).size === 0
