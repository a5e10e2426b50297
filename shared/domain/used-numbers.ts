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
  for (const pro of pros)
    for (const block of blocks) {
      const seq = findSeq(block, pro)
      if (seq === null || seq < block.next) continue
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
  let to = block.next - 1
  let near = 0
  while (near < seqs.length && seqs[near]! - to - 1 <= widestGap) to = seqs[near++]!
  const numbers: string[] = []
  for (let seq = block.next; seq <= to; seq++) numbers.push(formatProNumber(block, seq))
  return {
    blockId: block.id,
    draw: near === 0 ? null : { blockId: block.id, from: block.next, to, numbers },
    used: near,
    skipped: numbers.length - near,
    far: seqs.slice(near).map((seq) => formatProNumber(block, seq)),
  }
}

/** The number's place in the block, also where dashes were written into it. */
function findSeq(block: NumberBlock, pro: string): number | null {
  const written = block.prefix.includes('-') ? pro : pro.replaceAll('-', '')
  if (!written.startsWith(block.prefix)) return null
  const digits = written.slice(block.prefix.length, block.prefix.length + block.width)
  if (!/^\d+$/.test(digits)) return null
  const seq = Number(digits)
  const isInside = seq >= block.first && seq <= block.last
  return isInside && formatProNumber(block, seq) === written ? seq : null
}
