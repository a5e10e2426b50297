import { findBlock } from './number-state.ts'
import { formatProNumber, type NumberBlock, type NumberDraw } from './pro-number.ts'

/** What old sheets tell of one block. */
export interface BlockHistory {
  blockId: number
  /** Takes the block behind the last used number; null where no number is ahead of it. */
  draw: NumberDraw | null
  /** Numbers of the draw that the sheets name. */
  used: number
  /** Numbers of the draw that they do not name; they are never given out either. */
  skipped: number
  /** Used numbers so far ahead that the block does not go behind them; it leaves them out when it gets there. */
  far: string[]
}

/** Numbers were once given out one after another; a longer gap is more likely a wrong number than numbers in use. */
const widestGap = 1_000

/** Which numbers of the blocks were used before there was this desk. Blocks that learn nothing are left out. */
export function planUsedNumbers(blocks: readonly NumberBlock[], pros: Iterable<string>): BlockHistory[] {
  const used = new Map<NumberBlock, Set<number>>()
  for (const pro of pros) {
    const placed = findBlock(pro, blocks) ?? findBlock(pro.replaceAll('-', ''), blocks)
    if (placed === null || placed.wantedCheck !== null) continue
    const { block, seq } = placed
    if (block.isRetired || seq < block.next) continue
    const known = used.get(block)
    if (known) known.add(seq)
    else used.set(block, new Set([seq]))
  }
  return [...used].map(([block, seqs]) =>
    planBlock(
      block,
      [...seqs].toSorted((a, b) => a - b),
    ),
  )
}

function planBlock(block: NumberBlock, seqs: readonly number[]): BlockHistory {
  const { id: blockId, next: from, increment } = block
  let next = from
  let near = 0
  while (near < seqs.length && (seqs[near]! - next) / increment <= widestGap) next = seqs[near++]! + increment
  const numbers: string[] = []
  for (let seq = from; seq < next; seq += increment) numbers.push(formatProNumber(block, seq))
  return {
    blockId,
    draw: near === 0 ? null : { blockId, from, to: next - increment, numbers },
    used: near,
    skipped: numbers.length - near,
    far: seqs.slice(near).map((seq) => formatProNumber(block, seq)),
  }
}
