import type { Carrier } from './carrier.ts'
import { findBlock } from './number-state.ts'
import { formatProNumber, type NumberBlock } from './pro-number.ts'

/** What speaks against a PRO of an own fleet: its blocks are the only source of its numbers. */
export type BlockMisfit =
  | { kind: 'check-digit'; blockId: number; first: string; last: string; right: string }
  | { kind: 'outside-blocks' }

/** Null: nothing to say, as for a fleet without blocks. Which numbers of a block are drawn is not asked here. */
export function findBlockMisfit(
  pro: string,
  carrier: Pick<Carrier, 'id' | 'kind'> | null,
  blocks: readonly NumberBlock[],
): BlockMisfit | null {
  if (carrier?.kind !== 'own_fleet') return null
  const own = blocks.filter(({ carrierId }) => carrierId === carrier.id)
  if (own.length === 0) return null
  const placed = findBlock(pro, own)
  if (placed === null) return { kind: 'outside-blocks' }
  if (placed.wantedCheck === null) return null
  const { block, seq } = placed
  return {
    kind: 'check-digit',
    blockId: block.id,
    first: formatProNumber(block, block.first),
    last: formatProNumber(block, block.last),
    right: formatProNumber(block, seq),
  }
}

export const misfitRules = {
  'check-digit': 'pro-check-digit',
  'outside-blocks': 'pro-outside-blocks',
} as const
