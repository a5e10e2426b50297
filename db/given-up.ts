import { findBlock } from '../shared/domain/number-state.ts'
import type { CellValue } from '../shared/domain/patch.ts'
import { getNumberBlocks } from './number-block.ts'
import { getLeases } from './number-lease.ts'
import type { Store } from './store.ts'

/** Released after the change, or another desk's to give out. */
export const isGivenUp = (store: Store, number: CellValue, changeId: number): boolean =>
  isReleasedSince(store, number, changeId) || isOtherDesks(store, String(number))

const isReleasedSince = (store: Store, number: CellValue, changeId: number): boolean =>
  store
    .prepare(
      `SELECT 1 FROM released_numbers r LEFT JOIN changes h ON h.op_id = r.op_id
       WHERE r.number = ? AND (h.id IS NULL OR h.id > ?)`,
    )
    .get(number, changeId) !== undefined

function isOtherDesks(store: Store, number: string): boolean {
  const placed = findBlock(number, getNumberBlocks(store))
  if (placed?.wantedCheck !== null) return false
  const { block, seq } = placed
  return (
    block.isRetired ||
    getLeases(store).some(
      ({ direction, blockId, first, last }) =>
        direction === 'lent' && blockId === block.id && seq >= first && seq <= last,
    )
  )
}
