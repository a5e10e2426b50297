import { getNumberSpace } from './number-ledger.ts'
import { getNumberBlocks } from './number-block.ts'
import type { Store } from './store.ts'

/**
 * next = max(next, highest in the ledger + 1): a database older than the ledger never draws again what was
 * drawn. A ledger that lacks what the database has drawn gets the missing run.
 */
export function alignBlocksWithLedger(store: Store): void {
  store.sqlite
    .transaction(() => {
      for (const block of getNumberBlocks(store)) {
        const highest = store.ledger.getHighest(block)
        if (highest !== null && highest >= block.next) {
          store.prepare('UPDATE number_blocks SET next = ? WHERE id = ?').run(highest + 1, block.id)
        } else if (block.next > block.first && (highest ?? block.first - 1) < block.next - 1) {
          const from = (highest ?? block.first - 1) + 1
          const line = {
            opId: 'from-database',
            space: getNumberSpace(block),
            from,
            to: block.next - 1,
            atMs: 0,
          }
          store.ledger.append([line])
        }
      }
    })
    .immediate()
}
