import { getSeqBehind } from '../shared/domain/pro-number.ts'
import type { DrawLock } from '../shared/domain/store-problem.ts'
import { getDrawLock, getKnownHead, keepHead, lockDrawing } from './draw-lock.ts'
import { getMissingDraw, listFates } from './missing-lines.ts'
import { getNumberBlocks } from './number-block.ts'
import { replayFate } from './number-fate.ts'
import type { Store } from './store.ts'

/**
 * next = max(next, highest taken in the ledger + 1): a database older than the ledger never draws again what was
 * drawn, nor releases what was exported. A ledger that lacks what the database knows gets it; as nothing then proves
 * that the database itself is not old, drawing is locked until somebody has looked.
 */
export function alignBlocksWithLedger(store: Store): void {
  store.sqlite
    .transaction(() => {
      const { ledger } = store
      for (const line of ledger.getLinesAfter(getKnownHead(store))) replayFate(store, line)
      const blocks = getNumberBlocks(store)
      for (const block of blocks) {
        const highest = block.isRetired ? null : ledger.getHighest(block)
        if (highest !== null && highest >= block.next)
          store
            .prepare('UPDATE number_blocks SET next = ? WHERE id = ?')
            .run(getSeqBehind(block, highest), block.id)
      }
      const missing = blocks.flatMap((block) => getMissingDraw(store, block) ?? [])
      const lock = findLock(store, missing.length > 0)
      const fates = isLevel(store) ? [] : listFates(store)
      if (missing.length + fates.length > 0) ledger.append([...missing, ...fates], store.install.id)
      if (lock && getDrawLock(store) === null) lockDrawing(store, lock)
      keepHead(store)
    })
    .immediate()
}

function isLevel(store: Store): boolean {
  const head = getKnownHead(store)
  return head !== null && store.ledger.hasHead(head)
}

function findLock(store: Store, lacksDraws: boolean): DrawLock | null {
  const { ledger } = store
  if (ledger.getDamage() !== null) return 'ledger-damaged'
  const head = getKnownHead(store)
  if (!lacksDraws && (head === null || ledger.hasHead(head))) return null
  return ledger.isNew ? 'ledger-missing' : 'ledger-behind'
}
