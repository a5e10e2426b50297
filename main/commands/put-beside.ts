import type { CellChange } from '../../shared/domain/patch.ts'

/** Cells of one row are written by one statement, so that no number is on two rows unshared even for a moment. */
export function putBeside(cells: readonly CellChange[], added: readonly CellChange[]): CellChange[] {
  if (added.length === 0) return [...cells]
  const byRow = Map.groupBy([...cells, ...added], (cell) => `${cell.entity} ${cell.id}`)
  return [...byRow.values()].flat()
}
