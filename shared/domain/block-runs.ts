import { toRuns, type NumberRun } from './number-run.ts'
import { countNew, type NumberBlock } from './pro-number.ts'

export interface BlockRuns {
  free: NumberRun[]
  lent: NumberRun[]
  lost: NumberRun[]
}

/** What of a block nothing was issued from: not drawn yet, lent to another desk, or drawn and not known here. */
export function listBlockRuns(
  block: NumberBlock,
  issuedSeqs: readonly number[],
  lent: readonly NumberRun[],
): BlockRuns {
  const { first, last, next, increment } = block
  const issued = new Set(issuedSeqs)
  const lost: number[] = []
  for (let seq = first; seq < next; seq += increment)
    if (!issued.has(seq) && !lent.some((run) => seq >= run.from && seq <= run.to)) lost.push(seq)
  const isOurs = countNew(block) > 0 && !block.isRetired
  return { free: isOurs ? [{ from: next, to: last }] : [], lent: [...lent], lost: toRuns(lost, increment) }
}

export const countRuns = (runs: readonly NumberRun[], increment: number): number =>
  runs.reduce((sum, { from, to }) => sum + (to - from) / increment + 1, 0)
