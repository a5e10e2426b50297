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
 * The first new value of a unique field's cells that another row keeps, or gets by the same edits; with that row's
 * shipment. Values may change places.
 */
export function findTaken(
  cells: readonly CellChange[],
  getOwners: (value: string) => readonly ValueOwner[],
  getFbaId: (id: number) => string,
): { value: string; owner: string } | null {
  const changing = new Set(cells.map((cell) => cell.id))
  const arrived = new Map<string, number>()
  for (const { id, after } of cells) {
    if (typeof after !== 'string') continue
    const keeper = getOwners(after).find((owner) => !changing.has(owner.id))
    if (keeper) return { value: after, owner: keeper.fbaId }
    const other = arrived.get(after)
    if (other !== undefined) return { value: after, owner: getFbaId(other) }
    arrived.set(after, id)
  }
  return null
}
