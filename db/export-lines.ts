import { findBlock } from '../shared/domain/number-state.ts'
import { toRuns } from '../shared/domain/number-run.ts'
import type { NumberBlock } from '../shared/domain/pro-number.ts'
import { toNumberLine, type NumberLine } from './ledger-line.ts'

/** What the ledger keeps of numbers that are never released, those of the blocks among them. */
export function toExportLines(
  blocks: readonly NumberBlock[],
  numbers: readonly string[],
  request: { opId: string; nowMs: number },
): NumberLine[] {
  const placed = numbers.flatMap((number) => {
    const found = findBlock(number, blocks)
    return found?.wantedCheck === null ? [found] : []
  })
  return [...Map.groupBy(placed, ({ block }) => block)].flatMap(([block, own]) =>
    toRuns(
      own.map(({ seq }) => seq).toSorted((a, b) => a - b),
      block.increment,
    ).map((run) => toNumberLine('export', block, run, request)),
  )
}
