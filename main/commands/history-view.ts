import { getNumberBlocks } from '../../db/number-block.ts'
import type { Store } from '../../db/store.ts'
import type { HistoryView } from '../../shared/contract/outputs.ts'
import { formatProNumber, getLastSeq, getSeqBehind } from '../../shared/domain/pro-number.ts'
import type { BlockHistory } from '../../shared/domain/used-numbers.ts'

/** What the blocks have learned, in numbers as they are printed. */
export function toHistoryView(store: Store, learned: readonly BlockHistory[]): HistoryView {
  const blocks = new Map(getNumberBlocks(store).map((block) => [block.id, block]))
  return {
    blocks: learned.map(({ blockId, draw, used, skipped, far }) => {
      const block = blocks.get(blockId)!
      const next = draw ? getSeqBehind(block, draw.to) : block.next
      return {
        firstNumber: formatProNumber(block, block.first),
        lastNumber: formatProNumber(block, getLastSeq(block)),
        used,
        skipped,
        nextNumber: next > block.last ? null : formatProNumber(block, next),
        far,
      }
    }),
  }
}
