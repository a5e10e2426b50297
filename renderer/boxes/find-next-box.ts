import type { BoxView } from '../../shared/contract/outputs.ts'
import type { GridSource } from '../grid/grid-types.ts'

const chunk = 2_000

/** Ends inclusive, in the order of the search: to the end of the list, then round from the other end. */
function getChunks(from: number, direction: 'next' | 'back', total: number): [number, number][] {
  const isNext = direction === 'next'
  const stretches = isNext
    ? [[from + 1, total - 1] as const, [0, from] as const]
    : [[0, from - 1] as const, [from, total - 1] as const]
  return stretches.flatMap(([first, last]) => {
    const chunks: [number, number][] = []
    for (let at = first; at <= last; at += chunk) chunks.push([at, Math.min(last, at + chunk - 1)])
    return isNext ? chunks : chunks.toReversed()
  })
}

/** The next box, after (or before) this row, to stop at; -1 if there is none. */
export async function findNextBox(
  source: GridSource<BoxView>,
  from: number,
  direction: 'next' | 'back',
  isStop: (row: BoxView) => boolean,
): Promise<number> {
  for (const [first, last] of getChunks(from, direction, source.total)) {
    const rows = await source.loadRows(first, last)
    const index = direction === 'next' ? rows.findIndex(isStop) : rows.findLastIndex(isStop)
    if (index >= 0) return first + index
  }
  return -1
}
