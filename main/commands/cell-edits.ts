import type { CellChange } from '../../shared/domain/patch.ts'

/** Of several edits of one cell the last counts. */
export function keepLastEdits<T extends { id: number; field: string }>(edits: readonly T[]): T[] {
  return [...new Map(edits.map((edit) => [`${edit.id} ${edit.field}`, edit])).values()]
}

export interface ValueOwner {
  id: number
  fbaId: string
}

/**
 * The first cell of a unique field whose new value another row keeps, or gets by the same edits; with that row's
 * shipment. Values may change places.
 */
export function findTaken(
  cells: readonly CellChange[],
  getOwners: (value: string) => readonly ValueOwner[],
  getFbaId: (id: number) => string,
): { cell: CellChange; owner: string } | null {
  const changing = new Set(cells.map((cell) => cell.id))
  const arrived = new Map<string, number>()
  for (const cell of cells) {
    if (typeof cell.after !== 'string') continue
    const keeper = getOwners(cell.after).find((owner) => !changing.has(owner.id))
    if (keeper) return { cell, owner: keeper.fbaId }
    const other = arrived.get(cell.after)
    if (other !== undefined) return { cell, owner: getFbaId(other) }
    arrived.set(cell.after, cell.id)
  }
  return null
}
